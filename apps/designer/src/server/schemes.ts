import type { Impact } from '@yardstick/engine'
import type { Language, Scheme } from '@yardstick/model'
import type { Review, SchemeHead, SchemeState } from '../store/server-side.ts'
import { ask, query } from './client.ts'

/** The server's schemes: lists, drafts, save points, review, versions. What is refused is thrown as `Refused`. */

export interface SchemePage {
  readonly schemes: readonly SchemeHead[]
}

export function listSchemes(asked: { search?: string; state?: SchemeState; after?: string; limit?: number } = {}) {
  return ask<SchemePage>('GET', `/api/schemes${query({ ...asked })}`)
}

export function addScheme(scheme: Scheme): Promise<{ readonly id: string; readonly revision: number }> {
  return ask('POST', '/api/schemes', { body: { scheme } })
}

export function removeScheme(id: string): Promise<void> {
  return ask('DELETE', `/api/schemes/${id}`)
}

export function restoreScheme(id: string): Promise<void> {
  return ask('POST', `/api/schemes/${id}/restore`)
}

export function readHead(id: string): Promise<SchemeHead> {
  return ask('GET', `/api/schemes/${id}`)
}

export interface Draft {
  readonly id: string
  readonly revision: number
  readonly savedBy: string
  readonly savedAt: string
  readonly scheme: Scheme
}

export function readDraft(id: string): Promise<Draft> {
  return ask('GET', `/api/schemes/${id}/draft`)
}

/** A save that others came before is refused with what they saved, as `current`. */
export function saveDraft(id: string, revision: number, scheme: Scheme): Promise<{ readonly revision: number }> {
  return ask('PUT', `/api/schemes/${id}/draft`, { revision, body: scheme })
}

export interface SchemeRevision {
  readonly number: number
  readonly savedBy: string
  readonly savedAt: string
  readonly savePoint: string | null
}

export function listSavePoints(id: string): Promise<{ readonly revisions: readonly SchemeRevision[] }> {
  return ask('GET', `/api/schemes/${id}/revisions?savePoints=only`)
}

export function readRevision(id: string, number: number): Promise<{ readonly scheme: Scheme }> {
  return ask('GET', `/api/schemes/${id}/revisions/${number}`)
}

/** Names the newest revision. */
export function addSavePoint(id: string, name: string): Promise<{ readonly number: number }> {
  return ask('POST', `/api/schemes/${id}/save-points`, { body: { name } })
}

export function removeSavePoint(id: string, number: number): Promise<void> {
  return ask('DELETE', `/api/schemes/${id}/save-points/${number}`)
}

export async function readReview(id: string): Promise<Review | null> {
  const { reviews } = await ask<{ readonly reviews: readonly Review[] }>('GET', `/api/schemes/${id}/reviews`)
  return reviews[0] ?? null
}

export function submitForReview(id: string, note: string): Promise<void> {
  return ask('POST', `/api/schemes/${id}/review`, { body: { note } })
}

export function withdrawReview(id: string): Promise<void> {
  return ask('DELETE', `/api/schemes/${id}/review`)
}

export function addRemark(id: string, remark: { indicator?: string; text: string }): Promise<void> {
  return ask('POST', `/api/schemes/${id}/review/remarks`, { body: remark })
}

export function resolveRemark(id: string, remark: string, resolved: boolean): Promise<void> {
  return ask('PUT', `/api/schemes/${id}/review/remarks/${remark}`, { body: { resolved } })
}

/** On the revision that was looked at; refused where another was submitted since. */
export function decide(
  id: string,
  revision: number,
  body: { decision: 'approved' | 'returned'; note: string },
): Promise<void> {
  return ask('POST', `/api/schemes/${id}/review/decision`, { revision, body })
}

export interface VersionHead {
  readonly hash: string
  readonly number: number
  readonly name: string
  readonly publishedBy: string
  readonly publishedAt: string
  readonly isRetired: boolean
}

/** The published versions of one scheme, newest first. */
export function listVersions(scheme: string): Promise<{ readonly versions: readonly VersionHead[] }> {
  return ask('GET', `/api/versions${query({ scheme })}`)
}

export function readVersion(hash: string): Promise<{ readonly scheme: Scheme }> {
  return ask('GET', `/api/versions/${hash}`)
}

/** No campaign begins with it any more; it is not to be had back. */
export function retireVersion(hash: string): Promise<void> {
  return ask('POST', `/api/versions/${hash}/retire`)
}

export function publish(id: string): Promise<{ readonly hash: string; readonly number: number }> {
  return ask('POST', `/api/schemes/${id}/versions`)
}

/** A campaign that a draft may be held against. */
export interface ImpactCampaign {
  readonly id: string
  readonly name: string
  readonly period: string
}

const PAGE = 200

/** All of them, newest first. */
export async function listImpactCampaigns(): Promise<readonly ImpactCampaign[]> {
  const all: ImpactCampaign[] = []
  for (;;) {
    const asked = query({ for: 'impact', limit: PAGE, after: all.at(-1)?.id })
    const { campaigns } = await ask<{ readonly campaigns: readonly ImpactCampaign[] }>('GET', `/api/campaigns${asked}`)
    all.push(...campaigns)
    if (campaigns.length < PAGE) return all
  }
}

/** What the draft does to the submissions of a campaign: `subjects` of `submissions` were looked at. */
export interface CampaignImpact extends Impact {
  /** Of the draft that was looked at. */
  readonly revision: number
  /** Submissions that are scored by `version`. */
  readonly submissions: number
  readonly version: string
  /** All versions the campaign is scored by, and of which scheme they are. */
  readonly versions: readonly { readonly hash: string; readonly scheme: string; readonly submissions: number }[]
}

export function readImpact(id: string, campaign: string, language: Language, signal: AbortSignal) {
  return ask<CampaignImpact>('GET', `/api/schemes/${id}/impact${query({ campaign, language })}`, { signal })
}

/** The same of a scheme that is not saved; nothing is stored. */
export function readImpactOf(scheme: Scheme, id: string, campaign: string, language: Language, signal: AbortSignal) {
  return ask<CampaignImpact>('POST', `/api/schemes/${id}/impact`, { body: { campaign, scheme, language }, signal })
}
