import { readTextTable } from '@yardstick/exchange/table'
import { describe, expect, it } from 'vitest'
import type { CellChange, CommitAnswer, SheetColumn } from './column.ts'
import { noLayout, placedColumns } from './column-layout.ts'
import { SheetModel, type SheetSource } from './sheet-model.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly points: string
}

const columns: SheetColumn<Row>[] = [
  { id: 'name', title: 'Name', width: 100, text: (row) => row.name },
  { id: 'points', title: 'Points', width: 100, text: (row) => row.points },
  { id: 'score', title: 'Score', width: 100, text: () => '', canEdit: () => false },
]
const placed = placedColumns(columns, noLayout)

const rows = ['a', 'b', 'c'].map((id, index): Row => ({ id, name: id.toUpperCase(), points: String(index) }))

function sheet(more: Partial<SheetSource<Row>> = {}, from: readonly Row[] = rows) {
  const model = new SheetModel<Row>()
  const changes: string[] = []
  let input = ''
  model.view = {
    text: () => input,
    setText: (text) => {
      input = text
    },
    focus: () => {},
    show: () => {},
    page: () => 10,
  }
  const onCommit = (given: readonly CellChange<Row>[], kind: string): CommitAnswer | undefined => {
    changes.push(`${kind} ${given.map(({ row, column, text }) => `${row.id}.${column}=${text}`).join(' ')}`)
    return undefined
  }
  const source: SheetSource<Row> = { rows: from, rowKey: (row) => row.id, onCommit, ...more }
  model.update(source, placed)
  const type = (text: string) => {
    input = text
    model.typed()
  }
  const at = (row: number, column: number, toRow = row, toColumn = column) =>
    model.select({ active: { row, column }, head: { row: toRow, column: toColumn } })
  return { model, changes, type, at, source, text: () => input }
}

const active = ({ model }: ReturnType<typeof sheet>) => model.selection.active

describe('editing', () => {
  it('what is typed replaces the cell and Enter goes down', () => {
    const it = sheet()
    it.at(0, 0)
    it.type('新')
    it.model.run({ type: 'enter', rows: 1 })
    expect(it.changes).toEqual(['type a.name=新'])
    expect(active(it)).toEqual({ row: 'b', column: 'name' })
    expect(it.text()).toBe('')
  })

  it('Esc leaves the cell as it was', () => {
    const it = sheet()
    it.at(0, 0)
    it.type('新')
    it.model.run({ type: 'cancel' })
    expect(it.changes).toEqual([])
    expect(it.model.state.editing).toBeNull()
  })

  it('a cell that was only opened commits nothing', () => {
    const it = sheet()
    it.at(0, 0)
    it.model.run({ type: 'edit' })
    expect(it.text()).toBe('A')
    it.model.run({ type: 'tab', step: 1 })
    expect(it.changes).toEqual([])
  })

  it('a refused text keeps the cell open and the cursor there', () => {
    const it = sheet({ onCommit: () => ({ refuse: 'no number' }) })
    it.at(0, 1)
    it.type('x')
    it.model.run({ type: 'enter', rows: 1 })
    expect(it.model.state.editing?.cell).toEqual({ row: 0, column: 1 })
    expect(it.model.state.answer).toMatchObject({ refuse: 'no number' })
    expect(it.text()).toBe('x')
  })

  it('a cell that is computed does not take letters', () => {
    const it = sheet()
    it.at(0, 2)
    it.type('x')
    expect(it.model.state.editing).toBeNull()
    expect(it.text()).toBe('')
  })

  it('Enter after Tabs goes back to the column they began in', () => {
    const it = sheet()
    it.at(0, 0)
    it.type('x')
    it.model.run({ type: 'tab', step: 1 })
    it.type('1')
    it.model.run({ type: 'enter', rows: 1 })
    expect(active(it)).toEqual({ row: 'b', column: 'name' })
  })

  it('the cursor stays with its row when rows come before it', () => {
    const it = sheet()
    it.at(1, 1)
    it.model.update({ ...it.source, rows: [{ id: 'new', name: 'N', points: '0' }, ...rows] }, placed)
    expect(it.model.state.cursor?.active).toEqual({ row: 2, column: 1 })
  })

  it('goes to a row that is not there yet as soon as it is', () => {
    const it = sheet()
    it.at(0, 0)
    it.model.edit('new', 'name')
    expect(it.model.state.editing).toBeNull()
    it.model.update({ ...it.source, rows: [...rows, { id: 'new', name: 'N', points: '0' }] }, placed)
    it.model.settle()
    expect(it.model.state.editing).toMatchObject({ cell: { row: 3, column: 0 }, text: 'N' })
  })
})

describe('blocks are one change', () => {
  it.each([
    // what, the change
    ['cleared', (it: ReturnType<typeof sheet>) => it.model.run({ type: 'clear' }), 'clear a.points= b.points='],
    ['filled down', (it: ReturnType<typeof sheet>) => it.model.run({ type: 'fill', to: 'down' }), 'fill b.points=0'],
    [
      'filled with what is typed',
      (it: ReturnType<typeof sheet>) => {
        it.type('7')
        it.model.run({ type: 'fill-selection' })
      },
      'fill a.points=7 b.points=7',
    ],
    [
      'pasted over',
      (it: ReturnType<typeof sheet>) => it.model.paste(readTextTable('5\n6\n')!),
      'paste a.points=5 b.points=6',
    ],
  ] as const)('%s', (_, run, expected) => {
    const it = sheet()
    it.at(0, 1, 1, 1)
    run(it)
    expect(it.changes).toEqual([expected])
  })

  it('what was cut is empty where it is not pasted over', () => {
    const it = sheet()
    it.at(1, 1)
    it.model.copied(true)
    it.at(2, 1)
    it.model.paste(readTextTable('1\n')!)
    expect(it.changes).toEqual(['paste c.points=1 b.points='])
  })

  it('rows beyond the last are handed to the panel with their columns', () => {
    const got: unknown[] = []
    const it = sheet({
      onPaste: ({ beyond, columns: covered }) => {
        got.push(beyond, covered)
        return undefined
      },
    })
    it.at(2, 0)
    it.model.paste(readTextTable('x\t1\ny\t2\n')!)
    expect(got).toEqual([[['y', '2']], ['name', 'points']])
  })
})
