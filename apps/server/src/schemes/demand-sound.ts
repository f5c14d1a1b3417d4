import { check } from '@yardstick/engine'
import { hasError, type Scheme } from '@yardstick/model'
import { wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import type { Db } from '../store/tables.ts'
import { beyondTemplate } from '../templates/limits.ts'

/**
 * Refuses a scheme in which checks find errors: names that lead nowhere, points that do not add up, own cases that do not
 * come out, or that was changed beyond what its template allows. The answer holds warnings and hints too, as the designer shows them.
 */
export async function demandSound(db: Db, scheme: Scheme): Promise<void> {
  const issues = [...(await beyondTemplate(db, scheme)), ...(await check(scheme, { sha256 }))]
  if (hasError(issues)) throw wrongData(issues)
}
