import { canonicalText, type Evaluation, Exact, type IndicatorResult, roundBy, type Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { scoreValue } from '../curve/plain-curves.ts'
import { fastFromSecond } from '../fast/from-second.ts'
import { RowReference } from '../fast/row-reference.ts'
import { ReferenceScores, type RowScores } from '../fast/row-scores.ts'
import { rulesOn } from './events.ts'
import { addressOf, documentOf, type EvaluateOptions, present } from './present.ts'
import { scoreNow } from './score.ts'
import type { Total } from './total.ts'

/**
 * The evaluation without a trace, at once: to the letter what `evaluate` says with `trace: false`. Its numbers are the fast
 * path's wherever they are all that there is to say; the reference says what was rounded away, leaf by leaf where a rule can
 * need rounding, and everything else as a whole: what is missing, what does not apply, what rules did to the total.
 */
export function evaluateNow(
  compiled: CompiledScheme,
  submission: Submission,
  options: Omit<EvaluateOptions, 'trace'>,
): Evaluation {
  const { group } = options
  const wanted = { ...options, trace: false }
  const heads = headsOf(compiled)
  const row = heads && fastFromSecond(compiled)?.score(submission, group === undefined ? {} : { group })
  if (row instanceof ReferenceScores) return present(row.scores, wanted)
  if (heads === undefined || row?.isPlain !== true) return present(scoreNow(compiled, submission, group), wanted)
  const submissionHash = options.sha256(canonicalText(submission))
  const reference = new RowReference(compiled, submission, group)
  const indicators = heads.map((head, index) => {
    const score = row.scoreOf(index)!
    const exact = head.canRound ? reference.leaf(head.node as CompiledLeaf).exact : null
    const rounded = exact === null || exact.equals(Exact.of(score)) ? undefined : exact.toText()
    return indicatorOf(head, score, rounded, row.isProvisional(index), head.address + submissionHash.slice(0, 16))
  })
  const indexById = new Map(heads.map(({ node }, index) => [node.node.id, index]))
  return documentOf(compiled, submission, wanted, {
    ...{ submissionHash, indicators, lost: [], missing: [], errors: [] },
    total: plainTotal(compiled, row),
    scoreOf: (id) => {
      const index = indexById.get(id)
      return index === undefined ? undefined : Exact.of(row.scoreOf(index)!)
    },
  })
}

/** Indicators and bonuses, and nothing else. */
function plainTotal({ nodes }: CompiledScheme, row: RowScores): Total {
  const total = Exact.of(row.total!)
  const bonuses = nodes.flatMap((node, index) => {
    const amount = isOuterBonus(node) ? Exact.of(row.scoreOf(index)!) : Exact.zero
    return amount.sign === 0 ? [] : [{ line: 'bonus' as const, amount, id: node.node.id }]
  })
  const amount = bonuses.reduce((left, each) => left.minus(each.amount), total)
  return {
    state: 'present',
    total,
    exact: total,
    grade: row.grade,
    plainGrade: row.grade,
    lines: [{ line: 'indicators', amount }, ...bonuses],
    events: [],
    waiting: [],
    provisional: row.state === 'provisional',
  }
}

/** One inside another belongs to that one. */
function isOuterBonus({ isBonus, parent }: CompiledNode): boolean {
  return isBonus && !hangsInBonus(parent)
}

function hangsInBonus(node: CompiledNode | null): boolean {
  return node !== null && (node.isBonus || hangsInBonus(node.parent))
}

/** Field by field: there are hundreds of thousands in a run, and the order of fields is part of a document. */
function indicatorOf(
  { id, name, path, kind, points, basis }: Head,
  score: string,
  exact: string | undefined,
  isProvisional: boolean,
  address: string,
): IndicatorResult {
  const found = { id, name, path } as IndicatorResult
  if (kind !== undefined) found.kind = kind
  found.points = points
  found.score = score
  if (exact !== undefined) found.exact = exact
  found.state = 'present'
  if (isProvisional) found.provisional = true
  if (basis !== undefined) found.basis = basis
  found.address = address
  found.sentence = ''
  return found
}

/** What is said of an indicator whatever was submitted. */
interface Head {
  readonly node: CompiledNode
  readonly id: string
  readonly name: string
  readonly path: string[]
  readonly kind: 'bonus' | undefined
  readonly points: string
  readonly basis: string | undefined
  /** Without the submission's part. */
  readonly address: string
  /** A leaf whose score may have been rounded. */
  readonly canRound: boolean
}

const known = new WeakMap<CompiledScheme, readonly Head[] | null>()

/** Undefined where fast scores never say enough: a flag may be up, or branches be rounded. */
function headsOf(compiled: CompiledScheme): readonly Head[] | undefined {
  let heads = known.get(compiled)
  if (heads === undefined) {
    const isTold = compiled.rules.every(({ stage }) => stage !== 'flag') && compiled.nodes.every(addsUp)
    heads = isTold ? compiled.nodes.map((node) => headOf(node, compiled)) : null
    known.set(compiled, heads)
  }
  return heads ?? undefined
}

function headOf(node: CompiledNode, compiled: CompiledScheme): Head {
  const { id, name, basis } = node.node
  return {
    ...{ node, id, name, basis, path: [...node.path] },
    kind: node.isBonus ? 'bonus' : undefined,
    points: node.points.toText(),
    address: addressOf(node, compiled, ''),
    canRound: node.type === 'leaf' && canRound(node, compiled),
  }
}

/** A branch of printed numbers comes to a number that needs no rounding: all of it is rounded to the same place. */
function addsUp({ node, type, points, rounding, parent }: CompiledNode): boolean {
  if (parent !== null && JSON.stringify(parent.rounding) !== JSON.stringify(rounding)) return false
  return (
    roundBy(points, rounding).equals(points) &&
    (type === 'leaf' || !('combine' in node) || node.combine !== 'weighted-mean')
  )
}

/** Not where whatever its method can give is a score that is printed as it is, and no rule of phase 3 changes it. */
function canRound(leaf: CompiledLeaf, compiled: CompiledScheme): boolean {
  const { method, points, rounding, node } = leaf
  if (rounding === 'none') return false
  if (node.weighUnitsBy !== undefined || rulesOn(leaf, 'leaves', compiled).length > 0) return true
  const { scoring, curve } = method
  const given =
    scoring.method === 'checklist'
      ? scoring.elements.map(({ score }) => scoreValue(score, points))
      : typeof curve === 'object' && scoring.method !== 'rank'
        ? curve.pieces.map(({ shape }) =>
            shape.kind === 'constant' ? shape.score.clamp(Exact.zero, points) : undefined,
          )
        : [undefined]
  return given.some((score) => score === undefined || !roundBy(score, rounding).equals(score))
}
