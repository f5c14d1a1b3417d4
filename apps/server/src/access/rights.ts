import { regionPrefix } from '@yardstick/model'

export { regionPrefix }

/**
 * Who may do what, and where. A grant gives a person a role in a region and all below it, in one campaign or in all, for
 * one department or for all; the table below says which roles carry out which action. Nothing else decides.
 */
export const roles = ['designer', 'reviewer', 'evaluator', 'expert', 'department', 'reader', 'administrator'] as const
export type Role = (typeof roles)[number]

export interface Grant {
  readonly role: Role
  /** 行政区划代码 of 6 to 12 digits; '' is everywhere. */
  readonly region: string
  readonly campaign: string | null
  readonly department: string | null
}

/** Where an action takes place. What has no campaign or department of its own is out of reach of grants limited to one. */
export interface Place {
  readonly region: string
  readonly campaign?: string | undefined
  readonly department?: string | undefined
}

export const rights = {
  'scheme.read': ['designer', 'reviewer', 'evaluator', 'reader', 'administrator'],
  'scheme.write': ['designer'],
  'scheme.remark': ['designer', 'reviewer'],
  'scheme.review': ['reviewer'],
  'scheme.publish': ['reviewer'],
  /** What a draft would have made of submissions that are there. */
  'scheme.impact': ['designer', 'reviewer', 'evaluator'],
  'library.read': ['designer', 'reviewer', 'evaluator', 'reader'],
  'library.write': ['designer'],
  'department.read': ['designer', 'reviewer', 'evaluator', 'expert', 'department', 'reader', 'administrator'],
  'department.write': ['administrator'],
  'campaign.read': ['reviewer', 'evaluator', 'expert', 'department', 'reader', 'administrator'],
  'campaign.manage': ['evaluator'],
  /** From 复核 on to 定稿 and 公开, and back. */
  'campaign.conclude': ['reviewer'],
  'submission.read': ['reviewer', 'evaluator', 'expert', 'department', 'reader'],
  /** What others than the department wrote, while it is not settled. */
  'submission.read-judged': ['reviewer', 'evaluator', 'expert', 'reader'],
  /** Each layer of a submission is written by its role only. */
  'submission.report': ['department'],
  /** Workbooks that departments sent in are written for them, as what they reported, by those who conduct the campaign. */
  'submission.take-in': ['evaluator'],
  'submission.verify': ['evaluator'],
  'submission.judge': ['evaluator', 'expert'],
  'submission.override': ['reviewer'],
  'submission.return': ['evaluator', 'reviewer'],
  'declaration.review': ['reviewer', 'evaluator'],
  'evidence.attach': ['department', 'evaluator'],
  'evaluation.read': ['reviewer', 'evaluator', 'reader'],
  /** One's own result, once it is settled. */
  'evaluation.read-own': ['department'],
  'evaluation.run': ['evaluator', 'reviewer'],
  /** The words around the figures of a report. */
  'report.write': ['evaluator', 'reviewer'],
  /** A remark on a line of one's own result, once it is settled. */
  'complaint.raise': ['department'],
  'complaint.answer': ['evaluator', 'reviewer'],
  'complaint.decide': ['reviewer'],
  /** Templates are for everybody here, whichever region they come from. */
  'template.read': ['designer', 'reviewer', 'evaluator', 'reader', 'administrator'],
  'template.take-in': ['designer'],
  /** Signing what was published, or a proposal to those above. */
  'template.publish': ['reviewer'],
  /** Keys to sign with, and whose signatures are believed. */
  'key.manage': ['administrator'],
  'account.manage': ['administrator'],
  'audit.read': ['administrator'],
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof rights

export function mayDo(grants: readonly Grant[], action: Action, place: Place): boolean {
  return reach(grants, action).some((grant) => covers(grant, place))
}

/** The grants that carry an action: what lists are limited to. */
export function reach(grants: readonly Grant[], action: Action): Grant[] {
  const able: readonly Role[] = rights[action]
  return grants.filter((grant) => able.includes(grant.role))
}

export function covers(grant: Grant, place: Place): boolean {
  if (!place.region.startsWith(regionPrefix(grant.region)) && regionPrefix(grant.region) !== '') return false
  if (grant.campaign !== null && grant.campaign !== place.campaign) return false
  return grant.department === null || grant.department === place.department
}
