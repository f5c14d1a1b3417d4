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
  /** Of the data items: how many are asked for, filled in by the department, and to be looked at again. */
  readonly items: { readonly needed: number; readonly filled: number; readonly doubtful: number }
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

/** Whether a day has gone by; days are those of this computer. */
export function isOverdue(day: string, now: Date): boolean {
  const two = (part: number) => String(part).padStart(2, '0')
  return day < `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
