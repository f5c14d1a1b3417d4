import type { TableCell, TableScoring } from '@yardstick/model'
import { operatorSlot, valueSlot } from '../condition/condition.ts'
import { factSlot } from '../condition/fact.ts'
import type { Input } from '../phrase/input.ts'
import { as, at, either, first, list, listOf, type Phrase, type Read, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { ordinal } from './ordinal.ts'
import { gives } from './slots.ts'

/**
 * 决策表: 对照下列因素（预算执行率、项目类型）计分，以最先符合的一项为准：①预算执行率≥90%且项目类型=“甲”，得满分；②预算执行率≥90%，得8分；
 * 均不符合的，不得分。 The head names the columns, a row only the cells that ask something; where a column stands twice its
 * rows name every cell, so that each finds its column.
 */
export function tableSentence(speech: Speech): Phrase<TableScoring> {
  return SENTENCES[speech.language](speech)
}

type Row = TableScoring['rows'][number]

/** The rows are read with the columns that the head named. */
function tableOf(
  speech: Speech,
  head: Phrase<Pick<TableScoring, 'columns' | 'hit'>>,
  between: Phrase<object>,
  tail: Phrase<Pick<TableScoring, 'otherwise'>>,
): Phrase<TableScoring> {
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

function rowSlot(speech: Speech, columns: readonly string[], index: number): Phrase<Row> {
  const [number, comma] = [ordinal(index, speech.language), speech.language === 'zh' ? word('，') : word(': ')]
  return as(
    say`${number}${at('when', cellsSlot(speech, columns))}${comma}${at('score', gives[speech.language])}`,
    (read): Row => read,
    (row) => row,
  )
}

function cellsSlot(speech: Speech, columns: readonly string[]): Phrase<(TableCell | null)[]> {
  const { language } = speech
  const { and, any, free } = SIGNS[language]
  const cell = say`${at('operator', operatorSlot(language))}${at('value', valueSlot(speech))}`
  const fact = factSlot(speech)
  const namesEvery = new Set(columns).size < columns.length
  return {
    keys: [],
    print(cells) {
      const said = cells.flatMap((each, index) => {
        if (each === null) return namesEvery ? [`${fact.print(columns[index] ?? '')}${free}`] : []
        return [`${fact.print(columns[index] ?? '')}${cell.print(each)}`]
      })
      return said.length === 0 ? any : said.join(and)
    },
    *read(input, place) {
      const cells: (TableCell | null)[] = columns.map(() => null)
      let end = input.after(any, place)
      let column = -1
      for (let next: number | undefined = end === undefined ? place : undefined; next !== undefined; ) {
        const said = readCell(input, next)
        // Cells stand in the order of their columns.
        column = said === undefined ? -1 : columns.indexOf(said.fact, column + 1)
        if (said === undefined || column < 0) return
        cells[column] = said.cell
        end = said.end
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

const SENTENCES: InLanguages<(speech: Speech) => Phrase<TableScoring>> = {
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
