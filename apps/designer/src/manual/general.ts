import {
  defaultRounding,
  Exact,
  type Grade,
  leaves,
  type Rounding,
  roundingOf,
  type Scheme,
  walk,
} from '@yardstick/model'
import type { ManualWords } from './words.ts'

/** 总则: what holds for the whole scheme, in sentences; what a scheme does not say is said as what it then means. */
export function generalSentences(scheme: Scheme, w: ManualWords): string[] {
  return [
    [shape(scheme, w), scheme.ceiling === undefined ? '' : w.ceiling(scheme.ceiling)].join(''),
    ...(scheme.basis === undefined || scheme.basis.length === 0 ? [] : [w.basis(scheme.basis.join(w.comma))]),
    roundingSentence(scheme, w),
    ...stepSentence(scheme, w),
    `${w.missing[scheme.missing ?? 'block']}${w.and}${w.notApplicable[scheme.notApplicable ?? 'rescale']}${w.unlessStated}`,
    w.toVerify,
    w.declarations[scheme.declarations ?? 'none'],
  ]
}

function shape(scheme: Scheme, w: ManualWords): string {
  const places = walk(scheme)
  const bonus = places.filter(({ node }) => node.kind === 'bonus')
  const counted = leaves(scheme).filter(({ node }) => node.kind !== 'bonus')
  const tops = scheme.indicators.filter((node) => node.kind !== 'bonus')
  const plain = w.shape(scheme.fullScore, tops.length, counted.length)
  if (bonus.length === 0) return plain
  const points = bonus.reduce((sum, { node }) => sum.plus(Exact.of(node.points)), Exact.zero)
  return plain + w.bonusShape(bonus.length, points.toText())
}

function roundingSentence(scheme: Scheme, w: ManualWords): string {
  const branch = roundingOf(scheme, 'branch')
  return (
    [
      w.roundLeaf(showRounding(roundingOf(scheme, 'leaf'), w)),
      branch === 'none' ? w.roundBranchExact : w.roundBranch(showRounding(branch, w)),
      w.roundTotal(showRounding(roundingOf(scheme, 'total'), w)),
    ].join(w.and) + w.stop
  )
}

/** 保留 2 位小数（四舍五入） */
export function showRounding(rounding: Rounding, w: ManualWords): string {
  if (rounding === 'none') return w.rounding.none
  const place = 'step' in rounding ? w.rounding.step(rounding.step) : w.rounding.digits(rounding.digits)
  return w.aside(place, w.rounding[rounding.mode ?? modeOf(defaultRounding)])
}

function modeOf(rounding: Rounding) {
  return (rounding === 'none' ? undefined : rounding.mode) ?? 'half-up'
}

/** Said where some indicator counts steps. */
function stepSentence(scheme: Scheme, w: ManualWords): string[] {
  const counts = leaves(scheme).some(({ node }) => node.scoring.method === 'steps')
  if (scheme.stepCount === undefined || !counts) return []
  return [w.steps[scheme.stepCount] + w.unlessStated]
}

/** 评价等级 as one sentence over its bands, best first. */
export function gradesSentence(grades: readonly Grade[] | undefined, w: ManualWords): string {
  if (grades === undefined || grades.length === 0) return w.noGrades
  const bands = grades.map((grade, index) => gradeBand(grade, grades[index - 1]?.from, w))
  return w.grades(bands.join(w.and))
}

function gradeBand({ name, from }: Grade, above: string | undefined, w: ManualWords): string {
  if (from === undefined) return above === undefined ? w.gradeOnly(name) : w.gradeLowest(name, above)
  return above === undefined ? w.gradeTop(name, from) : w.gradeMiddle(name, from, above)
}

/** How deep the tree goes, for the columns of its table. */
export function depthOf(scheme: Pick<Scheme, 'indicators'>): number {
  return walk(scheme).reduce((most, place) => Math.max(most, place.depth + 1), 1)
}
