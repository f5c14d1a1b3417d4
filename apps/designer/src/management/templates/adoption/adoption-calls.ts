import type { Issue, Scheme } from '@yardstick/model'
import { ask } from '../../../server/client.ts'
import { type AskedAdoption, templatePath } from '../../../server/templates.ts'

/** What adopting a scheme would mean; nothing is stored. */
export interface AdoptionTrial {
  readonly plan: AdoptionPlan
  /** What it would give; null where something stands against it. */
  readonly scheme: Scheme | null
}

export interface AdoptionPlan {
  readonly brings: Readonly<Record<string, unknown>>
  readonly needs: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
}

export function tryAdoption(hash: string, asked: AskedAdoption, signal: AbortSignal): Promise<AdoptionTrial> {
  return ask('POST', `${templatePath(hash)}/adoption/trial`, { body: asked, signal })
}
