import { catalogue, Exact, type Issue, type Language, sum, topLevel } from '@yardstick/model'
import { showRate } from '@yardstick/wording'
import type { DocumentBlock, DocumentTable } from '../document.ts'
import { TableBuilder } from '../table-builder.ts'
import { paragraph, type ReportContext, readable, shareOf } from './report-input.ts'

/** The result in sentences: total and grade or why there is none, level 1 with rates, points lost. */
export function conclusionLines(context: ReportContext): string[] {
  const { words } = context
  const levels = topLevel(context.scheme).flatMap(({ node }) => {
    const result = context.result(node.id)
    if (result === undefined) return []
    const { name, points, score, state } = result
    const worth = readable(points)
    if (score === null) return [words.worth(name, worth) + words.inBrackets(words.unscored[state])]
    return [words.levelOne(name, worth, score, context.rate(points, score))]
  })
  return [
    totalSentence(context),
    ...stateSentences(context),
    levels.join(words.semicolon) + words.stop,
    ...lostSentence(context),
  ]
}

function totalSentence({ words, evaluation }: ReportContext): string {
  const { total, fullScore, grade, sentence } = evaluation
  return total === null ? sentence : words.result(total, readable(fullScore), grade)
}

/** Plainly, where the result is not final. */
function stateSentences({ words, evaluation }: ReportContext): string[] {
  const { state, missing } = evaluation
  if (state === 'provisional') return [words.state.provisional]
  if (state === 'final' || missing.length === 0) return []
  const names = [...new Set(missing.map(({ name }) => name))]
  return [words.state.blocked(names.length, names.join(words.list))]
}

function lostSentence(context: ReportContext): string[] {
  const { words, evaluation, leaves } = context
  const first = evaluation.lost[0]
  if (first === undefined) return evaluation.total === null ? [] : [words.fullMarks(leaves.length) + words.stop]
  const counted = words.lost(leaves.length, evaluation.lost.length, lostTogether(context))
  const most = words.mostLost(first.path.at(-1) ?? '', readable(first.lost))
  return [counted + words.comma + most + words.stop]
}

function lostTogether({ evaluation }: ReportContext): string {
  return readable(sum(evaluation.lost.map(({ lost }) => Exact.fromText(lost) ?? Exact.zero)).toText())
}

/** 综合评价情况及结论: the sentence, level 1 as a table and a chart, the conclusion a person draws. */
export function result(context: ReportContext): DocumentBlock[] {
  const { words, evaluation } = context
  const bars = topLevel(context.scheme).flatMap(({ node }) => {
    if (node.kind === 'bonus') return []
    const found = context.result(node.id)
    const share = found === undefined ? undefined : shareOf(found.points, found.score)
    return share === undefined ? [] : [{ name: node.name, share: share.round(6).toText() }]
  })
  return [
    context.heading(1, words.headings.result),
    context.heading(2, words.headings.overall),
    paragraph([totalSentence(context), ...stateSentences(context)].join(words.gap)),
    ...outcomeEvents(context),
    context.caption(words.tables.summary),
    { kind: 'table', table: summaryTable(context) },
    ...(bars.length < 2 || evaluation.total === null
      ? []
      : [{ kind: 'chart', chart: { title: words.chart, series: words.columns.rate, bars } } as const]),
    context.heading(2, words.headings.conclusion, 'conclusion'),
    ...context.written('conclusion', words.headings.conclusion),
  ]
}

/** What limited the grade, with its reason. */
function outcomeEvents({ words, evaluation }: ReportContext): DocumentBlock[] {
  return evaluation.events.flatMap(({ effect, reason }) =>
    effect === 'veto' || effect === 'cap-grade' ? [paragraph(words.events[effect] + words.colon + reason)] : [],
  )
}

