import type { AdoptionPlan, Issue, Scheme } from '@yardstick/model'
import { ask } from '../../../server/client.ts'
import { type AskedAdoption, templatePath } from '../../../server/templates.ts'

/** What adopting a scheme would mean; nothing is stored. */
export interface AdoptionTrial {
  /** '' is nowhere in particular. */
  readonly region: string
  /** What it would give. */
  readonly scheme: Scheme
  readonly plan: Omit<AdoptionPlan, 'issues'>
  /** What stands against it, or should be looked at before. */
  readonly issues: readonly Issue[]
}

export function tryAdoption(hash: string, asked: AskedAdoption, signal: AbortSignal): Promise<AdoptionTrial> {
  return ask('POST', `${templatePath(hash)}/adoption/trial`, { body: asked, signal })
}
