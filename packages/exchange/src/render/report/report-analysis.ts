import { type Indicator, type IndicatorResult, type InputTrace, isBranch, type Leaf } from '@yardstick/model'
import type { DocumentBlock } from '../document.ts'
import { leafTrace, paragraph, type ReportContext, readable } from './report-input.ts'

/** 评价指标分析: branch by branch under headings with their scores, leaf by leaf in sentences. */
export function analysis(context: ReportContext): DocumentBlock[] {
  const { words, scheme } = context
  return [context.heading(1, words.headings.analysis), ...scheme.indicators.flatMap((node) => one(node, 2, context))]
}

function one(node: Indicator, level: 2 | 3 | 4, context: ReportContext): DocumentBlock[] {
  const result = context.result(node.id)
  if (result === undefined) return []
  const { words } = context
  const points = readable(result.points)
  if (!isBranch(node)) {
    return [context.heading(level, words.worth(node.name, points)), ...leafSentences(node, result, context)]
  }
  const isScored = result.score !== null && result.state !== 'not-applicable'
  const name = isScored
    ? words.branch(node.name, points, context.score(result))
    : words.worth(node.name, points) + words.inBrackets(words.unscored[result.state])
  const below = level === 4 ? 4 : ((level + 1) as 3 | 4)
  return [context.heading(level, name), ...node.children.flatMap((child) => one(child, below, context))]
}

/**
 * What was judged and why, what was computed and how, and what the leaf got for it. Reasons are quoted as they were
 * entered; the sentence is the engine's.
 */
function leafSentences(leaf: Leaf, result: IndicatorResult, context: ReportContext): DocumentBlock[] {
  const { words } = context
  const trace = leafTrace(result)
  const sentences = [
    ...judgedReason(trace?.reason, result, words.stop),
    ...(trace?.inputs ?? []).flatMap((input) => confirmed(input, words)),
    // A formula that is one name alone says nothing that the sentence does not.
    ...(trace?.formula === undefined || !/[=≈]/.test(trace.formula.withValues)
      ? []
      : [words.formula(leaf.name, trace.formula.withValues)]),
    result.sentence,
    closing(result, context),
    ...(result.provisional === true ? [words.provisionalLeaf] : []),
  ]
  return [paragraph(sentences.join(words.gap))]
}

/** The engine's sentence on a judgement has the reason in it already. */
function judgedReason(reason: string | undefined, { sentence }: IndicatorResult, stop: string): string[] {
  const text = reason?.trim().replace(/[。.]+$/, '') ?? ''
  return text === '' || sentence.includes(text) ? [] : [text + stop]
}

/** A value that somebody confirmed or set, with the reason given. */
function confirmed({ name, shown, layer, who, why }: InputTrace, words: ReportContext['words']): string[] {
  if (layer === undefined || layer === 'reported' || who === undefined || shown === undefined) return []
  const reason = why?.trim().replace(/[。.]+$/, '') ?? ''
  return [words.confirmed(name, shown, who, layer) + (reason === '' ? '' : words.colon + reason) + words.stop]
}

function closing(result: IndicatorResult, context: ReportContext): string {
  const { words } = context
  const points = readable(result.points)
  const isScored = result.score !== null && result.state !== 'not-applicable'
  return isScored ? words.leaf(points, context.score(result)) : words.leafUnscored(points, result.state)
}