/** Level 1, what else makes up the total, the total, the grade. */
function summaryTable(context: ReportContext): DocumentTable {
  const { words, evaluation } = context
  const { columns } = words
  const { lines, fullScore, total, grade } = evaluation
  const builder = new TableBuilder([24, 12, 12, 14])
  const looks = ['text', 'figure', 'figure', 'figure'] as const
  builder.line([columns.indicator, columns.points, columns.score, columns.rate], 'header')
  for (const { node } of topLevel(context.scheme)) {
    const each = context.result(node.id)
    // Bonus nodes stand outside the full score; their lines follow.
    if (each === undefined || node.kind === 'bonus') continue
    const rate = context.rate(each.points, each.score) ?? words.none
    builder.line([each.name, readable(each.points), context.score(each), rate], looks)
  }
  for (const { line, label, amount } of lines) {
    if (line !== 'indicators') builder.line([label, words.none, readable(amount), words.none], looks)
  }
  const share = shareOf(fullScore, total)
  const sums = ['sum', 'sum', 'sum', 'sum'] as const
  const rate = share === undefined ? words.none : showRate(share)
  builder.line([words.total, readable(fullScore), total ?? words.noTotal, rate], sums)
  if (grade !== null) {
    const row = builder.height
    builder.text(row, 0, words.grade, 'sum')
    builder.text(row, 1, grade, 'sum', 1, 3)
  }
  return builder.table(1)
}

/**
 * 存在的问题: what a person wrote; then facts only: what limited the grade, ranked lost points, what rules remark, what the
 * check found.
 */
export function problems(context: ReportContext): DocumentBlock[] {
  const { words, evaluation } = context
  const written = context.text('problems')
  const { lost } = evaluation
  const facts = [...flags(context), ...findings(context)]
  const limits = outcomeEvents(context)
  const isTaken = evaluation.events.some(({ effect }) => effect === 'deduct')
  const isClean = [lost, facts, limits].every((each) => each.length === 0) && !isTaken && evaluation.total !== null
  return [
    context.heading(1, words.headings.problems, 'problems'),
    ...(written === undefined ? [] : [paragraph(written)]),
    ...stateSentences(context).map(paragraph),
    ...limits,
    ...(isClean ? [paragraph(words.noProblems)] : []),
    ...(lost.length === 0
      ? []
      : [
          paragraph(words.lostList(lost.length, lostTogether(context))),
          context.caption(words.tables.lost),
          { kind: 'table', table: lostTable(context) } as const,
        ]),
    ...(facts.length === 0 ? [] : [paragraph([words.found, ...facts].join('\n'))]),
  ]
}

function lostTable(context: ReportContext): DocumentTable {
  const { words, evaluation } = context
  const { rank, indicator, points, score, lost, remark } = words.columns
  const builder = new TableBuilder([6, 26, 8, 8, 8, 44])
  builder.line([rank, indicator, points, score, lost, remark], 'header')
  const looks = ['aside', 'text', 'figure', 'figure', 'figure', 'text'] as const
  for (const [at, each] of evaluation.lost.entries()) {
    const found = context.result(each.id)
    const own = found === undefined ? ['', ''] : [readable(found.points), context.score(found)]
    builder.line([String(at + 1), each.path.join(' / '), ...own, readable(each.lost), each.sentence], looks)
  }
  return builder.table(1)
}

function flags({ words, evaluation }: ReportContext): string[] {
  return evaluation.events.flatMap(({ effect, reason }) =>
    effect === 'flag' ? [words.events.flag + words.colon + reason] : [],
  )
}

/** A claim is found wrong when it is read and again when it is computed; it is told once, with what was computed. */
function findings({ words, evaluation }: ReportContext): string[] {
  const told = evaluation.findings.map((found) => {
    const place = found.where.join(' / ')
    return (place === '' ? '' : place + words.colon) + said(found, evaluation.language) + words.stop
  })
  const claims = evaluation.findings.map(({ code, pointer }) => (code.endsWith('_CLAIM') ? pointer : undefined))
  return told.filter((_, at) => claims[at] === undefined || claims.lastIndexOf(claims[at]) === at)
}

/** The issue's own three clauses, without its code. */
function said({ code, expected, found }: Issue, language: Language): string {
  return catalogue[code][language](expected, found)
}
