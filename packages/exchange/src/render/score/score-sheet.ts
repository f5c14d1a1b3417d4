import {
  type Evaluation,
  type IndicatorResult,
  isBranch,
  type LeafTrace,
  type Rounding,
  roundingOf,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import {
  type Block,
  type CellContent,
  type CellLook,
  cellReference,
  type WorkbookCell,
  type WorkbookSheet,
} from '../workbook.ts'
import { plainContent } from './data-sheet.ts'
import type { Formula, Formulas, ScoreWorkbookInput, Values } from './score-input.ts'
import { HEAD_ROWS, type ScoreLayout, type ScoreLine } from './score-layout.ts'
import type { ScoreWords } from './score-words.ts'

const LEVEL_WIDTH = 14

/** 评分表: names, points, targets, the engine's scores, what the formulas give, and what differs. */
export function scoreSheet(layout: ScoreLayout, words: ScoreWords, input: ScoreWorkbookInput): WorkbookSheet {
  const { depth, lines, columns } = layout
  const { scheme, evaluation } = input
  const width = columns.remark + 1
  const merges: Block[] = []
  const heading = (row: number) => merges.push({ row, column: 0, rowSpan: 1, columnSpan: width })
  heading(0)
  heading(1)
  const resultById = new Map(evaluation.indicators.map((each) => [each.id, each]))
  const rows: (WorkbookCell | null)[][] = [
    [{ content: { text: words.heading(scheme.name) }, look: 'title' }],
    [{ content: { text: aboutLine(evaluation, words) }, look: 'plain' }],
    headerRow(depth, words),
    ...lines.map(() => Array.from<WorkbookCell | null>({ length: width }).fill(null)),
  ]
  for (const line of lines) {
    const result = resultById.get(line.node.id)
    placeNames(rows, merges, line, layout, words)
    if (result !== undefined) fillLine(rows[line.row]!, line, result, layout, words, input)
  }
  rows.push(...totalRows(rows.length, merges, layout, words, input))
  return {
    name: words.scores,
    columns: [...Array.from({ length: depth }, () => LEVEL_WIDTH), 9, 16, 44, 14, 11, 12, 12, 44],
    rows,
    merges,
    frozen: { rows: HEAD_ROWS, columns: depth },
    marked: [{ row: HEAD_ROWS, column: columns.difference, rowSpan: rows.length - HEAD_ROWS, columnSpan: 1 }],
  }
}

function aboutLine({ submission, scheme, state }: Evaluation, words: ScoreWords): string {
  const { department, unit, project } = submission.subject
  const subject = [department, unit, project].filter((each) => each !== undefined).join(' / ')
  const about = words.about(subject, submission.period, scheme.version)
  return words.result[state] === '' ? about : `${about}　${words.result[state]}`
}

function headerRow(depth: number, words: ScoreWords): WorkbookCell[] {
  const levels = Array.from({ length: depth }, (_, level) => words.levels[level] ?? words.level(level + 1))
  const { points, target, standard, actual, score, recomputed, difference, remark } = words
  return [...levels, points, target, standard, actual, score, recomputed, difference, remark].map((text) => ({
    content: { text },
    look: 'header',
  }))
}

/** A leaf's name reaches over the level columns right of it; a branch's down to its subtotal. */
function placeNames(
  rows: (WorkbookCell | null)[][],
  merges: Block[],
  { node, level, row, firstRow }: ScoreLine,
  { depth }: ScoreLayout,
  words: ScoreWords,
): void {
  const merge = (block: Block) => {
    if (block.rowSpan * block.columnSpan > 1) merges.push(block)
  }
  if (!isBranch(node)) {
    rows[row]![level] = { content: { text: node.name }, look: 'text' }
    merge({ row, column: level, rowSpan: 1, columnSpan: depth - level })
    return
  }
  rows[firstRow]![level] = { content: { text: words.withPoints(node.name, node.points) }, look: 'text' }
  merge({ row: firstRow, column: level, rowSpan: row - firstRow + 1, columnSpan: 1 })
  if (level + 1 < depth) {
    rows[row]![level + 1] = { content: { text: words.subtotal }, look: 'sum' }
    merge({ row, column: level + 1, rowSpan: 1, columnSpan: depth - level - 1 })
  }
}

function fillLine(
  cells: (WorkbookCell | null)[],
  { node, row }: ScoreLine,
  result: IndicatorResult,
  { columns }: ScoreLayout,
  words: ScoreWords,
  { scheme, formulas, values, evaluation }: ScoreWorkbookInput,
): void {
  const isSum = isBranch(node)
  const set = (column: number, content: CellContent, look: CellLook) => {
    cells[column] = { content, look }
  }
  set(columns.points, { number: result.points }, isSum ? 'sum' : 'figure')
  set(
    columns.target,
    { text: isSum || node.target === undefined ? '' : printTarget(node.target, evaluation.language) },
    'text',
  )
  const own = isSum ? undefined : node.standard
  set(columns.standard, { text: own ?? result.standard ?? '' }, 'text')
  set(columns.actual, isSum ? { text: '' } : actualContent(result, formulas, values, words), isSum ? 'sum' : 'figure')
  const rounding = roundingOf(scheme, isSum ? 'branch' : 'leaf', node)
  fillScores(
    cells,
    row,
    scoreContent(result, rounding, words),
    formulas.scores[node.id],
    result.state,
    columns,
    words,
    isSum,
  )
  set(columns.remark, { text: result.sentence }, 'text')
}

/** The engine's score, the formula beside it (or the score itself where there is none), and what differs. */
function fillScores(
  cells: (WorkbookCell | null)[],
  row: number,
  score: CellContent,
  formula: Formula | undefined,
  state: string,
  columns: ScoreLayout['columns'],
  words: ScoreWords,
  isSum: boolean,
): void {
  const look = isSum ? 'sum' : 'figure'
  cells[columns.score] = { content: score, look }
  if (formula === undefined || 'refused' in formula) {
    const isCopied = 'number' in score
    // An error stays one for the parents that read it.
    const held: CellContent = isCopied ? score : state === 'error' ? { formula: 'NA()' } : { text: '' }
    cells[columns.recomputed] = { content: held, look: 'aside' }
    cells[columns.difference] = { content: { text: isCopied ? words.copied : '' }, look: 'aside' }
    return
  }
  cells[columns.recomputed] = { content: { formula: formula.formula }, look }
  const [printed, live] = [cellReference(row, columns.score), cellReference(row, columns.recomputed)]
  const differs = `ROUND(${live}-${printed},6)`
  const compared = `IF(ISNUMBER(${live}),IF(${differs}=0,"",${differs}),"${words.notRecomputed}")`
  // What does not apply prints no score, and its formula may hold the points that count for it.
  const unscored = state === 'not-applicable' ? '""' : `IF(ISNUMBER(${live}),"${words.onlyFormula}","")`
  cells[columns.difference] = { content: { formula: 'number' in score ? compared : unscored }, look: 'aside' }
}

/** Under `rounding: none` the score may be no decimal; the cell holds all of it. */
function scoreContent({ score, exact, state }: IndicatorResult, rounding: Rounding, words: ScoreWords): CellContent {
  if (score === null || state === 'not-applicable') return { text: words.states[state] }
  return { number: rounding === 'none' ? (exact ?? score) : score }
}

function actualContent(
  { id, state, trace }: IndicatorResult,
  formulas: Formulas,
  values: Values,
  words: ScoreWords,
): CellContent {
  const value = values.actuals[id]
  if (value === undefined) return { text: '' }
  if (state === 'not-applicable') return { text: words.states['not-applicable'] }
  const shown = (trace as LeafTrace | undefined)?.shownActual ?? ''
  const formula = formulas.actuals[id]
  const plain = plainContent(value, shown.endsWith('%'), words)
  if (formula === undefined || 'refused' in formula) return plain
  return {
    formula: formula.formula,
    ...('percent' in plain && plain.percent !== undefined ? { percent: plain.percent } : {}),
    ...(value.value?.kind === 'date' ? { isDate: true } : {}),
  }
}

/** How the total comes about beyond the sum, then the total. */
function totalRows(
  from: number,
  merges: Block[],
  { columns }: ScoreLayout,
  words: ScoreWords,
  { evaluation, formulas }: ScoreWorkbookInput,
): (WorkbookCell | null)[][] {
  const { lines, total, grade, sentence, fullScore, state } = evaluation
  const rows: (WorkbookCell | null)[][] = []
  const start = (text: string, look: CellLook) => {
    const row = from + rows.length
    merges.push({ row, column: 0, rowSpan: 1, columnSpan: columns.points })
    const cells = Array.from<WorkbookCell | null>({ length: columns.remark + 1 }).fill(null)
    cells[0] = { content: { text }, look }
    rows.push(cells)
    return { row, cells }
  }
  const others = lines.filter((line) => line.line !== 'indicators')
  for (const line of others.length === 0 ? [] : lines) {
    const { cells } = start(line.label, 'aside')
    cells[columns.score] = { content: { number: line.amount }, look: 'aside' }
  }
  const { row, cells } = start(words.total, 'sum')
  cells[columns.points] = { content: { number: fullScore }, look: 'sum' }
  for (const column of [columns.target, columns.standard, columns.actual]) {
    cells[column] = { content: { text: '' }, look: 'sum' }
  }
  const score: CellContent = total === null ? { text: words.result.blocked } : { number: total }
  fillScores(cells, row, score, formulas.total, state, columns, words, true)
  const remark = [grade === null ? '' : words.grade(grade), sentence].filter((text) => text !== '').join('　')
  cells[columns.remark] = { content: { text: remark }, look: 'text' }
  return rows
}
