import { type ChecklistElement, Exact, isJudged } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { printedDigits } from '../curve/printed.ts'
import type { EntryInput } from '../input.ts'
import type { Plan } from '../plan.ts'

/** What a leaf reads of `judgements`: of a computed leaf only whether it applies. */
export function leafEntry(plan: Plan, leaf: CompiledLeaf): EntryInput {
  const entry = { kind: 'entry' as const, leaf, num: plan.register(), ...formOf(plan, leaf) }
  plan.inputs.push(entry)
  return entry
}

function formOf(plan: Plan, leaf: CompiledLeaf): Pick<EntryInput, 'form' | 'den' | 'digits'> {
  const { scoring } = leaf.node
  const plain = { den: undefined, digits: 0 }
  const { broken, isUndeclared } = leaf.method
  if (broken !== undefined || isUndeclared || !isJudged(leaf.node)) return { ...plain, form: 'state' }
  switch (scoring.method) {
    case 'judgement': {
      // With no fewer digits than are printed, so that most points are printed as they were entered.
      const digits = Math.max(POINTS_DIGITS, printedDigits(leaf.rounding))
      return { form: 'points', den: scoring.panel === undefined ? undefined : plan.register(), digits }
    }
    case 'levels': {
      const shares = scoring.levels.map(({ share }) => (share === undefined ? 0 : Exact.of(share).decimalDigits!))
      return { ...plain, form: 'share', digits: Math.max(SHARE_DIGITS, ...shares) }
    }
    default:
      return { ...plain, form: 'elements' }
  }
}

/** Digits of points that somebody enters, though fewer may be printed. */
const POINTS_DIGITS = 2

/** Digits of a share that somebody puts into a level's range: hundredths of a percent. */
const SHARE_DIGITS = 4

/** The elements of a checklist that people decide, in the order of the bits of the entry. */
export function judgedElements(elements: readonly ChecklistElement[]): ChecklistElement[] {
  return elements.filter((element) => element.met === 'judged')
}
