import { useEffect, useState } from 'react'
import { takeHandedOver } from '../../parts/handed-over.ts'
import { useFileDrop } from '../../parts/use-file-drop.ts'
import { useWords } from '../../parts/words.ts'
import { may } from '../../server/may.ts'
import type { Session } from '../../server/session.ts'
import { AdoptionPage } from './adoption/adoption-page.tsx'
import { CataloguePage } from './incoming/catalogue-page.tsx'
import { readPackageFile } from './incoming/package-file.ts'
import { ReadingDialog } from './incoming/reading-dialog.tsx'
import { KeysPage } from './keys/keys-page.tsx'
import { TemplateList } from './template-list.tsx'
import { TemplatePage } from './template-page.tsx'
import './templates.css'
import { type Templates, useTemplates } from './use-templates.ts'
import { templateWords } from './words.ts'

/** 模板库: what regions share. A package dropped anywhere on its pages is looked at first, and then taken in. */
export function TemplatesPage({ path, session }: { path: readonly string[]; session: Session }) {
  const w = useWords(templateWords)
  const templates = useTemplates()
  const mayTakeIn = may(session, 'template.take-in')
  const [incoming, setIncoming] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const take = async (file: File | undefined) => {
    if (file !== undefined) setIncoming({ name: file.name, text: await readPackageFile(file) })
  }
  // One that was dropped on the opening page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is taken once
  useEffect(() => {
    const [file] = takeHandedOver()
    if (mayTakeIn) void take(file)
  }, [])
  const isOver = useFileDrop(mayTakeIn && incoming === null && path[0] !== KEYS, (data) => void take(data.files[0]))
  return (
    <div className="templates">
      <Part path={path} session={session} templates={templates} onFile={mayTakeIn ? take : undefined} />
      {incoming !== null && (
        <ReadingDialog
          name={incoming.name}
          source={{ file: incoming.text }}
          session={session}
          onTaken={() => void templates.reload()}
          onClose={() => setIncoming(null)}
        />
      )}
      {isOver && <div className="templates-drop">{w.drop}</div>}
    </div>
  )
}

const KEYS = 'keys'

/** What the address asks for: the list, keys, catalogues, one template, or adopting it. */
function Part({
  path,
  session,
  templates,
  onFile,
}: {
  path: readonly string[]
  session: Session
  templates: Templates
  onFile: ((file: File | undefined) => void) | undefined
}) {
  const [first, second] = path
  if (first === undefined || first === '') return <TemplateList {...{ templates, session, onFile }} />
  if (first === KEYS) return <KeysPage session={session} />
  if (first === 'catalogues') return <CataloguePage session={session} templates={templates} />
  if (second === 'adoption') return <AdoptionPage key={first} {...{ hash: first, session, templates }} />
  return <TemplatePage key={first} path={path} session={session} templates={templates} />
}
