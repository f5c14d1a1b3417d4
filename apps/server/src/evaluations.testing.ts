import { readFileSync } from 'node:fs'
import { canonicalText, hashDocument, type Scheme, type Submission } from '@yardstick/model'
import { newId } from './new-id.ts'
import { sha256 } from './scoring/score.ts'
import type { Stage } from './store/tables/campaigns.ts'
import type { Db } from './store/tables.ts'

/** Campaigns with submissions, put straight into the tables: what evaluations are about. */
export interface TestCampaign {
  readonly id: string
  readonly version: string
  readonly departments: readonly string[]
  readonly submissions: readonly string[]
}

/** A folder of `rules/`: a scheme and a submission to it. */
export function rule<T = Submission>(folder: string, file = 'submission.json'): T {
  return JSON.parse(readFileSync(new URL(`../../../rules/${folder}/${file}`, import.meta.url), 'utf8')) as T
}

export const region = '360100'

/** A scheme, published. */
export async function publish(db: Db, scheme: Scheme): Promise<string> {
  const hash = hashDocument(scheme, sha256)
  const id = newId()
  const [now, who] = [new Date(), 'test']
  await db
    .insertInto('scheme')
    .values({
      id,
      name: scheme.name,
      region,
      state: 'approved',
      revision: 1,
      created_by: who,
      created_at: now,
      updated_at: now,
      removed_at: null,
    })
    .execute()
  await db
    .insertInto('scheme_version')
    .values({
      hash,
      scheme_id: id,
      number: 1,
      name: scheme.name,
      region,
      document: canonicalText(scheme),
      published_by: who,
      published_at: now,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return hash
}

export interface CampaignOptions {
  readonly scheme: Scheme
  readonly stage?: Stage
  /** One for each department. */
  readonly submissions: readonly Submission[]
  readonly declarations?: readonly unknown[]
  /** Of a campaign from before: the same departments again. */
  readonly departments?: readonly string[]
  readonly type?: (index: number) => string
  readonly region?: (index: number) => string
}

export async function addTestCampaign(db: Db, options: CampaignOptions): Promise<TestCampaign> {
  const { scheme, stage = 'evaluate', submissions, declarations } = options
  const version = await publish(db, scheme)
  const id = newId()
  const now = new Date()
  await db
    .insertInto('campaign')
    .values({
      id,
      name: id,
      region,
      period: '2025',
      stage,
      has_declarations: false,
      due: '{}',
      revision: 1,
      created_by: 'test',
      created_at: now,
    })
    .execute()
  await db
    .insertInto('campaign_scheme')
    .values({ campaign_id: id, department_type: '', version_hash: version })
    .execute()
  const departments = options.departments ?? submissions.map(newId.bind(null, undefined))
  const ids = submissions.map(() => newId()).sort()
  const all = submissions.map((submission, index) => ({ submission, index }))
  for (let from = 0; from < all.length; from += 500) {
    const batch = all.slice(from, from + 500)
    if (options.departments === undefined) {
      await db
        .insertInto('department')
        .values(
          batch.map(({ index }) => ({
            id: departments[index]!,
            name: `单位${index}-${departments[index]}`,
            code: '',
            type: options.type?.(index) ?? '学校',
            region: options.region?.(index) ?? region,
            parent_id: null,
            revision: 1,
            created_at: now,
            retired_at: null,
          })),
        )
        .execute()
    }
    await db
      .insertInto('submission')
      .values(
        batch.map(({ submission, index }) => ({
          id: ids[index]!,
          campaign_id: id,
          department_id: departments[index]!,
          project: '',
          version_hash: version,
          state: 'submitted' as const,
          document: canonicalText(submission),
          declaration: declarations === undefined ? null : canonicalText(declarations[index]),
          declaration_state: declarations === undefined ? ('none' as const) : ('approved' as const),
          revision: 1,
          updated_at: now,
        })),
      )
      .execute()
  }
  return { id, version, departments, submissions: ids }
}
