import { FrownOutlined } from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { Trouble } from '../parts/answer/trouble.tsx'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { lazyPart } from '../parts/lazy-part.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { hrefOf } from '../server/place.ts'
import type { Session } from '../server/session.ts'
import { Clashes } from './clashes.tsx'
import { type Loaded, useLoaded } from './load.ts'
import { OpenSubmission } from './open-submission.ts'
import { ReturnRemark } from './return-remark.tsx'
import { rightsOf, type SubmissionRights, scoresAlone } from './rights.ts'
import { SaveTrouble } from './save-state.tsx'
import './submission.css'
import { SubmissionHeadLine } from './submission-head.tsx'
import { SubmissionContext, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

type PartName = 'form' | 'desk' | 'report' | 'history'

const parts: { readonly [P in PartName]: { View: ComponentType; isSeen: (rights: SubmissionRights) => boolean } } = {
  form: {
    View: lazyPart(async () => (await import('./form/form-part.tsx')).FormPart),
    isSeen: () => true,
  },
  desk: {
    View: lazyPart(async () => (await import('./desk/scoring-desk.tsx')).ScoringDesk),
    isSeen: (rights) => rights.seeJudged,
  },
  report: {
    View: lazyPart(async () => (await import('./report/report-part.tsx')).ReportPart),
    isSeen: (rights) => rights.seeReport,
  },
  history: {
    View: lazyPart(async () => (await import('./history-part.tsx')).HistoryPart),
    isSeen: () => true,
  },
}
const WorkbookTools = lazyPart(async () => (await import('./workbook/workbook-tools.tsx')).WorkbookTools)
const partNames = Object.keys(parts) as PartName[]

/** One submission, `#submissions/ID[/part]`: filled in by its department, scored by those who evaluate. */
export function SubmissionPage({ path, session }: { path: readonly string[]; session: Session }) {
  const [id = '', part] = path
  return <LoadedPage key={id} id={id} part={part} session={session} />
}

function LoadedPage({ id, part, session }: { id: string; part: string | undefined; session: Session }) {
  const w = useWords(submissionWords)
  const { loaded, trouble, reload } = useLoaded(id)
  if (loaded !== undefined) return <OpenPage loaded={loaded} part={part} session={session} />
  if (trouble === undefined) return <Spin className="management-wait" size="large" />
  // An address that was mistyped may be no address at all.
  const isNowhere = trouble instanceof Refused && (trouble.status === 404 || trouble.status === 422)
  if (!isNowhere) {
    return (
      <div className="submission">
        <Trouble of={trouble} onRetry={reload} />
      </div>
    )
  }
  return (
    <div className="management-empty">
      <FrownOutlined />
      <h2>{w.notFound}</h2>
      <Button href={hrefOf('campaigns')}>{w.toCampaign}</Button>
    </div>
  )
}

function OpenPage({ loaded, part, session }: { loaded: Loaded; part: string | undefined; session: Session }) {
  const language = useLanguage()
  const [open, setOpen] = useState<OpenSubmission>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, in the language of that moment
  useEffect(() => {
    const { id, title } = session.person ?? { id: 'local', title: '' }
    const isExpert = scoresAlone(session, loaded.head, loaded.campaign)
    const opened = new OpenSubmission(loaded, { id, title, isExpert }, language, engineOf())
    setOpen(opened)
    const send = () => void opened.flush()
    addEventListener('pagehide', send)
    return () => {
      removeEventListener('pagehide', send)
      opened.end()
    }
  }, [loaded])
  useEffect(() => void open?.setLanguage(language), [open, language])
  return open === undefined ? null : <OpenParts open={open} part={part} session={session} />
}

function OpenParts({ open, part, session }: { open: OpenSubmission; part: string | undefined; session: Session }) {
  const [head, setHead] = useState(open.store.getState().head)
  useEffect(() => open.store.subscribe((view) => setHead(view.head)), [open])
  const rights = rightsOf(session, head, open.loaded.campaign)
  const seen = partNames.filter((each) => parts[each].isSeen(rights))
  // Whoever evaluates begins with the scores.
  const first: PartName = rights.report || !rights.seeJudged ? 'form' : 'desk'
  const shown = seen.find((each) => each === part) ?? first
  const { View } = parts[shown]
  return (
    <SubmissionContext.Provider value={{ open, rights }}>
      <div className="submission">
        <SubmissionHeadLine />
        <div className="submission-parts">
          <PartTabs seen={seen} shown={shown} />
          <ErrorBoundary>
            <Suspense fallback={null}>
              <WorkbookTools />
            </Suspense>
          </ErrorBoundary>
        </div>
        <ReturnRemark />
        <Clashes />
        <SaveTrouble />
        <ErrorBoundary key={shown}>
          <Suspense fallback={<Spin className="management-wait" size="large" />}>
            <View />
          </Suspense>
        </ErrorBoundary>
      </div>
    </SubmissionContext.Provider>
  )
}

function PartTabs({ seen, shown }: { seen: readonly PartName[]; shown: PartName }) {
  const w = useWords(submissionWords)
  const id = useSubmissionView(({ head }) => head.id)
  return (
    <nav className="submission-tabs" aria-label={w.partsLabel}>
      {seen.map((each) => (
        <a key={each} href={hrefOf('submissions', id, each)} aria-current={each === shown ? 'page' : undefined}>
          {w.parts[each]}
        </a>
      ))}
    </nav>
  )
}
