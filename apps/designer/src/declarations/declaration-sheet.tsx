import { type Declaration, Exact, type OwnLeaf, type Target, walk } from '@yardstick/model'
import { printTarget, readTarget } from '@yardstick/wording'
import { Button, type MenuProps } from 'antd'
import { useMemo } from 'react'
import { readQuantity } from '../parts/field/read-quantity.ts'
import { issueText } from '../parts/issue-text.tsx'
import { newId } from '../parts/new-id.ts'
import type { CellChange, CommitAnswer, TreePlace } from '../parts/sheet/column.ts'
import { Sheet } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { changeDeclaration } from './actions.ts'
import {
  changeOwnLeaf,
  ownLeavesOf,
  pointsLeft,
  removeOwnLeaf,
  withField,
  withOwnLeaves,
  withTarget,
} from './declaration-edits.ts'
import type { DeclarationRow } from './declaration-rows.ts'
import { actualAnswer } from './own-actual.ts'
import { methodOfName, ownScoring } from './own-scoring.ts'
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

  const addLeaf = (branchId: string, after?: string) => {
    const branch = rows.find((row) => row.kind === 'branch' && row.key === branchId)
    if (branch?.kind !== 'branch') return
    const own = ownLeavesOf(declaration, branchId)
    const taken = new Set([
      ...walk(scheme).map(({ node }) => node.id),
      ...Object.values(declaration.indicators ?? {}).flatMap((leaves) => leaves.map(({ id }) => id)),
    ])
    const name = w.newLeaf(own.length + 1)
    const left = pointsLeft(branch.node, own)
    const leaf: OwnLeaf = {
      id: newId(name, taken),
      name,
      points: left,
      scoring: ownScoring('levels', undefined, language),
      target: { text: w.textTarget },
    }
    const at = after === undefined ? own.length : own.findIndex(({ id }) => id === after) + 1
    changeDeclaration(index, 'addLeaf', (each) =>
      withOwnLeaves(each, branchId, [...own.slice(0, at), leaf, ...own.slice(at)]),
    )
  }
  const removeLeaves = (of: readonly DeclarationRow[]) =>
    changeDeclaration(index, 'removeLeaf', (each) =>
      of.reduce((rest, row) => (row.kind === 'own' ? removeOwnLeaf(rest, row.branch.id, row.node.id) : rest), each),
    )

  const onCommit = (changes: readonly CellChange<DeclarationRow>[]): CommitAnswer | undefined => {
    let next = declaration
    for (const change of changes) {
      const done = applied(next, change)
      if ('declaration' in done) next = done.declaration
      else if (changes.length === 1) return done
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
      const { target, confidence, issues } = readTarget(plain)
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
      onCommit={onCommit}
      onSelect={({ active }) => {
        onRow(active?.row ?? null)
        const row = rows.find(({ key }) => key === active?.row)
        if (row !== undefined)
          designer.setView(({ selection }) => ({
            selection: { ...selection, active: row.node.id, ids: [row.node.id] },
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
