import { adversaryTexts } from './adversary-texts.ts'
import { bandsTexts } from './bands-texts.ts'
import { countTexts } from './count-texts.ts'
import { formulaTexts } from './formula-texts.ts'
import { groupTexts } from './group-texts.ts'
import { habitTexts } from './habit-texts.ts'
import { idiomTexts } from './idiom-texts.ts'
import { judgedTexts } from './judged-texts.ts'
import { ratioTexts } from './ratio-texts.ts'
import type { RuleText } from './rule-text.ts'
import { seedTexts } from './seed-texts.ts'
import { sheetTexts } from './sheet-texts.ts'
import { stepsTexts } from './steps-texts.ts'
import { trapTexts } from './trap-texts.ts'

/** Every rule text there is, by the families of their idioms. */
export const ruleTexts: readonly RuleText[] = [
  ...seedTexts,
  ...idiomTexts,
  ...ratioTexts,
  ...stepsTexts,
  ...countTexts,
  ...bandsTexts,
  ...formulaTexts,
  ...judgedTexts,
  ...groupTexts,
  ...sheetTexts,
  ...habitTexts,
  ...trapTexts,
  ...adversaryTexts,
]
