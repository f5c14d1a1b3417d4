import { conversion, Exact, entryOf, type Item, readItem, type Scheme, type Submission } from '@yardstick/model'
import type { DocumentCell } from '../document.ts'
import { leafTrace } from '../report/report-input.ts'
import type { TableBuilder } from '../table-builder.ts'
import { executionItems } from './execution-items.ts'
import { executionLeaf, type SelfEvaluationInput } from './self-evaluation-input.ts'
import type { FormKind, FormWords, FundsColumn, FundsRow } from './self-evaluation-words.ts'

const ROWS: { readonly [K in FormKind]: readonly FundsRow[] } = {
  project: ['total', 'fiscal', 'carried', 'other'],
  department: ['total', 'basic', 'projects'],
}
const COLUMNS = ['initial', 'annual', 'spent'] as const

/**
 * The block of funds. A figure is that of the data item which is called as the form calls it (年初预算数,
 * 基本支出全年预算数); the sources of a project may be called by the row alone and then stand under 全年预算数. Where no item is
 * called so, the amounts of the whole are those that 预算执行率 is reckoned from.
 *
 * at       the column of the first figure; the row's label stands left of it, the block's name in column 0
 * returns  the fields that stand empty
 */
export function putFunds(
  builder: TableBuilder,
  input: SelfEvaluationInput,
  { kind, at, words }: { kind: FormKind; at: number; words: FormWords },
): string[] {
  const empty: string[] = []
  const top = builder.height
  const rows = ROWS[kind]
  const { columns } = words
  const spentName = kind === 'project' ? columns.spent : columns.departmentSpent
  const ends: readonly ('points' | 'rate' | 'score')[] =
    kind === 'project' ? ['points', 'rate', 'score'] : ['rate', 'points', 'score']
  builder.text(top, 0, words.funds[kind], 'header', rows.length + 1)
  builder.text(top, 1, words.spending[kind], 'header', 1, at - 1)
  const heads = [columns.initial, columns.annual, spentName, ...ends.map((end) => columns[end])]
  for (const [offset, text] of heads.entries()) builder.text(top, at + offset, text, 'header')
  for (const [index, row] of rows.entries()) {
    const y = top + index + 1
    const label = row === 'total' && kind === 'department' ? words.rows.departmentTotal : words.rows[row]
    builder.text(y, 1, label, 'text', 1, at - 1)
    const figures = COLUMNS.map((column) => fundsFigure(input, row, column))
    for (const [offset, figure] of figures.entries()) {
      builder.put(y, at + offset, figureCell(figure))
      if (figure === undefined) empty.push(words.fieldOf(label, heads[offset]!))
    }
    for (const [offset, end] of ends.entries()) {
      const cell = endCell(end, row, figures, input, words)
      builder.put(y, at + 3 + offset, cell)
      // The rate of a row without figures needs no mention of its own.
      if (row === 'total' && 'text' in cell.content && cell.content.text === '') {
        empty.push(words.fieldOf(label, columns[end]))
      }
    }
  }
  return empty
}

type Figures = readonly (Exact | undefined)[]

/** Points and score are those of the whole; the rate is each row's own. */
function endCell(
  end: 'points' | 'rate' | 'score',
  row: FundsRow,
  figures: Figures,
  { scheme, evaluation }: SelfEvaluationInput,
  words: FormWords,
): DocumentCell {
  const leaf = executionLeaf(scheme)
  const result = evaluation.indicators.find(({ id }) => id === leaf?.id)
  if (end === 'rate') {
    const scored = row === 'total' && result !== undefined ? leafTrace(result)?.actual : undefined
    const [, annual, spent] = figures
    const own = annual === undefined || spent === undefined || annual.sign === 0 ? undefined : spent.over(annual)
    const rate = scored === undefined ? own : Exact.fromText(scored)
    if (rate === undefined) return { content: { text: '' }, look: 'figure' }
    return { content: { number: rate.round(6).toText(), percent: 2 }, look: 'figure' }
  }
  if (row !== 'total') return { content: { text: words.none }, look: 'figure' }
  if (result === undefined) return { content: { text: '' }, look: 'figure' }
  if (end === 'points') return { content: { number: result.points }, look: 'figure' }
  const { score, state } = result
  return { content: score === null ? { text: words.unscored[state] } : { number: score }, look: 'figure' }
}

function figureCell(figure: Exact | undefined): DocumentCell {
  return { content: figure === undefined ? { text: '' } : { number: figure.round(6).toText() }, look: 'figure' }
}

const ROW_NAMES: { readonly [R in FundsRow]: readonly string[] } = {
  total: ['', '年度资金总额', '全年支出'],
  fiscal: ['当年财政拨款', '财政拨款'],
  carried: ['上年结转资金', '上年结转'],
  other: ['其他资金'],
  basic: ['基本支出'],
  projects: ['项目支出'],
}
const COLUMN_NAMES: { readonly [C in FundsColumn]: readonly string[] } = {
  initial: ['年初预算数'],
  annual: ['全年预算数'],
  spent: ['全年执行数', '实际支出数', '全年支出数'],
}

/** In 万元; undefined where no item is found for it, or it has no value. */
function fundsFigure({ scheme, submission }: SelfEvaluationInput, row: FundsRow, column: FundsColumn) {
  const names = ROW_NAMES[row].flatMap((of) => COLUMN_NAMES[column].map((name) => of + name))
  const isSource = row === 'fiscal' || row === 'carried' || row === 'other'
  const alone = isSource && column === 'annual' ? ROW_NAMES[row] : []
  const item =
    [...names, ...alone].map((name) => itemCalled(scheme, name)).find((found) => found !== undefined) ??
    (row === 'total' ? executionItems(scheme)[column] : undefined)
  return item === undefined ? undefined : amountOf(item, submission)
}

function itemCalled({ items }: Scheme, name: string): Item | undefined {
  return items.find(({ id, label, type }) => (id === name || label === name) && (type === 'money' || type === 'number'))
}

/** Of its own, or what its units have together: amounts are added, and one that is missing makes the sum missing. */
function amountOf(item: Item, { items, units = [] }: Submission): Exact | undefined {
  const own = entryOf(items, item.id)
  const isOfUnits = own === undefined && item.aggregate?.rule === 'sum' && units.length > 0
  const entries = isOfUnits ? units.map((unit) => entryOf(unit.items, item.id)) : [own]
  const factor = conversion(item.unit, '万元')
  let sum = Exact.zero
  for (const entry of entries) {
    const { reading } = readItem(item, entry)
    if (isOfUnits && reading.state === 'not-applicable') continue
    if (reading.state !== 'present' || !(reading.value instanceof Exact) || factor === undefined) return undefined
    sum = sum.plus(reading.value.times(factor))
  }
  return sum
}
