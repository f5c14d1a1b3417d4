import { type InputTrace, isBranch, type Leaf, type LeafTrace } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { DocumentPart, DocumentTable } from '../document.ts'
import { depthOf, putLevels } from '../score/level-cells.ts'
import { TableBuilder } from '../table-builder.ts'
import { leafTrace, type ReportContext, readable } from './report-input.ts'

/** 附件: the score table, the data it rests on, and what proves where both come from. */
export function annexes(context: ReportContext): DocumentPart[] {
  const { words } = context
  const { scores, data, proof } = words.annexes
  const table = dataTable(context)
  const tables: (readonly [name: string, table: DocumentTable])[] = [
    ...(table === undefined ? [] : [[data, table] as const]),
    [proof, proofTable(context)],
  ]
  return [
    {
      shape: 'landscape',
      blocks: [
        { kind: 'heading', level: 1, text: words.annex(1, scores) },
        { kind: 'table', table: scoreTable(context) },
      ],
    },
    {
      shape: 'portrait',
      blocks: tables.flatMap(([name, each], at) => [
        { kind: 'heading', level: 1, text: words.annex(at + 2, name) } as const,
        { kind: 'table', table: each } as const,
      ]),
    },
  ]
}

/** 评分表: level cells merged, a leaf a row, the total last. */
function scoreTable(context: ReportContext): DocumentTable {
  const { words, scheme, evaluation } = context
  const depth = depthOf(scheme.indicators)
  const levels = Array.from({ length: depth }, (_, level) => words.levels[level] ?? words.level(level + 1))
  const { points, target, standard, actual, score, remark } = words.columns
  const builder = new TableBuilder([...levels.map(() => 12), 7, 13, 40, 12, 7, 34])
  builder.line([...levels, points, target, standard, actual, score, remark], 'header')
  const rows = putLevels(builder, scheme.indicators, {
    from: 0,
    columns: depth,
    nameOf: (node) => {
      const result = context.result(node.id)
      if (!isBranch(node) || result === undefined) return node.name
      return words.inCell(node.name, readable(result.points), context.score(result))
    },
  })
  for (const { leaf, row } of rows) fillRow(builder, row, leaf, depth, context)
  for (const { label, amount } of evaluation.lines.length < 2 ? [] : evaluation.lines) {
    const row = builder.height
    builder.text(row, 0, label, 'aside', 1, depth)
    for (const column of [0, 1, 2, 3, 5]) builder.text(row, depth + column, '', 'aside')
    builder.text(row, depth + 4, readable(amount), 'figure')
  }
  const row = builder.height
  const { total, grade, fullScore } = evaluation
  builder.text(row, 0, words.total, 'sum', 1, depth)
  builder.text(row, depth, readable(fullScore), 'sum')
  builder.text(row, depth + 1, '', 'sum', 1, 3)
  builder.text(row, depth + 4, total ?? words.noTotal, 'sum')
  builder.text(row, depth + 5, grade === null ? '' : words.grade + words.colon + grade, 'sum')
  return builder.table(1)
}

function fillRow(builder: TableBuilder, row: number, leaf: Leaf, at: number, context: ReportContext): void {
  const result = context.result(leaf.id)
  if (result === undefined) return
  const { evaluation } = context
  builder.text(row, at, readable(result.points), 'figure')
  builder.text(row, at + 1, leaf.target === undefined ? '' : printTarget(leaf.target, evaluation.language), 'text')
  builder.text(row, at + 2, leaf.standard ?? result.standard ?? '', 'text')
  builder.text(row, at + 3, shownActual(leafTrace(result)), 'text')
  builder.text(row, at + 4, context.score(result), 'figure')
  builder.text(row, at + 5, result.sentence, 'text')
}

/** The value that was scored; of a level its name. */
function shownActual(trace: LeafTrace | undefined): string {
  if (trace?.shownActual !== undefined) return trace.shownActual
  const level = trace?.parts?.length === 1 && trace.parts[0]?.note?.endsWith('%') ? trace.parts[0] : undefined
  return level === undefined ? '' : level.label
}

/** Every value a score rests on, once, in the order it is first read; undefined where the evaluation came without traces. */
function dataTable(context: ReportContext): DocumentTable | undefined {
  const { words, input } = context
  const inputs = new Map<string, InputTrace>()
  for (const { result } of context.leaves) {
    for (const each of leafTrace(result)?.inputs ?? []) if (!inputs.has(each.name)) inputs.set(each.name, each)
  }
  if (inputs.size === 0) return undefined
  const { data, value, layer, source, evidence } = words.columns
  const builder = new TableBuilder([24, 16, 10, 24, 24])
  builder.line([data, value, layer, source, evidence], 'header')
  for (const each of inputs.values()) {
    const files = (input.submission?.evidence?.[each.name] ?? []).map(({ name }) => name)
    const shown = each.shown ?? words.unscored[each.state]
    const stage = each.provisional === true ? words.unverified : each.layer === undefined ? '' : words.layer[each.layer]
    const row = [each.name, shown, stage, each.source ?? '', files.join(words.list)]
    builder.line(row, ['text', 'figure', 'aside', 'text', 'text'])
  }
  return builder.table(1)
}

function proofTable({ words, evaluation }: ReportContext): DocumentTable {
  const { scheme, declaration, submission, group, engine, state } = evaluation
  const rows = {
    scheme: `${scheme.name} ${scheme.version}`,
    schemeHash: scheme.hash,
    declaration,
    submission: submission.hash,
    group,
    engine,
    state: state === 'final' ? words.state.final : state === 'provisional' ? words.state.provisional : words.noTotal,
  }
  const builder = new TableBuilder([18, 60])
  for (const [key, text] of Object.entries(rows)) {
    if (text !== undefined) builder.line([words.proof[key as keyof typeof rows], text], ['header', 'text'])
  }
  return builder.table(0)
}
