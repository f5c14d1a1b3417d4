import { type Evaluation, isBranch, type Leaf, type Scheme, type Submission } from '@yardstick/model'
import type { FormKind } from './self-evaluation-words.ts'

/** What a self-evaluation form is filled in from; what is not here stays empty in it and is listed. */
export interface SelfEvaluationInput {
  /** As it was compiled: bound to the declaration, where there is one. */
  readonly scheme: Scheme
  /** With its traces, for the values reached. */
  readonly evaluation: Evaluation
  readonly submission: Submission
  /** Of a project where the subject is one, else of a department. */
  readonly kind?: FormKind
  readonly texts?: {
    /** 预期目标 and 实际完成情况 */
    readonly expected?: string
    readonly achieved?: string
    /** 其他需要说明的问题 */
    readonly other?: string
    /** 偏差原因分析及改进措施, by indicator. */
    readonly deviations?: { readonly [indicator: string]: string }
  }
  /** ISO 8601, for the file's properties. */
  readonly madeAt?: string
}

export function formKind({ kind, evaluation }: SelfEvaluationInput): FormKind {
  return kind ?? (evaluation.submission.subject.project === undefined ? 'department' : 'project')
}

/** 预算执行率 at the top of the tree stands in the block of funds, not among the indicators. */
export function executionLeaf(scheme: Scheme): Leaf | undefined {
  return scheme.indicators.find((node): node is Leaf => !isBranch(node) && node.name.includes('执行率'))
}
