import { InfoCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { momentText } from '../../parts/date-text.ts'
import { useWords } from '../../parts/words.ts'
import type { ReportGround } from './use-report.ts'
import { reportPartWords } from './words.ts'

/** Which result the report is of, and whether that is still what the data come to. */
export function GroundNote({ ground: { source, isBehind } }: { ground: ReportGround }) {
  const w = useWords(reportPartWords)
  const isAside = source.at !== null && !isBehind
  const at = momentText(source.at)
  const text = source.at === null ? w.unscored : isBehind ? w.behind(at) : w.ofRun(at)
  return (
    <span className={`report-ground ${isAside ? '' : 'is-warned'}`} title={text}>
      {isAside ? <InfoCircleOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />} {text}
    </span>
  )
}
