import type { Session } from '../../server/session.ts'
import { useRegions } from '../regions.ts'
import { CampaignList } from './campaign-list.tsx'
import { CampaignPage } from './campaign-page.tsx'
import './campaigns.css'

/** 评价项目: the list of them, or one: `#campaigns/ID`, with what it shows behind. */
export function CampaignsPage({ path, session }: { path: readonly string[]; session: Session }) {
  const regions = useRegions()
  const [id, ...rest] = path
  return id === undefined ? (
    <CampaignList session={session} regions={regions} />
  ) : (
    <CampaignPage key={id} id={id} path={rest} session={session} regions={regions} />
  )
}
