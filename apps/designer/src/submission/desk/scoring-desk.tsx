import { expertName, type LayerEntry } from '@yardstick/model'
import { Alert } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { announce } from '../../parts/announce.ts'
import { useWords } from '../../parts/words.ts'
import { useServer } from '../../server/session.ts'
import { useEvidence } from '../evidence.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { DeskBar } from './desk-bar.tsx'
import { type Desk, DeskContext } from './desk-context.ts'
import { writable } from './entering.ts'
import './desk.css'
import { ScoreSheet, type SheetHandle } from './score-sheet.tsx'
import { scoreTable } from './sheet-rows.ts'
import { deskWords } from './words.ts'

/** 评分: the score table of one department, entered by those who evaluate it. */
export function ScoringDesk() {
  const w = useWords(deskWords)
  const { open, rights } = useSubmission()
  const sheet = useRef<SheetHandle>(null)
  const { scheme } = open.loaded
  const document = useSubmissionView((view) => view.document)
  const evaluation = useSubmissionView((view) => view.evaluation)
  const texts = useSubmissionView((view) => view.texts)
  const { value: evidence } = useEvidence()
  const server = useServer()
  const person = server.state === 'there' ? server.session.person : null
  const table = useMemo(() => scoreTable(scheme), [scheme])
  const { verify, judge, override } = rights
  const may = useMemo(() => writable({ verify, judge, override }), [verify, judge, override])
  const results = useMemo(() => new Map(evaluation?.indicators.map((each) => [each.id, each])), [evaluation])
  const files = useMemo(() => {
    const found = new Map<string, NonNullable<typeof evidence>['evidence'][number][]>()
    for (const file of evidence?.evidence ?? []) found.set(file.entry, [...(found.get(file.entry) ?? []), file])
    return found
  }, [evidence])
  // What it comes to is said once it is known.
  const written = useRef<{ name: string; id: string } | undefined>(undefined)
  useEffect(() => {
    if (written.current === undefined || evaluation === null) return
    const { name, id } = written.current
    written.current = undefined
    const score = results.get(id)?.score
    const total = evaluation.total ?? w.noTotal
    announce(score == null ? w.enteredValue(name, total) : w.entered(name, score, total))
  }, [evaluation, results, w])
  const own = expertName(person ?? { id: 'local', title: '' })
  const desk = useMemo((): Desk => {
    const write = (entry: LayerEntry, name: string) => {
      written.current = { name, id: entry.id }
      open.write([entry])
    }
    return { scheme, table, may, own, document, evaluation, results, texts, files, write }
  }, [scheme, table, may, own, document, evaluation, results, texts, files, open])
  return (
    <DeskContext.Provider value={desk}>
      <div className="desk">
        <DeskBar onGoTo={(id) => sheet.current?.goTo(id)} />
        {texts.readsGroup && <Alert className="desk-group" type="info" showIcon title={w.group} />}
        <ScoreSheet ref={sheet} />
      </div>
    </DeskContext.Provider>
  )
}
