import { CheckCircleOutlined } from '@ant-design/icons'
import type { Issue } from '@yardstick/model'
import { useEffect, useMemo, useRef } from 'react'
import { announce } from '../parts/announce.ts'
import { focusFirst } from '../parts/focus-first.ts'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { goToIssue, useCurrentIssue } from './current-issue.ts'
import { grouped, inTurn, keyOfIssue } from './issue-list.ts'
import { IssueRow, type Labelled } from './issue-row.tsx'
import './issues.css'
import { issueWords } from './words.ts'

/** All problems, live, by severity and then by place. F8 goes through them; a mend is one press, and leads to the next. */
export function IssuesDrawer() {
  const w = useWords(issueWords)
  const language = useLanguage()
  const issues = useDesigner((state) => state.results.issues)
  const isBehind = useDesigner((state) => state.results.revision < 0)
  const refused = useDesigner((state) => state.refused)
  const { key: current, count } = useCurrentIssue()
  const list = useRef<HTMLDivElement>(null)
  /** Where in turn a problem stood that was just mended: whoever takes its place is next. */
  const mended = useRef<number | null>(null)
  const turn = useMemo(() => inTurn(issues), [issues])

  const mend = (issue: Issue, { label, edit }: Labelled) => {
    const refusedFor = designer.edit({ zh: issueWords.zh.mended(label.zh), en: issueWords.en.mended(label.en) }, edit)
    if (refusedFor.length > 0) return
    mended.current = turn.findIndex((each) => keyOfIssue(each) === keyOfIssue(issue))
  }

  useEffect(() => {
    if (mended.current === null) return
    const next = turn[Math.min(mended.current, turn.length - 1)]
    mended.current = null
    announce(w.mendedLeft(w.mend, turn.length))
    if (next === undefined) focusFirst(document.querySelector('.shell-main'))
    else goToIssue(next)
  }, [turn, w])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of F8, also onto the same problem
  useEffect(() => {
    const index = turn.findIndex((each) => keyOfIssue(each) === current)
    const issue = turn[index]
    if (issue === undefined) return
    announce(w.announce(index + 1, turn.length, issueText(issue, language)))
    // After the view that shows the place has taken the focus: the way back to it is Esc.
    const timer = setTimeout(() => {
      const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]')
      row?.scrollIntoView({ block: 'nearest' })
      const button = row?.querySelector<HTMLElement>('.issue-mend') ?? row?.querySelector<HTMLElement>('.issue-text')
      button?.focus({ preventScroll: true })
    }, 60)
    return () => clearTimeout(timer)
  }, [current, count])

  if (issues.length === 0) return <NoIssues isBehind={isBehind} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leads from any of its buttons back to the table
    <div
      className="issues"
      ref={list}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        focusFirst(document.querySelector('.shell-main'))
      }}
    >
      {refused.length > 0 && (
        <p className="issues-refused" role="alert">
          {w.refused}
          {refused.map((each) => issueText(each, language)).join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      {grouped(issues).map((group, index) => (
        <section
          key={group.severity}
          className={`issues-${group.severity}`}
          aria-labelledby={`issues-${group.severity}`}
        >
          <h3 id={`issues-${group.severity}`}>
            {w.severity[group.severity]} <span>{w.count(group.issues.length)}</span>
            <span className="issues-means">{w.means[group.severity]}</span>
            {index === 0 && <span className="issues-keys">{w.keys}</span>}
          </h3>
          <ul>
            {group.issues.map((issue) => {
              const key = keyOfIssue(issue)
              return <IssueRow key={key} issue={issue} isCurrent={key === current} onMend={mend} />
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

function NoIssues({ isBehind }: { isBehind: boolean }) {
  const w = useWords(issueWords)
  return (
    <div className="issues-none">
      {isBehind ? (
        w.behind
      ) : (
        <>
          <CheckCircleOutlined />
          <strong>{w.none}</strong>
          <span>{w.noneMore}</span>
        </>
      )}
    </div>
  )
}
