import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { ClerkDesk } from '../../../parts/workbook/clerk-desk.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import { CampaignDocuments } from './documents.ts'
import { ReturnDesk, type ReturnView } from './return-desk.ts'

/** Where the workbooks of a campaign come back, as long as its page is open; `clerks` makes those that are handed out. */
export function useReturns(campaign: WholeCampaign, session: Session) {
  const [returns] = useState(() => {
    const clerks = new ClerkDesk()
    const mayReport = ({ region, department }: { region: string; department: string }) =>
      may(session, 'submission.report', { region, campaign: campaign.id, department }) ||
      may(session, 'submission.take-in', { region: campaign.region, campaign: campaign.id, department })
    const desk = new ReturnDesk(new CampaignDocuments(campaign), clerks, campaign.id, mayReport)
    return { clerks, desk }
  })
  useEffect(() => {
    const { desk, clerks } = returns
    return () => {
      desk.end()
      clerks.end()
    }
  }, [returns])
  return returns
}

export function useReturnView<T>(desk: ReturnDesk, select: (view: ReturnView) => T): T {
  return useStore(desk.store, select)
}
