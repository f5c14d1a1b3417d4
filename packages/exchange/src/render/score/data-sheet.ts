import { Exact, type Item, type Measure } from '@yardstick/model'
import type { CellContent, CellLook, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import type { ScoreWorkbookInput, ValueState } from './score-input.ts'
import { DATA_COLUMNS, type DataLine, type ScoreLayout } from './score-layout.ts'
import type { ScoreWords } from './score-words.ts'

/**
 * 数据: every data item, measure and judgement with its value and state; the formulas of 评分表 point here. Measures are
 * formulas themselves. What is missing or does not apply leaves its value empty, with the state beside it.
 */
export function dataSheet(layout: ScoreLayout, words: ScoreWords, input: ScoreWorkbookInput): WorkbookSheet {
  const { scheme } = input
  const width = Object.keys(DATA_COLUMNS).length
  const header = [words.kind, words.name, words.value, words.unit, words.state, words.evidence, words.source]
  const empty = layout.data.length === 0 ? words.emptyData : ''
  return {
    name: words.data,
    columns: [11, 32, 20, 10, 14, 10, 50],
    rows: [
      [cell({ text: words.dataHeading(scheme.name) }, 'title')],
      [cell({ text: empty }, 'plain')],
      header.map((text) => cell({ text }, 'header')),
      ...layout.data.map((line) => dataRow(line, words, input)),
    ],
    merges: [0, 1].map((row) => ({ row, column: 0, rowSpan: 1, columnSpan: width })),
    frozen: { rows: 3, columns: 2 },
    marked: [],
  }
}

function dataRow(line: DataLine, words: ScoreWords, { scheme, values, formulas }: ScoreWorkbookInput): WorkbookCell[] {
  switch (line.kind) {
    case 'item': {
      const item = scheme.items.find((each) => each.id === line.name)!
      const state = values.items[line.name]
      const reasons = [item.source, state?.reason].filter((text) => text !== undefined)
      return row(words, {
        kind: words.kinds.item,
        name: nameOf(item),
        value: plainContent(state, item.type === 'rate', words),
        unit: item.type === 'rate' ? '' : (item.unit ?? ''),
        state,
        evidence: { text: values.evidence[line.name] === true ? words.attached : '' },
        source: reasons.join('；'),
      })
    }
    case 'measure': {
      const measure = (scheme.measures ?? []).find((each) => each.id === line.name)!
      const state = values.measures[line.name]
      const plain = plainContent(state, measure.type === 'rate', words)
      const formula = formulas.measures[line.name]
      const live: CellContent =
        formula === undefined || 'refused' in formula
          ? plain
          : {
              formula: formula.formula,
              ...('percent' in plain && plain.percent !== undefined ? { percent: plain.percent } : {}),
              ...(measure.type === 'date' ? { isDate: true } : {}),
            }
      return row(words, {
        kind: words.kinds.measure,
        name: nameOf(measure),
        value: live,
        unit: measure.type === 'rate' ? '' : (measure.unit ?? ''),
        state,
        evidence: { text: '' },
        source: `= ${measure.formula}`,
      })
    }
    case 'judged': {
      const { leaf, element } = line
      const judged = values.judged[leaf.id]
      const isMet = element === undefined ? undefined : judged?.elements?.[element]
      const isShare = leaf.scoring.method === 'levels'
      return row(words, {
        kind: words.kinds.judged,
        name: line.text,
        value:
          element === undefined
            ? plainContent(judged, isShare, words)
            : isMet === undefined
              ? { text: '' }
              : { text: isMet ? words.yes : words.no },
        unit: element !== undefined ? '' : isShare ? words.share : words.pointsUnit,
        state:
          element !== undefined && isMet === undefined && judged?.state === 'present' ? { state: 'missing' } : judged,
        evidence: { text: '' },
        source: judged?.reason ?? '',
      })
    }
  }
}

interface DataRow {
  readonly kind: string
  readonly name: string
  readonly value: CellContent
  readonly unit: string
  readonly state: ValueState | undefined
  readonly evidence: CellContent
  readonly source: string
}

function row(words: ScoreWords, { kind, name, value, unit, state, evidence, source }: DataRow): WorkbookCell[] {
  const shown = state?.provisional === true ? words.unverified : words.states[state?.state ?? 'missing']
  return [
    cell({ text: kind }, 'aside'),
    cell({ text: name }, 'text'),
    cell(value, 'figure'),
    cell({ text: unit }, 'aside'),
    cell({ text: shown }, 'aside'),
    cell(evidence, 'aside'),
    cell({ text: source }, 'text'),
  ]
}

const cell = (content: CellContent, look: CellLook): WorkbookCell => ({ content, look })

const nameOf = ({ id, label }: Item | Measure) => (label === undefined || label === id ? id : `${label}（${id}）`)

/** A value as a cell holds it; empty where there is none, and an error where it is wrong, so that none is reckoned from it. */
export function plainContent(state: ValueState | undefined, isRate: boolean, words: ScoreWords): CellContent {
  if (state?.state === 'error') return { formula: 'NA()' }
  const value = state?.state === 'present' ? state.value : undefined
  switch (value?.kind) {
    case undefined:
      return { text: '' }
    case 'number':
      return isRate ? { number: value.text, percent: percentDigits(value.text) } : { number: value.text }
    case 'boolean':
      return { text: value.is ? words.yes : words.no }
    case 'date':
      return { date: value.text }
    case 'list':
      return { text: words.records(value.count) }
    case 'text':
      return { text: value.text }
  }
}

/** As many digits of the percentage as the ratio has, at most six; two for one that never ends. */
function percentDigits(text: string): number {
  const digits = Exact.fromText(text)?.decimalDigits
  return digits === undefined ? 2 : Math.max(0, Math.min(6, digits - 2))
}
