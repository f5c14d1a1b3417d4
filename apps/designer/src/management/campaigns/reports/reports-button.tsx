import { FileZipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../parts/lazy-part.tsx'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { campaignReportWords } from './words.ts'

const ReportsDialog = lazyPart(async () => (await import('./reports-dialog.tsx')).ReportsDialog)

/** The way to the reports of all departments. */
export function ReportsButton({ campaign }: { campaign: WholeCampaign }) {
  const w = useWords(campaignReportWords)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button type="text" icon={<FileZipOutlined />} title={w.openHint} onClick={() => setIsOpen(true)}>
        {w.open}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <ReportsDialog campaign={campaign} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  )
}
