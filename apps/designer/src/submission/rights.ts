import { type Stage, takesClaims, takesReports, type WholeCampaign, type WholeSubmission } from '../server/campaigns.ts'
import { may } from '../server/may.ts'
import type { Session } from '../server/session.ts'

/** What whoever is signed in may do with a submission at its stage; the server decides for itself. */
export interface SubmissionRights {
  /** Values of the department, its evidence. */
  readonly report: boolean
  /** 自评分 */
  readonly claim: boolean
  /** Also where the stage is over: it is their own. */
  readonly isOwn: boolean
  readonly handIn: boolean
  readonly return: boolean
  readonly verify: boolean
  readonly judge: boolean
  readonly override: boolean
  /** What others than the department wrote, while it is not settled. */
  readonly seeJudged: boolean
  readonly seeResult: boolean
  /** The words of its report, until that is public. */
  readonly writeReport: boolean
  readonly seeReport: boolean
}

const handingIn: readonly Stage[] = ['report', 'self', 'evaluate']

/** From here on a department reads its own result. */
const settled: readonly Stage[] = ['final', 'public']

export function rightsOf(
  session: Session,
  { region, department, campaign: id, state, stage }: WholeSubmission,
  campaign: Pick<WholeCampaign, 'region'>,
): SubmissionRights {
  const own = { region, campaign: id, department }
  const conducting = { region: campaign.region, campaign: id, department }
  const isOwn = may(session, 'submission.report', own)
  const isLate = stage === 'evaluate'
  const takes = takesReports({ state, stage })
  const isReturnable = state === 'submitted' ? handingIn.includes(stage) : state === 'open' && isLate
  return {
    isOwn,
    report: isOwn && takes,
    claim: isOwn && takesClaims({ state, stage }),
    handIn: isOwn && takes,
    return: isReturnable && may(session, 'submission.return', conducting),
    verify: isLate && may(session, 'submission.verify', conducting),
    judge: isLate && may(session, 'submission.judge', conducting),
    override: stage === 'verify' && may(session, 'submission.override', conducting),
    seeJudged: [own, conducting].some((place) => may(session, 'submission.read-judged', place)),
    seeResult:
      [own, conducting].some((place) => may(session, 'evaluation.read', place)) ||
      (settled.includes(stage) && may(session, 'evaluation.read-own', own)),
    writeReport: stage !== 'public' && may(session, 'report.write', conducting),
    seeReport:
      [own, conducting].some((place) => may(session, 'evaluation.read', place)) ||
      (stage === 'public' && may(session, 'evaluation.read-own', own)),
  }
}

/** Whoever does not verify writes the own score in panels, and nobody else's. */
export function scoresAlone(
  session: Session,
  { department, campaign: id }: Pick<WholeSubmission, 'department' | 'campaign'>,
  { region }: Pick<WholeCampaign, 'region'>,
): boolean {
  return !may(session, 'submission.verify', { region, campaign: id, department })
}
