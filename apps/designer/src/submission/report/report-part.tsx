import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePrint } from '../../parts/report/use-print.ts'
import { useWords } from '../../parts/words.ts'
import { Refused } from '../../server/client.ts'
import { usePlace } from '../../server/place.ts'
import { useServer } from '../../server/session.ts'
import { useSubmission } from '../use-submission.ts'
import { OpenTexts } from './open-texts.ts'
import './report.css'
import { ReportEditor } from './report-editor.tsx'
import { textsOf } from './report-fields.ts'
import { ReportReader } from './report-reader.tsx'
import { type ReportGround, useReport } from './use-report.ts'
import { reportPartWords } from './words.ts'

/** 报告: written by those who evaluate, with the whole of it beside; read and printed by whoever may see it. */
export function ReportPart() {
  const w = useWords(reportPartWords)
  const { ground, trouble, reload } = useReport()
  usePrint('report')
  if (ground !== undefined) return <Ground ground={ground} />
  if (trouble === undefined) return <Spin className="management-wait" size="large" />
  const isNotYet = trouble instanceof Refused && trouble.status === 409
  return (
    <div className="report-part">
      {isNotYet ? <p className="management-note">{w.notYet}</p> : <Trouble of={trouble} onRetry={reload} />}
    </div>
  )
}

/** Who may not write reads what is stored, and nothing that was left in this browser. */
function Ground({ ground }: { ground: ReportGround }) {
  const { rights } = useSubmission()
  if (rights.writeReport) return <Written ground={ground} />
  return <ReportReader ground={ground} texts={ground.texts.texts} mayWrite={false} />
}

function Written({ ground }: { ground: ReportGround }) {
  const { open } = useSubmission()
  const server = useServer()
  const person = server.state === 'there' ? (server.session.person?.id ?? 'local') : 'local'
  const [texts, setTexts] = useState<OpenTexts>()
  const { id } = open.loaded.head
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once; another language or another run leaves what is typed
  useEffect(() => {
    const opened = new OpenTexts(ground.texts, id, person)
    setTexts(opened)
    const send = () => void opened.flush()
    addEventListener('pagehide', send)
    return () => {
      removeEventListener('pagehide', send)
      opened.end()
    }
  }, [id, person])
  return texts === undefined ? null : <Shown ground={ground} texts={texts} />
}

function Shown({ ground, texts }: { ground: ReportGround; texts: OpenTexts }) {
  const fields = useStore(texts.store, (view) => view.fields)
  const isPrint = usePlace()?.path[2] === 'print'
  if (!isPrint) return <ReportEditor ground={ground} texts={texts} />
  return <ReportReader ground={ground} texts={textsOf(fields)} mayWrite />
}
