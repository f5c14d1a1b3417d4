import { useEffect, useState } from 'react'
import { Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { type ImpactCampaign, listImpactCampaigns } from '../../server/schemes.ts'
import { useServer } from '../../server/session.ts'
import { useDesigner } from '../../store/use-designer.ts'

/** The campaigns that the open scheme may be held against; none where it is not the server's. Read when first wanted. */
export function useImpactCampaigns(isWanted: boolean): readonly ImpactCampaign[] {
  const there = useServer()
  const isOnServer = useDesigner((state) => state.server?.head != null)
  const isAsked = isWanted && isOnServer && there.state === 'there' && may(there.session, 'scheme.impact')
  const [campaigns, setCampaigns] = useState<readonly ImpactCampaign[]>([])
  useEffect(() => {
    if (!isAsked) return
    let isWaiting = true
    listImpactCampaigns().then(
      (found) => isWaiting && setCampaigns(found),
      (error) => {
        // Without the server there are samples still.
        if (!(error instanceof Refused)) throw error
      },
    )
    return () => {
      isWaiting = false
    }
  }, [isAsked])
  return isAsked ? campaigns : NONE
}

const NONE: readonly ImpactCampaign[] = []
