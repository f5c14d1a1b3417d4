import { type ChecklistElement, Exact, type JudgementScoring, type LevelsScoring } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { printedDigits } from '../curve/printed.ts'
import type { EntryInput } from '../input.ts'
import type { Plan } from '../plan.ts'

/** What a leaf reads of `judgements`: of a computed leaf only whether it applies. */
export function leafEntry(plan: Plan, leaf: CompiledLeaf): EntryInput {
  const form = formOf(leaf)
  const { scoring } = leaf.method
  const isPanel = form === 'points' && (scoring as JudgementScoring).panel !== undefined
  const entry: EntryInput = {
    kind: 'entry',
    leaf,
    form,
    num: plan.register(),
    den: isPanel ? plan.register() : undefined,
    digits: digitsOf(leaf, form),
  }
  plan.inputs.push(entry)
  return entry
}

function formOf({ method }: CompiledLeaf): EntryInput['form'] {
  if (method.broken !== undefined || method.isUndeclared) return 'state'
  const { scoring } = method
  switch (scoring.method) {
    case 'judgement':
      return 'points'
    case 'levels':
      return 'share'
    case 'checklist':
      return scoring.elements.some((element) => element.met === 'judged') ? 'elements' : 'state'
    default:
      return 'state'
  }
}

function digitsOf({ method, rounding }: CompiledLeaf, form: EntryInput['form']): number {
  switch (form) {
    case 'points':
      // With no fewer digits than are printed, so that most points are printed as they were entered.
      return Math.max(POINTS_DIGITS, printedDigits(rounding))
    case 'share': {
      const { levels } = method.scoring as LevelsScoring
      const shares = levels.map(({ share }) => (share === undefined ? 0 : Exact.of(share).decimalDigits!))
      return Math.max(SHARE_DIGITS, ...shares)
    }
    default:
      return 0
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
