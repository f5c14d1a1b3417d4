import {
  type Indicator,
  isBranch,
  isJudged,
  type Rounding,
  roundingOf,
  type Scheme,
  type Scoring,
  topLevel,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { DocumentBlock, DocumentPart } from '../document.ts'
import { TableBuilder } from '../table-builder.ts'
import { paragraph, type ReportContext, readable } from './report-input.ts'
import { conclusionLines } from './report-result.ts'

/** The cover: the title, whose report it is, by whom, when. */
export function cover(context: ReportContext, title: string): DocumentPart {
  const { words, subject, period, evaluator, date } = context
  const line = (name: string, text: string | undefined, field?: string): DocumentBlock =>
    text === undefined
      ? {
          kind: 'place',
          name,
          text: `${name}${words.colon}${words.place(name)}`,
          ...(field === undefined ? {} : { field }),
        }
      : { kind: 'subtitle', text: `${name}${words.colon}${text}` }
  return {
    shape: 'cover',
    blocks: [
      { kind: 'title', text: title },
      line(words.cover.subject, `${subject}${words.inBrackets(period)}`),
      line(words.cover.evaluator, evaluator, 'evaluator'),
      line(words.cover.date, date, 'date'),
    ],
  }
}

/** Where the seal is set, below all that is said and above the annexes; what is not known yet is left to the pen. */
export function signature({ words, evaluator, date }: ReportContext): DocumentBlock {
  return { kind: 'signature', text: `${words.sealed(evaluator ?? '')}\n${date ?? words.blankDate}` }
}

/** 摘要: what a person wrote, then the result in figures. */
export function summary(context: ReportContext): DocumentBlock[] {
  const { words, evaluation, scheme, subject, period } = context
  const written = context.text('summary')
  const { version } = evaluation.scheme
  return [
    { kind: 'heading', level: 1, text: words.headings.summary, field: 'summary' },
    ...(written === undefined ? [] : [paragraph(written)]),
    paragraph(words.about(subject, period, scheme.name, version, evaluation.fullScore)),
    ...conclusionLines(context).map(paragraph),
    ...(evaluation.note === undefined ? [] : [{ kind: 'note', text: words.note(evaluation.note) } as const]),
  ]
}

/** 基本情况: who and what, and what was to be reached. */
export function basics(context: ReportContext): DocumentBlock[] {
  const { words } = context
  const { headings } = words
  return [
    context.heading(1, headings.basics),
    context.heading(2, headings.background, 'background'),
    { kind: 'table', table: subjectTable(context) },
    ...context.written('background', headings.background),
    context.heading(2, headings.goals, 'goals'),
    ...goals(context),
  ]
}

function subjectTable({ words, evaluation, input, period }: ReportContext) {
  const { department, unit, project, departmentType } = evaluation.submission.subject
  const { total, grade } = input.submission?.claims ?? {}
  const self = total === undefined ? undefined : words.selfTotal(total, grade)
  const rows = { department, unit, project, departmentType, period, self }
  const builder = new TableBuilder([12, 40])
  for (const [key, text] of Object.entries(rows)) {
    if (text !== undefined) builder.line([words.subjectTable[key as keyof typeof rows], text], ['header', 'text'])
  }
  return builder.table(0)
}

/** What a person wrote, and the targets the indicators have. */
function goals(context: ReportContext): DocumentBlock[] {
  const { words, evaluation } = context
  const targets = context.leaves.flatMap(({ leaf, result }) =>
    leaf.target === undefined ? [] : [{ path: result.path, target: printTarget(leaf.target, evaluation.language) }],
  )
  const written = context.text('goals')
  if (targets.length === 0) return context.written('goals', words.headings.goals)
  const builder = new TableBuilder([40, 30])
  builder.line([words.columns.indicator, words.columns.target], 'header')
  for (const { path, target } of targets) builder.line([path.join(' / '), target], 'text')
  return [
    ...(written === undefined ? [] : [paragraph(written)]),
    paragraph(words.targets(targets.length)),
    { kind: 'table', table: builder.table(1) },
  ]
}

/** 评价工作开展情况: purpose and steps are written by people; basis, methods, indicators, grades, standards are read off. */
export function work(context: ReportContext): DocumentBlock[] {
  const { words, scheme } = context
  const { headings } = words
  return [
    context.heading(1, headings.work),
    context.heading(2, headings.purpose, 'purpose'),
    ...context.written('purpose', headings.purpose),
    context.heading(2, headings.basis, 'basis'),
    ...basis(context),
    context.heading(2, headings.method, 'method'),
    ...context.written('method', headings.method),
    paragraph(words.methods(methodCounts(context))),
    ...judgedNames(context),
    context.heading(2, headings.system),
    paragraph(words.systemCounts(levelCounts(scheme.indicators), context.evaluation.fullScore)),
    paragraph(words.systemPoints(topLevelPoints(context))),
    ...(scheme.source === undefined ? [] : [paragraph(words.source(scheme.source.title))]),
    context.heading(2, headings.grades),
    ...grades(context),
    context.heading(2, headings.standards),
    ...standards(context),
    context.heading(2, headings.process, 'process'),
    ...context.written('process', headings.process),
  ]
}

/** What the scheme names, then what a person adds. */
function basis(context: ReportContext): DocumentBlock[] {
  const { words, scheme } = context
  const listed = scheme.basis ?? []
  if (listed.length === 0) return context.written('basis', words.headings.basis)
  const last = listed.length - 1
  const written = context.text('basis')
  const named = listed.map((each, at) =>
    paragraph(`${at + 1}. ${each}${at === last ? words.stop : words.semicolon.trim()}`),
  )
  return written === undefined ? named : [...named, paragraph(written)]
}

function methodCounts({ words, leaves }: ReportContext): string {
  const counts = new Map<Scoring['method'], number>()
  for (const { leaf } of leaves) counts.set(leaf.scoring.method, (counts.get(leaf.scoring.method) ?? 0) + 1)
  return [...counts].map(([method, count]) => words.methodCount(method, count)).join(words.list)
}

function judgedNames({ words, leaves }: ReportContext): DocumentBlock[] {
  const names = leaves.filter(({ leaf }) => isJudged(leaf)).map(({ leaf }) => leaf.name)
  return names.length === 0 ? [] : [paragraph(words.judgedBy(names.join(words.list)))]
}

/** How many nodes each level has, from the top. */
function levelCounts(nodes: readonly Indicator[]): number[] {
  if (nodes.length === 0) return []
  return [nodes.length, ...levelCounts(nodes.flatMap((node) => (isBranch(node) ? node.children : [])))]
}

function topLevelPoints({ words, scheme }: ReportContext): string {
  return topLevel(scheme)
    .map(({ node }) => words.pointsOf(node.name, readable(node.points)))
    .join(words.list)
}

/** The bands as the total is graded by them, best first; the lowest has no lower end. */
function grades({ words, scheme }: ReportContext): DocumentBlock[] {
  const bands = scheme.grades ?? []
  if (bands.length === 0) return [paragraph(words.noGrades)]
  const lines = bands.map(({ name, from }, at) => {
    const above = bands[at - 1]?.from
    if (from === undefined) return above === undefined ? name : words.gradeBelow(name, above)
    return above === undefined ? words.gradeFrom(name, from) : words.gradeBetween(name, from, above)
  })
  return [
    paragraph(lines.join(words.semicolon) + words.stop),
    ...(scheme.gradeBasis === 'assumed' ? [paragraph(words.assumedGrades)] : []),
  ]
}

function standards({ words, scheme, leaves }: ReportContext): DocumentBlock[] {
  const assumed = leaves.filter(({ leaf }) => leaf.scoringBasis === 'assumed').map(({ leaf }) => leaf.name)
  return [
    paragraph(words.standardsIn + words.gap + words.rounding(...roundings(scheme, words))),
    ...(assumed.length === 0 ? [] : [paragraph(words.assumedStandards(assumed.join(words.list)))]),
  ]
}

function roundings(scheme: Scheme, { round }: ReportContext['words']): [leaf: string, total: string] {
  const said = (rounding: Rounding) => {
    if (rounding === 'none') return round.none
    return 'step' in rounding ? round.step(rounding.step) : round.digits(rounding.digits)
  }
  return [said(roundingOf(scheme, 'leaf')), said(roundingOf(scheme, 'total'))]
}
