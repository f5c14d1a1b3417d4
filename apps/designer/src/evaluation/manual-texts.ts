import { boundaryValues, type CompiledLeaf, type CompiledScheme, standardContext } from '@yardstick/engine'
import { digitsOf, Exact, type Language, roundBy, roundingOf } from '@yardstick/model'
import { printStandard, showValue } from '@yardstick/wording'

/** What the manual says of each leaf besides its fields, by leaf id: of the scheme itself, under no declaration. */
export interface ManualTexts {
  readonly [leaf: string]: { readonly standard: string; readonly edges: readonly EdgeScore[] }
}

/** What a rule gives at its edges: values as people read them, ascending, with printed scores. */
export interface EdgeScore {
  readonly value: string
  readonly score: string
}

export function manualTexts(compiled: CompiledScheme, language: Language): ManualTexts {
  const leaves = compiled.nodes.filter((node) => node.type === 'leaf')
  return Object.fromEntries(
    leaves.map((leaf) => [
      leaf.node.id,
      {
        standard: printStandard(leaf.node.scoring, standardContext(leaf, compiled), language),
        edges: edgeScores(leaf, compiled, language),
      },
    ]),
  )
}

/** More than this is a table of its own, not a line in a paragraph. */
const MOST = 8

/** Only where target and points are constant, and no distance from others is scored. */
function edgeScores(leaf: CompiledLeaf, { scheme }: CompiledScheme, language: Language): EdgeScore[] {
  const { curve, shown, scoring } = leaf.method
  if (curve === undefined || typeof curve === 'function' || !hasEdges(scoring)) return []
  const values = boundaryValues(curve, digitsOf({ id: '', formula: '', type: shown.type, ...digitsIn(shown) }))
  const edges = values.map(({ edge }) => edge)
  const rounding = roundingOf(scheme, 'leaf', leaf.node)
  // Where everything happens at 0 or above, values below it are no examples.
  const isBelow = (x: Exact) => x.sign < 0 && edges.every((edge) => edge.sign >= 0)
  const scored = values
    .filter(({ x }) => !isBelow(x))
    .map(({ x, side, score }) => ({
      value: showValue(x, shown, language, edges),
      isEdge: side === 'on',
      score: roundBy(score.clamp(Exact.zero, leaf.points), rounding),
    }))
  const telling = runsOf(scored).map((run) => run.find((each) => each.isEdge) ?? run[0]!)
  return telling.length > MOST ? [] : telling.map(({ value, score }) => ({ value, score: decimalText(score) }))
}

/** Neighbours that score the same: of these one is told, best the edge itself. */
function runsOf<T extends { readonly score: Exact }>(scored: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const each of scored) {
    const run = runs.at(-1)
    if (run?.[0]?.score.equals(each.score)) run.push(each)
    else runs.push([each])
  }
  return runs
}

/** A rule in plain proportion has no edge but its target. */
function hasEdges(scoring: CompiledLeaf['method']['scoring']): boolean {
  if (scoring.method === 'rank') return false
  return scoring.method !== 'ratio' || scoring.passLine !== undefined || scoring.overshoot !== undefined
}

const digitsIn = ({ digits }: { readonly digits: number | undefined }) => (digits === undefined ? {} : { digits })

/** An unrounded score that no decimal writes is shown with four digits. */
function decimalText(score: Exact): string {
  return (score.decimalDigits === undefined ? score.round(4) : score).toText()
}
