import type { LayerName } from '@yardstick/model'
import { Type } from 'typebox'
import type { Action } from '../access/rights.ts'
import type { Stage } from '../store/tables/campaigns.ts'

/**
 * The life of a campaign: 申报 → 填报 → 自评 → 评价 → 复核 → 定稿 → 公开, one stage after the other; back to any earlier one,
 * with a reason. What is written when, and by which right, is said here and nowhere else.
 */
export const stages = ['declaration', 'report', 'self', 'evaluate', 'verify', 'final', 'public'] as const

export const stageName = Type.Unsafe<Stage>({ type: 'string', enum: [...stages] })

/** The stages of a campaign; 申报 is one of them only where declarations are wanted. */
export function stagesOf({ has_declarations }: { readonly has_declarations: boolean }): readonly Stage[] {
  return has_declarations ? stages : stages.slice(1)
}

/** Which layers of a submission are written in which stage. */
const written: Readonly<Record<Stage, readonly LayerName[]>> = {
  declaration: [],
  report: ['reported'],
  self: ['reported'],
  evaluate: ['verified', 'judged'],
  verify: ['overridden'],
  final: [],
  public: [],
}

/** A submission that was returned is corrected by its department although the others are being evaluated. */
export function layersWritten(stage: Stage, isReturned: boolean): readonly LayerName[] {
  return stage === 'evaluate' && isReturned ? [...written[stage], 'reported'] : written[stage]
}

/** The stages in which a layer is written. */
export function stagesWriting(layer: LayerName): Stage[] {
  return stages.filter((stage) => written[stage].includes(layer))
}

/** Each layer has a right of its own. */
export const layerAction: Readonly<Record<LayerName, Action>> = {
  reported: 'submission.report',
  verified: 'submission.verify',
  judged: 'submission.judge',
  overridden: 'submission.override',
}

/** The right to go from one stage to another: whoever leads into a stage may also lead out of it again. */
export function stepAction(from: Stage, to: Stage): Action {
  const later = Math.max(stages.indexOf(from), stages.indexOf(to))
  return later > stages.indexOf('verify') ? 'campaign.conclude' : 'campaign.manage'
}

/** Stages in which departments are put into a campaign: as long as they can still report. */
export const joining: readonly Stage[] = ['declaration', 'report', 'self']

/** Stages in which a department hands in and gets back its submission; in 评价 only what was returned. */
export const handingIn: readonly Stage[] = ['report', 'self', 'evaluate']

/** Stages in which results are settled, so that those who were evaluated may read all layers. */
export const settled: readonly Stage[] = ['final', 'public']
