import { type Declaration, Exact, type OwnLeaf, type Target } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { Button, type MenuProps } from 'antd'
import { useMemo, useRef } from 'react'
import { readQuantity } from '../parts/field/read-quantity.ts'
import { issueText } from '../parts/issue-text.tsx'
import type { CellChange, ChangeKind, CommitAnswer, Paste, SheetSelection, TreePlace } from '../parts/sheet/column.ts'
import { Sheet, type SheetHandle } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { changeDeclaration } from './actions.ts'
import { changeOwnLeaf, ownLeavesOf, removeOwnLeaf, withField, withOwnLeaves, withTarget } from './declaration-edits.ts'
import { type DeclarationRow, ownKey } from './declaration-rows.ts'
import { newLeaf } from './new-leaf.ts'
import { actualAnswer } from './own-actual.ts'
import { methodOfName, ownScoring } from './own-scoring.ts'
import { readOwnTarget } from './own-target.ts'
import { pasteLeaves } from './paste-leaves.ts'
import { sheetColumns } from './sheet-columns.tsx'
import { declarationWords } from './words.ts'

/** Targets and own leaves in one tree, edited like a spreadsheet. */
export function DeclarationSheet({
  index,
  declaration,
  rows,
  onRow,
}: {
  index: number
  declaration: Declaration
  rows: readonly DeclarationRow[]
  onRow: (key: string | null) => void
}) {
  const w = useWords(declarationWords)
  const language = useLanguage()
  const scheme = useDesigner(({ design }) => design!.scheme)
  const hasLeaves = rows.some(({ kind }) => kind === 'leaf')
  const columns = useMemo(() => sheetColumns(language, hasLeaves), [language, hasLeaves])
  const tree = useTree(rows)

  const handle = useRef<SheetHandle<DeclarationRow>>(null)
  const selected = useRef<SheetSelection | null>(null)

  const addLeaf = (branchId: string, after?: string) => {
    const own = ownLeavesOf(declaration, branchId)
    const leaf = newLeaf(scheme, declaration, branchId, '', language)
    const at = after === undefined ? own.length : own.findIndex(({ id }) => id === after) + 1
    changeDeclaration(index, 'addLeaf', (each) =>
      withOwnLeaves(each, branchId, [...own.slice(0, at), leaf, ...own.slice(at)]),
    )
    // Its row is there after the next drawing.
    setTimeout(() => handle.current?.edit(ownKey(branchId, leaf.id, at), 'name'))
  }
  /** A table over an own leaf or a branch is leaves of that branch; anything else goes cell by cell. */
  const onPaste = ({ texts, columns: over, changes }: Paste<DeclarationRow>): CommitAnswer | undefined => {
    const row = rows.find(({ key }) => key === selected.current?.rows[0])
    const isTable = texts.length > 1 || (texts[0]?.length ?? 0) > 1
    if (!isTable || over[0] !== 'name' || (row?.kind !== 'own' && row?.kind !== 'branch'))
      return changes.length === 0 ? { refuse: w.notHere } : onCommit(changes, 'paste')
    const branch = row.kind === 'own' ? row.branch.id : row.node.id
    const own = ownLeavesOf(declaration, branch)
    const from = row.kind === 'own' ? own.findIndex(({ id }) => id === row.node.id) : own.length
    const pasted = pasteLeaves(declaration, over, texts, { scheme, branch, from, language })
    const paste = () => changeDeclaration(index, 'pasteLeaves', () => pasted.declaration)
    const { count, items, unread } = pasted
    if (items.length === 0 && unread.length === 0) {
      paste()
      return undefined
    }
    return { ask: w.pasteAsk(count, items, unread), choices: [{ label: w.paste, onChoose: paste }] }
  }
  const removeLeaves = (of: readonly DeclarationRow[]) =>
    changeDeclaration(index, 'removeLeaf', (each) =>
      of.reduce((rest, row) => (row.kind === 'own' ? removeOwnLeaf(rest, row.branch.id, row.node.id) : rest), each),
    )

  const onCommit = (changes: readonly CellChange<DeclarationRow>[], kind: ChangeKind): CommitAnswer | undefined => {
    let next = declaration
    for (const change of changes) {
      const done = applied(next, change)
      if ('declaration' in done) next = done.declaration
      else if (changes.length === 1) return done
      // Of cells that are emptied together, those that cannot be empty stay; nothing else is left out silently.
      else if (kind !== 'clear' && kind !== 'cut') return 'ask' in done ? { refuse: done.ask } : done
    }
    if (next !== declaration) changeDeclaration(index, 'edit', () => next)
    return undefined
  }

  const applied = (
    from: Declaration,
    { row, column, text }: CellChange<DeclarationRow>,
  ): { declaration: Declaration } | CommitAnswer => {
    const plain = text.trim()
    if (column === 'target' && (row.kind === 'leaf' || row.kind === 'own')) {
      const put = (target: Target | undefined): Declaration =>
        row.kind === 'leaf'
          ? withTarget(from, row.node.id, target)
          : changeOwnLeaf(from, row.branch.id, row.node.id, (leaf) => withField(leaf, 'target', target))
      if (plain === '') return { declaration: put(undefined) }
      const { target, confidence, issues } = readOwnTarget(plain)
      if (target === undefined)
        return { refuse: issues[0] === undefined ? w.targetUnread : issueText(issues[0], language) }
      if (confidence !== 'unsure') return { declaration: put(target) }
      const choose = () => changeDeclaration(index, 'edit', () => put(target))
      return {
        ask: issues[0] === undefined ? w.confirm : issueText(issues[0], language),
        choices: [{ label: printTarget(target, language), onChoose: choose }],
      }
    }
    if (row.kind !== 'own') return { refuse: w.notHere }
    const change = (fields: (leaf: OwnLeaf) => OwnLeaf) => ({
      declaration: changeOwnLeaf(from, row.branch.id, row.node.id, fields),
    })
    switch (column) {
      case 'name':
        return plain === '' ? { refuse: w.nameNeeded } : change((leaf) => ({ ...leaf, name: plain }))
      case 'points': {
        const points = readQuantity(plain.replace(/\s*(分|points?)$/i, ''))
        return points === undefined ? { refuse: w.pointsUnread } : change((leaf) => ({ ...leaf, points }))
      }
      case 'method': {
        const method = methodOfName(plain)
        if (method === undefined) return { refuse: w.methodUnread }
        return change((leaf) => ({ ...leaf, scoring: ownScoring(method, leaf, language) }))
      }
      case 'actual':
        return actualAnswer(
          plain,
          from,
          scheme,
          w,
          language,
          (then) => changeDeclaration(index, 'edit', () => then),
          row,
        )
      default:
        return { refuse: w.notHere }
    }
  }

  const menu = (of: readonly DeclarationRow[]): MenuProps['items'] => {
    const [first] = of
    const branch = first?.kind === 'branch' ? first.node.id : first?.kind === 'own' ? first.branch.id : undefined
    return [
      {
        key: 'add',
        label: w.addLeaf,
        disabled: branch === undefined,
        onClick: () => branch !== undefined && addLeaf(branch, first?.kind === 'own' ? first.node.id : undefined),
      },
      {
        key: 'remove',
        label: w.removeLeaf,
        danger: true,
        disabled: !of.some(({ kind }) => kind === 'own'),
        onClick: () => removeLeaves(of),
      },
    ]
  }
  const branches = rows.filter((row) => row.kind === 'branch')
  return (
    <Sheet
      label={w.sheet}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      layoutKey="declarations"
      tree={tree}
      handle={handle}
      onCommit={onCommit}
      onPaste={onPaste}
      onSelect={(selection) => {
        const { active } = selection
        selected.current = selection
        onRow(active?.row ?? null)
        const row = rows.find(({ key }) => key === active?.row)
        if (row !== undefined)
          designer.setView(({ selection: before }) => ({
            selection: { ...before, active: row.node.id, ids: [row.node.id] },
          }))
      }}
      onRows={(action, of) => {
        const last = of.at(-1)
        if (action === 'remove' && of.some(({ kind }) => kind === 'own')) removeLeaves(of)
        else if (action === 'insert' && last?.kind === 'own') addLeaf(last.branch.id, last.node.id)
        else if (action === 'insert' && last?.kind === 'branch') addLeaf(last.node.id)
        else return false
        return true
      }}
      menu={menu}
      footer={
        branches.length > 0 && (
          <div className="declarations-adding">
            {branches.map(
              (row) =>
                row.kind === 'branch' && (
                  <Button key={row.key} onClick={() => addLeaf(row.node.id)}>
                    {w.addLeafTo(
                      row.node.name,
                      Exact.of(row.node.points).minus(Exact.of(row.given)).max(Exact.zero).toText(),
                    )}
                  </Button>
                ),
            )}
          </div>
        )
      }
    />
  )
}

function useTree(rows: readonly DeclarationRow[]): (row: DeclarationRow) => TreePlace {
  const places = useMemo(() => {
    const found = new Map<string, TreePlace>()
    rows.forEach((row, at) => {
      const siblings: DeclarationRow[] = []
      for (let index = at; index >= 0 && rows[index]!.depth >= row.depth; index--) {
        if (rows[index]!.depth === row.depth) siblings.unshift(rows[index]!)
      }
      const position = siblings.length
      for (let index = at + 1; index < rows.length && rows[index]!.depth >= row.depth; index++) {
        if (rows[index]!.depth === row.depth) siblings.push(rows[index]!)
      }
      const hasBelow = (rows[at + 1]?.depth ?? 0) > row.depth
      found.set(row.key, {
        level: row.depth + 1,
        position,
        size: siblings.length,
        ...(hasBelow ? { isExpanded: true } : {}),
      })
    })
    return found
  }, [rows])
  return (row) => places.get(row.key) ?? FIRST
}

const FIRST: TreePlace = { level: 1, position: 1, size: 1 }
