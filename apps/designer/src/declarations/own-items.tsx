import type { Declaration, Issue, Item } from '@yardstick/model'
import { Button } from 'antd'
import { useMemo } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import type { CellChange, CommitAnswer, SheetColumn } from '../parts/sheet/column.ts'
import { Sheet } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { changeDeclaration } from './actions.ts'
import { withField, withItems } from './declaration-edits.ts'
import { declarationWords } from './words.ts'

interface ItemRow {
  readonly key: string
  readonly index: number
  readonly item: Item
  readonly issues: readonly Issue[]
}

/** Data items that only the unit's own leaves read. */
export function OwnItems({
  index,
  declaration,
  issues,
}: {
  index: number
  declaration: Declaration
  issues: readonly Issue[]
}) {
  const w = useWords(declarationWords)
  const language = useLanguage()
  const items = declaration.items ?? NONE
  const rows = useMemo(
    () =>
      items.map((item, at): ItemRow => {
        const own = issues.filter(({ pointer }) => pointer.startsWith(`/items/${at}/`))
        return { key: String(at), index: at, item, issues: own }
      }),
    [items, issues],
  )
  const columns = useMemo((): SheetColumn<ItemRow>[] => {
    const types = Object.entries(w.types)
    return [
      {
        id: 'id',
        title: w.itemColumns.id,
        width: 220,
        isFixed: true,
        shown: 'always',
        text: ({ item }) => item.id,
        mark: (row) => (row.issues.length > 0 ? 'error' : undefined),
        hint: (row) => row.issues.map((each) => <p key={each.code}>{issueText(each, language)}</p>),
      },
      {
        id: 'type',
        title: w.itemColumns.type,
        width: 100,
        text: ({ item }) => (w.types as { [type: string]: string })[item.type] ?? item.type,
        isChoice: true,
        suggest: () => types.map(([, label]) => ({ label, text: label })),
      },
      { id: 'unit', title: w.itemColumns.unit, width: 90, text: ({ item }) => item.unit ?? '' },
      { id: 'source', title: w.itemColumns.source, width: 180, text: ({ item }) => item.source ?? '' },
      { id: 'filledBy', title: w.itemColumns.filledBy, width: 160, text: ({ item }) => item.filledBy ?? '' },
    ]
  }, [w, language])
  const put = (next: readonly Item[], key: 'items' | 'edit' = 'items') =>
    changeDeclaration(index, key, (each) => withItems(each, next))
  const onCommit = (changes: readonly CellChange<ItemRow>[]): CommitAnswer | undefined => {
    const next = [...items]
    for (const { row, column, text } of changes) {
      const plain = text.trim()
      const item = next[row.index]
      if (item === undefined) continue
      if (column === 'id') {
        if (plain === '' || /[[\]]/.test(plain)) return { refuse: w.nameNeeded }
        next[row.index] = { ...item, id: plain }
      } else if (column === 'type') {
        const type = Object.entries(w.types).find(([, label]) => label === plain)?.[0]
        if (type === undefined) return { refuse: w.typeUnread }
        next[row.index] = { ...item, type: type as Item['type'] }
      } else next[row.index] = withField(item, column as 'unit', plain === '' ? undefined : plain)
    }
    put(next)
    return undefined
  }
  const add = () => {
    const taken = new Set(items.map(({ id }) => id))
    let count = items.length + 1
    while (taken.has(w.newItem(count))) count++
    put([...items, { id: w.newItem(count), type: 'number' }])
  }
  const remove = (of: readonly ItemRow[]) => put(items.filter((_, at) => !of.some((row) => row.index === at)))
  return (
    <div className="declarations-body">
      <Sheet
        label={w.itemsSheet}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        onCommit={onCommit}
        onRows={(action, of) => {
          if (action === 'remove') remove(of)
          else if (action === 'insert') add()
          else return false
          return true
        }}
        menu={(of) => [{ key: 'remove', label: w.removeItem, danger: true, onClick: () => remove(of) }]}
        footer={
          <div className="declarations-adding">
            <Button onClick={add}>{w.addItem}</Button>
            <span className="declarations-note">{w.itemsHint}</span>
          </div>
        }
      />
    </div>
  )
}

const NONE: readonly Item[] = []
