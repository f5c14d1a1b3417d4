import type { Declaration, Mapping, Submission } from '@yardstick/model'

/** 申报 → 填报 → 自评 → 评价 → 复核 → 定稿 → 公开 */
export type Stage = 'declaration' | 'report' | 'self' | 'evaluate' | 'verify' | 'final' | 'public'
export type SubmissionState = 'open' | 'submitted' | 'returned'

/** A campaign as lists give it. */
export interface Campaign {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly period: string
  readonly stage: Stage
  /** Those it goes through, in order. */
  readonly stages: readonly Stage[]
  readonly hasDeclarations: boolean
  /** YYYY-MM-DD by stage. */
  readonly due: Readonly<Partial<Record<Stage, string>>>
  readonly revision: number
  readonly createdAt: string
}

/** One of them, with its schemes and, for those who may read them, its submissions counted. */
export interface WholeCampaign extends Campaign {
  /** '' is every type that is not named. */
  readonly schemes: readonly { readonly departmentType: string; readonly version: string }[]
  readonly counts?: readonly {
    readonly state: SubmissionState
    readonly declarationState: string
    readonly count: number
  }[]
}

/** A submission as lists give it. */
export interface SubmissionHead {
  readonly id: string
  readonly campaign: string
  readonly department: string
  readonly name: string
  readonly type: string
  readonly region: string
  /** '' is the department as a whole. */
  readonly project: string
  readonly state: SubmissionState
  readonly declarationState: string
  readonly version: string
  readonly revision: number
  readonly updatedAt: string
  /** By stage: when it was handed in there for the first time. */
  readonly handedIn: Readonly<Partial<Record<Stage, string>>>
  /** Of the data items: how many are asked for; of them: filled in, 空缺 with a reason, and to be looked at again. */
  readonly items: {
    readonly needed: number
    readonly filled: number
    readonly explained: number
    readonly doubtful: number
  }
}

/** A submission as `GET /api/submissions/:id` gives it: with its documents, as whoever asks may see them. */
export interface WholeSubmission extends SubmissionHead {
  readonly stage: Stage
  readonly submission: Submission
  readonly declaration: Declaration | null
  /** Local names of the data items 名称对照; null without, undefined where it was not asked for alone. */
  readonly mapping?: Mapping | null
}

/**
 * Whether a department writes into its submission: until it is handed in. In 评价 only what was returned is corrected, and
 * whoever is late is asked for it by a return.
 */
export function takesReports({ stage, state }: Pick<WholeSubmission, 'stage' | 'state'>): boolean {
  return stage === 'evaluate' ? state === 'returned' : state !== 'submitted' && (stage === 'report' || stage === 'self')
}

/** Whether self-scores are written, too. */
export function takesClaims(submission: Pick<WholeSubmission, 'stage' | 'state'>): boolean {
  return takesReports(submission) && submission.stage !== 'report'
}

/** The right to go from one stage to another: 定稿 and 公开 are led into, and out of, by reviewers. */
export function stepAction(campaign: Pick<Campaign, 'stage'>, to: Stage): 'campaign.manage' | 'campaign.conclude' {
  const isLate = (stage: Stage) => stage === 'final' || stage === 'public'
  return isLate(campaign.stage) || isLate(to) ? 'campaign.conclude' : 'campaign.manage'
}

/** Departments are put in as long as they can still report. */
export function takesDepartments({ stage }: Pick<Campaign, 'stage'>): boolean {
  return stage === 'declaration' || stage === 'report' || stage === 'self'
}
