import { printWithValues } from '@yardstick/formula'
import {
  Exact,
  type Language,
  type LeafTrace,
  type PartTrace,
  type StepsScoring,
  type TableScoring,
} from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import { factsIn } from '../compile/typed-condition.ts'
import { pieceAt, type ScoreCurve } from '../curve/score-curve.ts'
import type { Detail } from '../evaluate/outcome.ts'
import type { LeafResult } from '../evaluate/result.ts'
import type { Run } from '../evaluate/run.ts'
import { completionOf, stepsOf } from './curve-sentence.ts'
import { edgesOf, shownFor } from './shown.ts'
import { type LeafTexts, textsOf } from './standard.ts'
import { words as wordsOf } from './words.ts'

/** Everything a leaf's score rests on, as data: a complaint can follow it line by line. */
export function leafTrace(result: LeafResult, { inputs, compiled }: Run, language: Language): LeafTrace {
  const { node, outcome } = result
  const { method } = node
  const shown = shownFor(method.shown, language, wordsOf[language])
  const texts = textsOf(node, compiled, language)
  return {
    inputs: inputs.trace(namesRead(node, compiled), language),
    ...(method.actual === undefined
      ? {}
      : {
          formula: {
            text: texts.formula ?? '',
            withValues: printWithValues(formulaShown(node, compiled), inputs.read, language),
          },
        }),
    ...(texts.target === undefined ? {} : { shownTarget: texts.target }),
    ...(outcome.state === 'present'
      ? { ...detailTrace(node, outcome.detail, outcome.score, shown, texts), ...actualTrace(outcome.detail, shown) }
      : {}),
    ...(result.method === null ? {} : { method: result.method.toText() }),
    ...(result.reason === undefined ? {} : { reason: result.reason }),
  }
}

/** A leaf that reads one measure is explained by that measure's formula. */
function formulaShown(node: CompiledLeaf, compiled: Run['compiled']) {
  const actual = node.method.actual!
  const [only] = actual.names
  const measure =
    actual.names.length === 1 && only === node.node.actual?.trim() ? compiled.measureByName.get(only!) : undefined
  return measure === undefined || 'broken' in measure.formula ? actual : measure.formula
}

/** Items and measures that decide the leaf: of its value, its target, its formula, its conditions. */
function namesRead({ method, node }: CompiledLeaf, compiled: Run['compiled']): Set<string> {
  const names = new Set<string>([
    ...(method.actual?.names ?? []),
    ...(method.formula?.names ?? []),
    ...(method.target?.kind === 'formula' ? method.target.formula.names : []),
  ])
  for (const key of method.conditionKeys.values()) {
    const condition = compiled.conditions.items?.conditions.get(key)
    if (condition !== undefined) for (const fact of factsIn(condition)) names.add(fact.replace(/^evidence:/, ''))
  }
  const { scoring } = node
  if (scoring.method === 'checklist') {
    for (const { met } of scoring.elements) {
      if (typeof met === 'object' && 'item' in met) names.add(met.item)
      if (typeof met === 'object' && 'evidence' in met) names.add(met.evidence)
    }
  }
  if (scoring.method === 'share-met' && 'list' in scoring.of) names.add(scoring.of.list)
  return names
}

type Shown = ReturnType<typeof shownFor>

function actualTrace(detail: Detail, shown: Shown): Pick<LeafTrace, 'actual' | 'shownActual'> {
  if (!('x' in detail)) return {}
  const edges = 'curve' in detail && detail.curve !== undefined && detail.kind === 'curve' ? edgesOf(detail.curve) : []
  return { actual: detail.x.toText(), shownActual: shown.value(detail.x, edges) }
}

function detailTrace(
  node: CompiledLeaf,
  detail: Detail,
  score: Exact,
  shown: Shown,
  texts: LeafTexts,
): Partial<LeafTrace> {
  switch (detail.kind) {
    case 'curve': {
      const completion = node.method.scoring.method === 'ratio' ? completionOf(detail) : undefined
      const steps =
        node.method.scoring.method === 'steps' ? stepsTrace(node, node.method.scoring, detail, score) : undefined
      return {
        ...(completion === undefined ? {} : { completion: completion.toText() }),
        ...(steps === undefined ? {} : { steps }),
        piece: pieceTrace(detail.curve, detail.x),
      }
    }
    case 'checklist':
      return {
        parts: detail.elements.map(({ element, isMet, score: given }) => ({
          id: element.id,
          label: element.text,
          met: isMet,
          points: given.toText(),
        })),
        ...(detail.why === undefined ? {} : { reason: detail.why }),
      }
    case 'level':
      return {
        parts: [{ label: detail.level.name, met: true, points: score.toText(), note: shown.rate(detail.share) }],
        ...why(detail.why),
      }
    case 'judgement':
      return {
        ...(detail.experts.length === 0
          ? {}
          : { parts: detail.experts.map(({ who, points }): PartTrace => ({ label: who, points: points.toText() })) }),
        ...why(detail.why),
      }
    case 'table': {
      const { rows } = node.method.scoring as TableScoring
      return {
        parts: rows.map((row, index) => ({
          label: String(index + 1),
          met: detail.rows.includes(index),
          note: row.score,
        })),
      }
    }
    case 'share-met':
      return {
        parts: [
          { label: `${detail.met} / ${detail.counted}`, points: score.toText() },
          ...detail.unmet.map((name) => ({ label: name, met: false })),
        ],
      }
    case 'rank':
      return {
        group: {
          size: detail.size,
          place: detail.place,
          ...(detail.mean === undefined ? {} : { mean: detail.mean.toText() }),
          ...(detail.best === undefined ? {} : { best: detail.best.toText() }),
        },
        ...(detail.curve === undefined ? {} : { piece: pieceTrace(detail.curve, detail.distance!) }),
      }
    case 'units':
      return {
        parts: detail.units.map(({ unit, score: given, weight }) => ({
          label: unit,
          points: given.toText(),
          note: `× ${weight.toText()}`,
        })),
      }
    case 'condition':
      return { parts: [{ label: texts.condition ?? '', met: detail.isMet, points: score.toText() }] }
    case 'truth':
    case 'zero-target':
    case 'formula':
      return {}
  }
}

const why = (reason: string | undefined) => (reason === undefined ? {} : { reason })

function pieceTrace(curve: ScoreCurve, x: Exact): NonNullable<LeafTrace['piece']> {
  const { piece, index } = pieceAt(curve, x)
  return {
    index,
    count: curve.pieces.length,
    shape: piece.shape.kind,
    ...(piece.from === null ? {} : { from: piece.from.toText() }),
    ...(piece.to === null ? {} : { to: piece.to.toText() }),
    includesFrom: piece.includesFrom,
    includesTo: piece.includesTo,
  }
}

function stepsTrace(
  node: CompiledLeaf,
  scoring: StepsScoring,
  detail: Extract<Detail, { kind: 'curve' }>,
  score: Exact,
): LeafTrace['steps'] | undefined {
  const steps = stepsOf(node, scoring, detail)
  if (steps === undefined) return undefined
  const deducted = steps.start.minus(score)
  const each = Exact.of(steps.side.deduct)
  return {
    side: steps.name,
    edge: steps.edge.toText(),
    deviation: steps.deviation.toText(),
    size: steps.side.size,
    steps: each.sign === 0 ? '0' : deducted.over(each).toText(),
    each: steps.side.deduct,
    deducted: deducted.toText(),
  }
}
