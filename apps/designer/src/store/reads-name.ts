import { namesIn, parseFormula } from '@yardstick/formula'
import { mentions } from '@yardstick/model'

/** Whether a formula reads a name, by its grammar; one that does not parse is judged by its letters. */
export function readsName(formula: string, name: string): boolean {
  const parsed = parseFormula(formula)
  return parsed.ok ? [...namesIn(parsed.value)].includes(name) : mentions(formula, name)
}
