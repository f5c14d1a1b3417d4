import type { TableCell, TableScoring } from '@yardstick/model'
import { operatorSlot, valueSlot } from '../condition/condition.ts'
import { factSlot } from '../condition/fact.ts'
import { isEqual } from '../phrase/equal.ts'
import type { Input } from '../phrase/input.ts'
import { as, at, either, first, list, listOf, type Phrase, type Read, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { ordinal } from './ordinal.ts'
import { gives } from './slots.ts'

/**
 * 决策表: 对照下列因素（预算执行率、项目类型）计分，以最先符合的一项为准：①预算执行率≥90%且项目类型=“甲”，得满分；②预算执行率≥90%，得8分；
 * 均不符合的，不得分。 The head names the columns, a row only the cells that ask something.
 *
 * A fact with two columns side by side is asked from below and from above, and named once: 增长率>0%且≤5%. In any other table
 * with a column twice the head names every column and a row every cell, so that each finds its own.
 */
export function tableSentence(speech: Speech): Phrase<TableScoring> {
  return as(
    SENTENCES[speech.language](speech),
    (read) => (isBounded(read) ? (hasTwice(read.columns) ? undefined : apart(read)) : (read as TableScoring)),
    (table) => {
      const bounded = together(table)
      return bounded !== undefined && isEqual(apart(bounded), table) ? bounded : table
    },
  )
}

/** A table as its sentence says it: a cell may hold both bounds of its fact. */
interface SaidTable extends Omit<TableScoring, 'rows'> {
  readonly rows: SaidRow[]
}

interface SaidRow {
  readonly when: SaidCell[]
  readonly score: string
}

type SaidCell = TableCell | readonly [TableCell, TableCell] | null

const isPair = (cell: SaidCell): cell is readonly [TableCell, TableCell] => Array.isArray(cell)
const isBounded = ({ rows }: SaidTable) => rows.some(({ when }) => when.some(isPair))
const hasTwice = (columns: readonly string[]) => new Set(columns).size < columns.length

/** Two columns of one fact as one; undefined where none stands twice, or not side by side. */
function together(table: TableScoring): SaidTable | undefined {
  const columns = [...new Set(table.columns)]
  const isSideBySide = table.columns.every(
    (fact, index) => table.columns.indexOf(fact) === index || table.columns[index - 1] === fact,
  )
  if (columns.length === table.columns.length || !isSideBySide) return undefined
  const rows = table.rows.map(({ when, score }): SaidRow => {
    const said = columns.map((fact): SaidCell => {
      const [first = null, second] = when.filter((cell, index) => table.columns[index] === fact && cell !== null)
      return first === null || second == null ? first : [first, second]
    })
    return { when: said, score }
  })
  return { ...table, columns, rows }
}

/** Each fact that has both bounds in some row has two columns; one bound alone stands in the first unless it is an upper one. */
function apart(table: SaidTable): TableScoring {
  const isDouble = table.columns.map((_, index) => table.rows.some(({ when }) => isPair(when[index] ?? null)))
  const twice = <T>(values: readonly T[], two: (value: T) => readonly T[]) =>
    values.flatMap((value, index) => (isDouble[index] === true ? two(value) : [value]))
  const bounds = (cell: SaidCell): readonly SaidCell[] =>
    isPair(cell) ? cell : cell?.operator.startsWith('lessThan') ? [null, cell] : [cell, null]
  return {
    ...table,
    columns: twice(table.columns, (fact) => [fact, fact]),
    rows: table.rows.map(({ when, score }) => ({ when: twice(when, bounds) as (TableCell | null)[], score })),
  }
}

/** The rows are read with the columns that the head named. */
function tableOf(
  speech: Speech,
  head: Phrase<Pick<TableScoring, 'columns' | 'hit'>>,
  between: Phrase<object>,
  tail: Phrase<Pick<TableScoring, 'otherwise'>>,
): Phrase<SaidTable> {
  const rowsOf = (columns: readonly string[]) => listOf((index) => rowSlot(speech, columns, index), between)
  return {
    keys: [],
    print(table) {
      const parts = [head.print(table), rowsOf(table.columns).print(table.rows), tail.print(table)]
      return parts.includes(undefined) ? undefined : parts.join('')
    },
    *read(input, place) {
      for (const opened of head.read(input, place)) {
        const rows = first(rowsOf(opened.value.columns).read(input, opened.end))
        const closed = rows === undefined ? undefined : first(tail.read(input, rows.end))
        if (rows === undefined || closed === undefined) continue
        yield { value: { method: 'table', ...opened.value, rows: rows.value, ...closed.value }, end: closed.end }
      }
    },
  }
}

function rowSlot(speech: Speech, columns: readonly string[], index: number): Phrase<SaidRow> {
  const [number, comma] = [ordinal(index, speech.language), speech.language === 'zh' ? word('，') : word(': ')]
  return as(
    say`${number}${at('when', cellsSlot(speech, columns))}${comma}${at('score', gives[speech.language])}`,
    (read): SaidRow => read,
    (row) => row,
  )
}

function cellsSlot(speech: Speech, columns: readonly string[]): Phrase<SaidCell[]> {
  const { language } = speech
  const { and, any, free } = SIGNS[language]
  const cell = say`${at('operator', operatorSlot(language))}${at('value', valueSlot(speech))}`
  const fact = factSlot(speech)
  const namesEvery = hasTwice(columns)
  return {
    keys: [],
    print(cells) {
      const said = cells.flatMap((each, index) => {
        if (each === null) return namesEvery ? [`${fact.print(columns[index] ?? '')}${free}`] : []
        const [one, other] = isPair(each) ? each : [each]
        const also = other === undefined ? '' : `${and}${cell.print(other)?.trimStart()}`
        return [`${fact.print(columns[index] ?? '')}${cell.print(one)}${also}`]
      })
      return said.length === 0 ? any : said.join(and)
    },
    *read(input, place) {
      const cells: SaidCell[] = columns.map(() => null)
      let end = input.after(any, place)
      let column = -1
      for (let next: number | undefined = end === undefined ? place : undefined; next !== undefined; ) {
        const said = readCell(input, next)
        const before = cells[column] ?? null
        const bound = said === undefined && !namesEvery && before !== null ? first(cell.read(input, next)) : undefined
        if (bound !== undefined && !isPair(before!)) {
          cells[column] = [before!, bound.value]
          end = bound.end
        } else {
          // Cells stand in the order of their columns.
          column = said === undefined ? -1 : columns.indexOf(said.fact, column + 1)
          if (said === undefined || column < 0) return
          cells[column] = said.cell
          end = said.end
        }
        next = input.after(and, end)
      }
      if (end !== undefined) yield { value: cells, end }
    },
  }

  function readCell(input: Input, place: number): { fact: string; cell: TableCell | null; end: number } | undefined {
    const name = first(fact.read(input, place))
    if (name === undefined) return undefined
    const nothing = input.after(free, name.end)
    if (nothing !== undefined) return { fact: name.value, cell: null, end: nothing }
    const asked: Read<TableCell> | undefined = first(cell.read(input, name.end))
    return asked === undefined ? undefined : { fact: name.value, cell: asked.value, end: asked.end }
  }
}

const SIGNS = {
  zh: { and: '且', any: '任何情形', free: '不限' },
  en: { and: ' and ', any: 'in any case', free: ' of any value' },
} as const

const SENTENCES: InLanguages<(speech: Speech) => Phrase<SaidTable>> = {
  zh: (speech) =>
    tableOf(
      speech,
      say`对照下列因素（${at('columns', list(factSlot(speech), '、'))}）计分，${either(
        when({ hit: 'first' }, word('以最先符合的一项为准')),
        when({ hit: 'unique' }, word('至多符合其中一项')),
        when({ hit: 'sum' }, word('符合的各项得分累加')),
      )}：`,
      word('；'),
      say`；均不符合的，${at('otherwise', gives.zh)}${word('。', '')}`,
    ),
  en: (speech) =>
    tableOf(
      speech,
      say`By ${at('columns', list(factSlot(speech), ', '))}; ${either(
        when({ hit: 'first' }, word('the first row that holds counts')),
        when({ hit: 'unique' }, word('only one row may hold')),
        when({ hit: 'sum' }, word('all rows that hold add up')),
      )}: `,
      word('; '),
      say`; otherwise: ${at('otherwise', gives.en)}${word('.', '')}`,
    ),
}
