import {
  type Evaluation,
  type IndicatorResult,
  isBranch,
  isJudged,
  type LeafTrace,
  leaves,
  type Rounding,
  roundingOf,
  type Scheme,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { dataSheet, plainContent } from './data-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import { HEAD_ROWS, layOutScores, type Placement, type ScoreLayout, type ScoreLine } from './score-layout.ts'
import { type ScoreWords, scoreWords } from './score-words.ts'
import {
  type Block,
  type CellContent,
  type CellLook,
  cellReference,
  type Workbook,
  type WorkbookCell,
  type WorkbookSheet,
} from './workbook.ts'

/**
 * An evaluation as a workbook that recomputes itself: 评分表 with the engine's scores beside live formulas and what differs,
 * 数据 with the values the formulas read, 说明. The formulas and values come from the engine as data:
 *
 *     const formulas = cellFormulas(compiled, placeScores(scheme, 'zh'), evaluation)
 *     const values = cellValues(compiled, submission)
 *     scoreWorkbook({ scheme, evaluation, formulas, values })
 */
export interface ScoreWorkbookInput {
  /** As it was compiled: bound to the declaration, where there is one. */
  readonly scheme: Scheme
  readonly evaluation: Evaluation
  readonly formulas: Formulas
  readonly values: Values
}

/** The engine's `CellFormulas`. */
export interface Formulas {
  readonly measures: { readonly [name: string]: Formula }
  readonly actuals: { readonly [leaf: string]: Formula }
  readonly scores: { readonly [node: string]: Formula }
  readonly total: Formula
}
export type Formula = { readonly formula: string } | { readonly refused: keyof ScoreWords['refused'] }

/** The engine's `CellValues`. */
export interface Values {
  readonly items: { readonly [name: string]: ValueState }
  readonly measures: { readonly [name: string]: ValueState }
  readonly actuals: { readonly [leaf: string]: ValueState }
  readonly judged: { readonly [leaf: string]: ValueState & { readonly elements?: { readonly [id: string]: boolean } } }
  readonly evidence: { readonly [item: string]: boolean }
}
export interface ValueState {
  readonly state: keyof ScoreWords['states']
  readonly provisional?: true
  readonly value?: PlainValue
  readonly reason?: string
}
export type PlainValue =
  | { readonly kind: 'number' | 'date' | 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'list'; readonly count: number }

/** Where the values and scores of a scheme stand in its score workbook. */
export function placeScores(scheme: Scheme, language: 'zh' | 'en'): Placement {
  return layOutScores(scheme, language).placement
}

/** In the language of the evaluation. */
export function scoreWorkbook(given: ScoreWorkbookInput): Workbook {
  const { scheme, evaluation } = given
  const layout = layOutScores(scheme, evaluation.language)
  const words = scoreWords[evaluation.language]
  const input = { ...given, formulas: formulasHere(given, words) }
  return {
    title: words.heading(scheme.name),
    language: evaluation.language,
    sheets: [scoreSheet(layout, words, input), dataSheet(layout, words, input), notesSheet(words, input)],
  }
}

/**
 * The formulas as they stand on their sheets, where a cell of the same sheet needs no sheet before it. A judged leaf that
 * was scored unit by unit has no judgement of its own to compute from, a wrong entry for a leaf makes it an
 * error, and one that does not apply may wait for the mean of its group: these are copied.
 */
function formulasHere({ scheme, evaluation, formulas, values }: ScoreWorkbookInput, words: ScoreWords): Formulas {
  const on = (sheet: string, all: { readonly [key: string]: Formula }) =>
    Object.fromEntries(Object.entries(all).map(([key, formula]) => [key, onSheet(sheet, formula)]))
  const scores = on(words.scores, formulas.scores)
  const stateById = new Map(evaluation.indicators.map((each) => [each.id, each.state]))
  for (const { node } of leaves(scheme)) {
    const judged = values.judged[node.id]?.state
    const state = stateById.get(node.id)
    // Two rows of a table can hold although a cell that a third one reads is empty.
    const isTwice = node.scoring.method === 'table' && state === 'error'
    if (judged === 'error' || isTwice) scores[node.id] = { refused: 'broken' }
    else if (judged === 'not-applicable' && state === 'missing') scores[node.id] = { refused: 'group' }
    else if (isJudged(node) && judged !== 'present' && (state === 'present' || state === 'error')) {
      scores[node.id] = { refused: 'units' }
    }
  }
  return {
    measures: on(words.data, formulas.measures),
    actuals: on(words.scores, formulas.actuals),
    scores,
    total: onSheet(words.scores, formulas.total),
  }
}

function onSheet(sheet: string, formula: Formula): Formula {
  return 'refused' in formula ? formula : { formula: formula.formula.replaceAll(`'${sheet}'!`, '') }
}

const LEVEL_WIDTH = 14

function scoreSheet(layout: ScoreLayout, words: ScoreWords, input: ScoreWorkbookInput): WorkbookSheet {
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
