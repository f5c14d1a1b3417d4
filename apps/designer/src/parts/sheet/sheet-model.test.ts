import { readTextTable } from '@yardstick/exchange/table'
import { describe, expect, it, vi } from 'vitest'
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

  it('of a row that goes meanwhile gives its text to no other row', () => {
    const it = sheet()
    it.at(1, 0)
    it.type('新')
    it.model.update({ ...it.source, rows: [rows[0]!, rows[2]!] }, placed)
    expect([it.model.state.editing, it.text()]).toEqual([null, ''])
    it.model.run({ type: 'enter', rows: 1 })
    expect(it.changes).toEqual([])
  })

  it('of a row that moves meanwhile goes with it', () => {
    const it = sheet()
    it.at(1, 0)
    it.type('新')
    it.model.update({ ...it.source, rows: [...rows].reverse().slice(1) }, placed)
    it.model.run({ type: 'enter', rows: 1 })
    expect(it.changes).toEqual(['type b.name=新'])
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

  it('a question keeps the text in its cell until it is answered, and what was to be gone to waits', () => {
    const it = sheet()
    let asked = true
    it.model.update(
      {
        ...it.source,
        onCommit: (changes, kind) =>
          asked
            ? { ask: '50?', choices: [{ label: '≥50', onChoose: () => it.source.onCommit(changes, kind) }] }
            : undefined,
      },
      placed,
    )
    it.at(0, 1)
    it.type('50')
    it.model.run({ type: 'enter', rows: 1 })
    expect(it.model.state.answer).toMatchObject({ ask: '50?' })
    expect(it.model.commit()).toBe(false)
    it.model.goTo('c', 'name')
    expect(it.model.state.cursor?.active).toEqual({ row: 0, column: 1 })
    it.model.closeAnswer()
    expect([it.text(), it.model.state.editing?.cell]).toEqual(['50', { row: 0, column: 1 }])
    it.model.run({ type: 'enter', rows: 1 })
    const { answer } = it.model.state
    asked = false
    it.model.answered(answer !== null && 'ask' in answer ? answer.choices[0]!.onChoose : () => {})
    expect([it.text(), it.model.state.editing, it.changes]).toEqual(['', null, ['type a.points=50']])
    it.model.settle()
    expect(active(it)).toEqual({ row: 'c', column: 'name' })
  })

  it('tells of the row under the cursor when it is another one', () => {
    vi.useFakeTimers()
    const told: (string | undefined)[] = []
    const it = sheet({ onSelect: ({ active }) => told.push(active?.row) })
    const draw = (names: readonly string[]) => {
      it.model.update({ ...it.source, rows: names.map((id) => ({ id, name: id, points: '0' })) }, placed)
      it.model.settle()
      vi.runAllTimers()
    }
    it.at(1, 0)
    draw(['a', 'b', 'c'])
    draw(['a', 'renamed', 'c'])
    draw(['a', 'b', 'c'])
    draw(['a'])
    draw([])
    expect(told).toEqual(['b', 'renamed', 'b', 'a', undefined])
    vi.useRealTimers()
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

describe('looking for a text', () => {
  it('goes on from cell to cell without the bar, and opens it where nothing was looked for yet', () => {
    const it = sheet()
    it.at(0, 1)
    it.model.run({ type: 'find-next', step: 1 })
    expect(it.model.state.find).toEqual({ replace: false })
    it.model.closeFind()
    it.model.query = { text: 'c', matchCase: false, wholeCell: false }
    it.model.run({ type: 'find-next', step: 1 })
    expect(it.model.state.find).toBeNull()
    expect(active(it)).toEqual({ row: 'c', column: 'name' })
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

describe('the empty row below the last one', () => {
  const ghost: Row = { id: '', name: '', points: '' }

  /** A panel that makes a row of what is typed or pasted there; what it has is drawn by `draw`, as after a key. */
  function growing(from: readonly Row[] = rows) {
    let now = from
    const grow = (texts: readonly string[]) => {
      now = [...now, ...texts.map((name): Row => ({ id: `new ${name}`, name, points: '0' }))]
      return { grown: texts.map((name) => `new ${name}`) }
    }
    const it = sheet(
      {
        ghost,
        onCommit: (given) => {
          const [change] = given
          if (change?.row === ghost) return grow([change.text])
          now = now.map((row) => (row === change?.row ? { ...row, [change.column]: change.text } : row))
          return undefined
        },
        onPaste: ({ beyond }) => grow(beyond.map(([name]) => name ?? '')),
      },
      from,
    )
    const draw = () => {
      it.model.update({ ...it.source, rows: now }, placed)
      it.model.settle()
    }
    const type = (text: string, key: Parameters<typeof it.model.run>[0]) => {
      it.type(text)
      it.model.run(key)
      draw()
    }
    return { ...it, type, draw, names: () => now.map((row) => row.name) }
  }

  const enter = { type: 'enter', rows: 1 } as const
  const arrow = { type: 'move', move: { to: 'step', rows: 1, columns: 0 }, extend: false } as const

  it.each([
    ['Enter', enter],
    ['the arrow down', arrow],
  ])('seven names typed down with %s are seven rows', (_, key) => {
    const it = growing([{ id: 'first', name: '', points: '' }])
    it.at(0, 0)
    const names = ['产出', '数量', '质量', '时效', '成本', '效益', '满意度']
    for (const name of names) it.type(name, key)
    expect(it.names()).toEqual(names)
    expect(it.model.state.cursor?.active).toEqual({ row: 7, column: 0 })
    expect(it.model.selection).toEqual({ active: null, rows: [], columns: ['name'] })
  })

  it('Tab goes along the new row, and from its end to the empty one', () => {
    const it = growing()
    it.at(3, 0)
    it.type('d', { type: 'tab', step: 1 })
    expect(it.model.selection.active).toEqual({ row: 'new d', column: 'points' })
    it.model.run({ type: 'tab', step: 1 })
    it.model.run({ type: 'tab', step: 1 })
    expect(it.model.state.cursor?.active).toEqual({ row: 4, column: 0 })
  })

  it('nothing comes of looking in, nor of what was typed and taken away', () => {
    const it = growing()
    it.at(3, 0)
    it.model.run({ type: 'edit' })
    it.model.run(enter)
    it.type('', enter)
    it.model.run({ type: 'clear' })
    expect(it.names()).toEqual(['A', 'B', 'C'])
    expect(it.model.state.cursor?.active).toEqual({ row: 3, column: 0 })
  })

  it('what is pasted there is beyond the last row, and is selected when it is there', () => {
    const it = growing()
    it.at(3, 0)
    it.model.paste(readTextTable('d\ne\n')!)
    it.draw()
    expect(it.names()).toEqual(['A', 'B', 'C', 'd', 'e'])
    expect(it.model.selection.rows).toEqual(['new d', 'new e'])
  })

  it('it belongs to no selection, no copy and no block that was drawn over it', () => {
    const it = growing()
    it.at(1, 1, 3, 1)
    expect(it.model.selection.rows).toEqual(['b', 'c'])
    expect(it.model.copied(false)).toEqual([['1'], ['2']])
    it.model.run({ type: 'fill', to: 'down' })
    it.draw()
    expect(it.names()).toEqual(['A', 'B', 'C'])
    it.model.run({ type: 'select-all' })
    expect(it.model.state.cursor?.head).toEqual({ row: 2, column: 2 })
    it.model.run({ type: 'move', move: { to: 'end' }, extend: false })
    expect(it.model.state.cursor?.active).toEqual({ row: 2, column: 2 })
  })
})
