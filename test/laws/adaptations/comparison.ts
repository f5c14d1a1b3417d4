import { diff, type SchemeDifference, wordDifference } from '@yardstick/engine'
import { templateBase, walk } from '@yardstick/model'
import { type Adaptation, schemeIn } from './library.ts'

/** How many indicators of the two correspond, and how many do not. */
export interface Comparison {
  /** Under the same name, in the same place, with the same points, target and 评分标准. */
  readonly asIs: number
  readonly changed: number
  readonly added: number
  readonly absent: number
  readonly differences: readonly SchemeDifference[]
}

/** What an adaptation made of its template, as the comparison of any two versions tells it. */
export function comparisonOf({ scheme, lineage, from }: Adaptation): Comparison {
  const base = templateBase(schemeIn(from), scheme)
  if (!base.ok) throw new Error(JSON.stringify(base.issues))
  const differences = diff(base.value, scheme).filter(({ of }) => of === 'indicator')
  const changed = new Set(differences.filter(isOfTheRule).map(({ id }) => id))
  const here = walk(scheme).map(({ node }) => node.id)
  const origins = Object.keys(lineage.nodes ?? {})
  const taken = here.filter((id) => origins.includes(id))
  return {
    asIs: taken.filter((id) => !changed.has(id)).length,
    changed: taken.filter((id) => changed.has(id)).length,
    added: here.length - taken.length,
    absent: origins.length - taken.length,
    differences,
  }
}

/** Explanations, codes and sources may be said otherwise; what is measured and what it is worth may not. */
function isOfTheRule(difference: SchemeDifference): boolean {
  const { change } = difference
  if (change === 'changed') return ['points', 'target', 'scoring', 'combine', 'individual'].includes(difference.field)
  return change === 'moved' || (change === 'renamed' && difference.by === 'name')
}

export const sentencesOf = (comparison: Comparison, language: 'zh' | 'en'): string[] =>
  comparison.differences.map((each) => wordDifference(each, language))
