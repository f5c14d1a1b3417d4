import { report } from '@yardstick/exchange/render/report'
import { Button } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { FileButtons } from '../../parts/report/file-buttons.tsx'
import { ReportPaper } from '../../parts/report/report-paper.tsx'
import { useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import { useSubmission } from '../use-submission.ts'
import { fieldId } from './field-id.ts'
import { GroundNote } from './ground-note.tsx'
import type { OpenTexts } from './open-texts.ts'
import { OutlineNav } from './outline-nav.tsx'
import { type Field, textsOf } from './report-fields.ts'
import { openFields } from './report-outline.ts'
import { TextFields } from './text-fields.tsx'
import { TextSaveState } from './text-save-state.tsx'
import type { ReportGround } from './use-report.ts'
import { reportPartWords } from './words.ts'

/** The outline, the words that people write, and beside them the whole report as it prints. */
export function ReportEditor({ ground, texts }: { ground: ReportGround; texts: OpenTexts }) {
  const w = useWords(reportPartWords)
  const { open } = useSubmission()
  const fields = useStore(texts.store, (view) => view.fields)
  const trouble = useStore(texts.store, (view) => (view.saving === 'refused' ? view.trouble : undefined))
  const [now, setNow] = useState<Field>()
  const preview = useRef<HTMLElement>(null)
  const { bound: scheme, evaluation, submission } = ground.source
  // Typing goes first; the report follows as soon as there is time.
  const shown = useDeferredValue(fields)
  const whole = useMemo(() => textsOf(shown), [shown])
  const document = useMemo(
    () => report({ scheme, evaluation, submission, texts: whole }),
    [scheme, evaluation, submission, whole],
  )
  const go = (field: Field) => {
    const control = globalThis.document.getElementById(fieldId(field))
    control?.focus({ preventScroll: true })
    control?.closest('.report-field')?.scrollIntoView({ block: 'start' })
  }
  useEffect(() => showPlace(preview.current, now), [now])
  const count = document.toFill.length
  const waiting = useMemo(() => openFields(document, shown), [document, shown])
  return (
    <div className="report-part">
      <div className="report-bar">
        <GroundNote ground={ground} />
        <span className={`report-count ${count === 0 ? 'is-whole' : ''}`}>
          {count === 0 ? w.whole : w.toFill(count)}
        </span>
        <TextSaveState texts={texts} />
        <span className="management-gap" />
        <FileButtons
          source={ground.source}
          texts={textsOf(fields)}
          printHref={hrefOf('submissions', open.loaded.head.id, 'report', 'print')}
        />
      </div>
      {trouble !== undefined && (
        <div className="report-refused">
          <Trouble of={trouble} onRetry={() => void texts.flush()} />
        </div>
      )}
      <Clashes texts={texts} />
      <div className="report-columns">
        <OutlineNav fields={fields} open={waiting} now={now} onGo={go} />
        <TextFields evaluation={evaluation} open={waiting} texts={texts} onNow={setNow} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
        <section className="report-preview" ref={preview} tabIndex={0} aria-label={w.preview}>
          <ReportPaper document={document} onPlace={(field) => go(field as Field)} />
        </section>
      </div>
    </div>
  )
}

/** Where the field stands in the report: scrolled to, and marked as long as it is written in. */
function showPlace(preview: HTMLElement | null, field: Field | undefined): (() => void) | undefined {
  const place = field === undefined ? null : preview?.querySelector(`[data-field="${CSS.escape(field)}"]`)
  if (preview == null || place == null) return undefined
  const { top } = place.getBoundingClientRect()
  preview.scrollTop += top - preview.getBoundingClientRect().top - 60
  place.setAttribute('data-now', '')
  return () => place.removeAttribute('data-now')
}

function Clashes({ texts }: { texts: OpenTexts }) {
  const w = useWords(reportPartWords)
  const clashes = useStore(texts.store, (view) => view.clashes)
  return (
    <>
      {clashes.map((clash) => (
        <section key={clash.field} className="report-clash" role="alert">
          <strong>{w.clash(w.names[clash.field] ?? w.deviations)}</strong>
          <div>
            <p>
              <small>{w.mineText}</small>
              {clash.mine === '' ? w.nothing : clash.mine}
            </p>
            <Button onClick={() => texts.settle(clash, 'mine')}>{w.mine}</Button>
          </div>
          <div>
            <p>
              <small>{w.theirsText}</small>
              {clash.theirs === '' ? w.nothing : clash.theirs}
            </p>
            <Button onClick={() => texts.settle(clash, 'theirs')}>{w.theirs}</Button>
          </div>
        </section>
      ))}
    </>
  )
}
