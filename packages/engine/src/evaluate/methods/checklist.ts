import { type ChecklistElement, type ChecklistScoring, Exact, type Reading, sum, worstState } from '@yardstick/model'
import { scoreValue } from '../../curve/plain-curves.ts'
import { type LeafRun, unknownBecause } from '../leaf-run.ts'
import { type ElementResult, type Outcome, scored, type Unscored, unscored } from '../outcome.ts'
import { readsProvisional } from './pass.ts'

/**
 * 要素得分: the scores of the elements that are met. Without a gate element (缺①不得分) the whole is 0. An element that
 * nobody has answered leaves the leaf missing, also where a gate has failed already.
 */
export function checklist(run: LeafRun): Outcome {
  const { leaf, judgement } = run
  const { elements } = leaf.method.scoring as ChecklistScoring
  const results: ElementResult[] = []
  const absent: Exclude<Reading, { state: 'present' }>[] = []
  let provisional = judgement.state === 'present' && judgement.provisional === true
  for (const element of elements) {
    const met = isMet(element, run)
    if (met.state !== 'present') {
      // An element whose item does not apply is unanswered: the checklist as a whole still applies.
      absent.push(met.state === 'not-applicable' ? { state: 'missing', names: met.names } : met)
      continue
    }
    provisional ||= met.provisional
    results.push({ element, isMet: met.value, score: met.value ? scoreValue(element.score, leaf.points) : Exact.zero })
  }
  const worst = worstState(absent)
  if (worst !== undefined) return unscored(worst)
  const failedGate = results.find(({ element, isMet }) => element.gate === true && !isMet)?.element
  const score = failedGate === undefined ? sum(results.map((each) => each.score)) : Exact.zero
  return scored(score, { kind: 'checklist', elements: results, failedGate, why: judgement.why }, provisional)
}

type Answer =
  | { readonly state: 'present'; readonly value: boolean; readonly provisional: boolean }
  | Exclude<Reading, { state: 'present' }>

function isMet(element: ChecklistElement, run: LeafRun): Answer {
  const { met } = element
  if (met === 'judged') return judgedElement(element, run)
  if ('evidence' in met) return { state: 'present', value: run.inputs.hasEvidence(met.evidence), provisional: false }
  if ('item' in met) {
    const reading = run.inputs.read(met.item)
    return reading.state === 'present'
      ? { state: 'present', value: reading.value === true, provisional: reading.provisional === true }
      : reading
  }
  const key = run.leaf.method.conditionKeys.get(element.id)!
  const truth = run.truth(key)
  if (truth === 'unknown') return asReading(unknownBecause([key], run))
  return { state: 'present', value: truth === 'true', provisional: readsProvisional([key], run) }
}

function judgedElement(element: ChecklistElement, { judgement }: LeafRun): Answer {
  if (judgement.state === 'error') return { state: 'error', issue: judgement.issue }
  const judged =
    judgement.state === 'present' && judgement.judged.kind === 'elements' ? judgement.judged.met : undefined
  const value = judged?.get(element.id)
  return value === undefined
    ? { state: 'missing', names: [element.text] }
    : { state: 'present', value, provisional: false }
}

function asReading(unknown: Unscored): Exclude<Reading, { state: 'present' }> {
  return unknown.state === 'error'
    ? { state: 'error', issue: unknown.issue! }
    : { state: 'missing', names: unknown.names }
}
