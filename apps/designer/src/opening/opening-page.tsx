import { Spin } from 'antd'
import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { api } from '../api.ts'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { handOver } from '../parts/handed-over.ts'
import type { Incoming, Refusal } from '../parts/incoming/read-incoming.ts'
import { RefusalNote } from '../parts/incoming/refusal-note.tsx'
import { useIncoming } from '../parts/incoming/use-incoming.ts'
import { useWords } from '../parts/words.ts'
import { mayOpen } from '../server/may.ts'
import { goTo } from '../server/place.ts'
import { useServer } from '../server/session.ts'
import type { TemplateSummary } from '../storage/templates.ts'
import { AuditStrip } from './audit-strip.tsx'
import { BlankCard } from './blank-card.tsx'
import { ExampleCard } from './example-card.tsx'
import './opening.css'
import { OpeningHead } from './opening-head.tsx'
import { OwnDesigns } from './own-designs.tsx'
import { PasteCard } from './paste-card.tsx'
import { ServerSchemes } from './server-schemes.tsx'
import { TemplateCard } from './template-card.tsx'
import { openingWords } from './words.ts'

/** Shown finished and scored at one click. */
const EXAMPLE = 'seeds/nanchang-2021-sysops-project'

/** What the page that looks tables through is given. */
interface Importing {
  readonly tables: Extract<Incoming, { kind: 'tables' }>['tables']
  readonly name: string | undefined
  readonly onClose: () => void
}

/**
 * What there is before a design is open (`ux.md` 4.7): three ways in, a finished example, one's own designs. A table pasted
 * or dropped anywhere on the page is looked through first.
 *
 * importing  looks tables through, and makes a design of them
 */
export function OpeningPage({ importing: Importing }: { importing: ComponentType<Importing> }) {
  const w = useWords(openingWords)
  const there = useServer()
  const hasServer = there.state === 'there'
  const [templates, setTemplates] = useState<readonly TemplateSummary[] | 'failed'>([])
  const [table, setTable] = useState<Extract<Incoming, { kind: 'tables' }> | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    api.templates().then(setTemplates, () => setTemplates('failed'))
  }, [])
  const take = (incoming: Incoming) => {
    setRefusal(incoming.kind === 'refused' ? incoming.refusal : null)
    if (incoming.kind === 'tables') setTable(incoming)
    if (incoming.kind === 'scheme') void api.create({ scheme: incoming.scheme, declarations: [] })
    if (incoming.kind === 'package') {
      if (there.state === 'there' && mayOpen(there.session, 'templates')) {
        handOver([incoming.file])
        goTo('templates')
      } else setRefusal({ reason: 'package', name: incoming.file.name })
    }
    if (incoming.kind === 'score-sheet') {
      handOver([incoming.file])
      goTo('audit')
    }
  }
  const { isOver, isReading, takeFile } = useIncoming(take, table === null)
  const openTemplate = async (path: string) => {
    setIsBusy(true)
    try {
      const opened = await api.template(path)
      if (opened.ok) {
        await api.create(opened.value, path)
        return
      }
      setRefusal({ reason: 'broken', name: path, issues: opened.issues })
    } catch {
      setTemplates('failed')
    }
    setIsBusy(false)
  }
  if (table !== null) {
    return (
      <ErrorBoundary>
        <Suspense fallback={<Spin className="opening-wait" size="large" />}>
          <Importing tables={table.tables} name={table.name} onClose={() => setTable(null)} />
        </Suspense>
      </ErrorBoundary>
    )
  }
  const example = templates === 'failed' ? undefined : templates.find(({ path }) => path === EXAMPLE)
  return (
    <div className="opening" aria-busy={isBusy}>
      <OpeningHead />
      <main className="opening-main">
        {refusal !== null && <RefusalNote refusal={refusal} onClose={() => setRefusal(null)} />}
        <section className="opening-ways" aria-label={w.waysIn}>
          <PasteCard onFile={takeFile} />
          <TemplateCard templates={templates} onOpen={openTemplate} />
          <BlankCard />
        </section>
        <AuditStrip />
        <div className="opening-more">
          <ExampleCard example={example} isBusy={isBusy} onOpen={() => openTemplate(EXAMPLE)} />
          {hasServer ? <ServerSchemes /> : <OwnDesigns />}
        </div>
      </main>
      {(isOver || isReading) && <div className="opening-drop">{isOver ? w.drop : w.reading}</div>}
    </div>
  )
}
