import {
  Exact,
  type IndicatorResult,
  isBranch,
  type Language,
  type Leaf,
  type LeafTrace,
  type Target,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { DocumentTable, TextDocument } from '../document.ts'
import { leafTrace, readable } from '../report/report-input.ts'
import { putLevels } from '../score/level-cells.ts'
import { TableBuilder } from '../table-builder.ts'
import type { Workbook } from '../workbook.ts'
import { putFunds } from './self-evaluation-funds.ts'
import { executionLeaf, formKind, type SelfEvaluationInput } from './self-evaluation-input.ts'
import { type FormKind, type FormWords, formWords } from './self-evaluation-words.ts'

export type { SelfEvaluationInput } from './self-evaluation-input.ts'

/** A self-evaluation form filled in, ready to become a workbook or a document. */
export interface SelfEvaluation {
  readonly title: string
  readonly period: string
  readonly language: Language
  readonly madeAt?: string
  readonly table: DocumentTable
  /** What has to be said below it: that it is provisional, or has no total. */
  readonly notes: readonly string[]
  readonly foot: string
  /** Fields nothing was there for, as the form calls them. */
  readonly empty: readonly string[]
}

/**
 * 项目支出绩效自评表 (财预〔2020〕10号) or 部门整体支出绩效自评表 in its printed layout: names, funds, goals, indicators with the
 * values reached, scores and why they deviate, the total. What is not known stays empty and is listed; a reason for a
 * deviation is what a person wrote or the evaluator's own reason, never one made up.
 */
export function selfEvaluation(input: SelfEvaluationInput): SelfEvaluation {
  const { evaluation, madeAt } = input
  const { language, submission, scheme, engine, state } = evaluation
  const words = formWords[language]
  const kind = formKind(input)
  // A project's form has a column of block names left of the levels, a department's has the levels alone.
  const from = kind === 'project' ? 1 : 0
  const builder = new TableBuilder([...(from === 1 ? [5] : []), 12, 13, 21, 14, 14, 8, 8, 21])
  const form: Form = { input, words, kind, from, builder }
  putHead(form)
  const empty = [
    ...putFunds(builder, input, { kind, at: from + 2, words }),
    ...putGoals(form),
    ...putIndicators(form),
    ...(kind === 'department' ? putOther(form) : []),
  ]
  return {
    title: words.title[kind],
    period: words.period(submission.period),
    language,
    ...(madeAt === undefined ? {} : { madeAt }),
    table: builder.table(0),
    notes: state === 'final' ? [] : [state === 'provisional' ? words.provisional : words.blocked],
    foot: words.foot(scheme.hash.slice(0, 16), submission.hash.slice(0, 16), engine),
    empty,
  }
}

interface Form {
  readonly input: SelfEvaluationInput
  readonly words: FormWords
  readonly kind: FormKind
  /** The first level column. */
  readonly from: number
  readonly builder: TableBuilder
}

function putHead({ input, words, kind, from, builder }: Form): void {
  const { department, unit, project } = input.evaluation.submission.subject
  if (kind === 'department') {
    builder.text(0, 0, words.head.departmentName, 'header', 1, 2)
    builder.text(0, 2, unit ?? department, 'text', 1, 6)
    return
  }
  builder.text(0, 0, words.head.project, 'header', 1, from + 1)
  builder.text(0, from + 1, project ?? '', 'text', 1, 7)
  builder.text(1, 0, words.head.department, 'header', 1, from + 1)
  builder.text(1, from + 1, department, 'text', 1, 3)
  builder.text(1, from + 4, words.head.unit, 'header')
  builder.text(1, from + 5, unit ?? '', 'text', 1, 3)
}

function putGoals({ input, words, kind, from, builder }: Form): string[] {
  const { expected = '', achieved = '' } = input.texts ?? {}
  const row = builder.height
  const half = from + 3
  builder.text(row, 0, words.goals[kind], 'header', 2)
  builder.text(row, 1, words.expected, 'header', 1, half)
  builder.text(row, 1 + half, words.achieved, 'header', 1, 4)
  builder.text(row + 1, 1, expected, 'text', 1, half)
  builder.text(row + 1, 1 + half, achieved, 'text', 1, 4)
  return [...(expected === '' ? [words.expected] : []), ...(achieved === '' ? [words.achieved] : [])]
}

/** The indicators, what else makes up the total, the total. */
function putIndicators(form: Form): string[] {
  const { input, words, from, builder } = form
  const { scheme, evaluation } = input
  const execution = executionLeaf(scheme)
  const nodes = scheme.indicators.filter((node) => node !== execution)
  const header = builder.height
  const { target, actual, deviation, columns } = words
  const heads = [...words.levels, target, actual, columns.points, columns.score, deviation]
  for (const [offset, text] of heads.entries()) builder.text(header, from + offset, text, 'header')
  const placed = putLevels(builder, nodes, {
    from,
    columns: 3,
    nameOf: (node) => {
      const name = node.kind === 'bonus' ? words.bonus(node.name) : node.name
      return isBranch(node) && scheme.indicators.includes(node) ? words.withPoints(name, readable(node.points)) : name
    },
  })
  if (from === 1) builder.text(header, 0, words.indicators, 'header', placed.length + 1)
  const resultById = new Map(evaluation.indicators.map((each) => [each.id, each]))
  const empty = placed.flatMap(({ leaf, row }) => {
    const result = resultById.get(leaf.id)
    return result === undefined ? [] : putLeaf(form, row, leaf, result)
  })
  for (const { line, label, amount } of evaluation.lines) {
    if (line !== 'indicators') putSum(form, label, undefined, amount, 'text')
  }
  putSum(form, words.total, evaluation.fullScore, evaluation.total, 'sum')
  return empty
}

function putLeaf({ input, words, from, builder }: Form, row: number, leaf: Leaf, result: IndicatorResult): string[] {
  const { texts, evaluation } = input
  const trace = leafTrace(result)
  const isLower =
    result.score !== null && Exact.of(result.score).lessThan(Exact.of(result.points)) && result.state === 'present'
  const written = texts?.deviations?.[leaf.id] ?? (isLower ? (trace?.reason ?? '') : '')
  const target = printedTarget(leaf.target, evaluation.language)
  const actual = result.state === 'present' ? reached(trace, words) : words.unscored[result.state]
  const { score, state } = result
  const isUnscored = score === null || state === 'not-applicable'
  builder.text(row, from + 3, target, 'text')
  builder.text(row, from + 4, actual, 'text')
  builder.put(row, from + 5, { content: { number: result.points }, look: 'figure' })
  builder.put(row, from + 6, {
    content: isUnscored ? { text: words.unscored[state] } : { number: score },
    look: 'figure',
  })
  builder.text(row, from + 7, written, 'text')
  return [
    ...(actual === '' ? [words.fieldOf(leaf.name, words.actual)] : []),
    ...(isLower && written === '' ? [words.fieldOf(leaf.name, words.deviation)] : []),
  ]
}

/** As its author wrote it, where that is known: the form is what was handed in before. */
function printedTarget(target: Target | undefined, language: Language): string {
  if (target === undefined) return ''
  return target.written ?? ('text' in target ? target.text : printTarget(target, language))
}

/** The value scored; of a level its name with its share, of elements how many are met; of a mere score nothing. */
function reached(trace: LeafTrace | undefined, words: FormWords): string {
  if (trace?.shownActual !== undefined) return trace.shownActual
  const parts = trace?.parts ?? []
  const [first] = parts
  if (parts.length === 1 && first?.note?.endsWith('%') === true) return words.withShare(first.label, first.note)
  const elements = parts.filter(({ id, met }) => id !== undefined && met !== undefined)
  return elements.length === 0 ? '' : words.elements(elements.filter(({ met }) => met === true).length, elements.length)
}

function putSum(
  { words, from, builder }: Form,
  label: string,
  points: string | undefined,
  score: string | null,
  look: 'text' | 'sum',
): void {
  const row = builder.height
  builder.text(row, 0, label, look, 1, from + 5)
  builder.put(row, from + 5, { content: points === undefined ? { text: '' } : { number: points }, look })
  builder.put(row, from + 6, { content: score === null ? { text: words.noTotal } : { number: score }, look })
  builder.text(row, from + 7, '', look)
}

function putOther({ input, words, builder }: Form): string[] {
  const text = input.texts?.other ?? ''
  const row = builder.height
  builder.text(row, 0, words.other, 'header')
  builder.text(row, 1, text, 'text', 1, 7)
  return text === '' ? [words.other] : []
}

/** The form on a sheet of its own, figures as figures. */
export function selfEvaluationWorkbook({
  title,
  period,
  language,
  madeAt,
  table,
  notes,
  foot,
}: SelfEvaluation): Workbook {
  const width = table.columns.length
  const line = (text: string, look: 'title' | 'plain') => [{ content: { text }, look }]
  const below = [...notes, foot]
  const whole = (row: number) => ({ row, column: 0, rowSpan: 1, columnSpan: width })
  return {
    title: title + period,
    language,
    ...(madeAt === undefined ? {} : { madeAt }),
    sheets: [
      {
        name: title.replace(/[（）()]/g, '').slice(0, 31),
        columns: table.columns,
        rows: [line(title, 'title'), line(period, 'plain'), ...table.rows, ...below.map((text) => line(text, 'plain'))],
        merges: [
          whole(0),
          whole(1),
          ...table.merges.map((block) => ({ ...block, row: block.row + 2 })),
          ...below.map((_, at) => whole(table.rows.length + 2 + at)),
        ],
        frozen: { rows: 0, columns: 0 },
        marked: [],
        orientation: 'portrait',
      },
    ],
  }
}

/** The same form as a page for Word. */
export function selfEvaluationDocument(form: SelfEvaluation): TextDocument {
  const { title, period, language, madeAt, table, notes, foot, empty } = form
  return {
    title: title + period,
    language,
    ...(madeAt === undefined ? {} : { madeAt }),
    foot: [foot],
    toFill: empty,
    parts: [
      {
        shape: 'form',
        blocks: [
          { kind: 'title', text: title },
          { kind: 'subtitle', text: period },
          { kind: 'table', table },
          ...notes.map((text) => ({ kind: 'note', text }) as const),
        ],
      },
    ],
  }
}
