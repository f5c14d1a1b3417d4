import { CloudDownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { designer } from '../../store/use-designer.ts'
import { useWords } from '../words.ts'
import { originWords } from './origin-words.ts'
import './sharing.css'
import { useUpstream } from './use-upstream.ts'

/** A quiet word that the template has a newer version. */
export function UpstreamNotice() {
  const w = useWords(originWords)
  const newest = useUpstream()?.newer[0]
  if (newest === undefined) return null
  return (
    <Button
      type="text"
      className="upstream-notice"
      icon={<CloudDownloadOutlined />}
      onClick={() => designer.setView({ dialog: { kind: 'upstream' } })}
    >
      {w.newer(newest.version)}
    </Button>
  )
}
