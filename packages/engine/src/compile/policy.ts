import type { Leaf, NotApplicablePolicy, Scheme } from '@yardstick/model'

/** What becomes of a leaf's points when it does not apply; rescale where neither leaf nor scheme says. */
export function policyOf(scheme: Scheme, leaf: Leaf): NotApplicablePolicy {
  return leaf.notApplicable ?? scheme.notApplicable ?? 'rescale'
}
