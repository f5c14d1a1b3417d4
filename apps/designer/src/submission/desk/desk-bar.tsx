import { DownOutlined, ForwardOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type MouseEvent, type ReactNode, useEffect, useMemo } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import { useWords } from '../../parts/words.ts'
import type { SubmissionHead } from '../../server/campaigns.ts'
import { goTo } from '../../server/place.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { submissionWords } from '../words.ts'
import { useDesk } from './desk-context.ts'
import { progressOf } from './progress.ts'
import type { ScoreTable } from './sheet-rows.ts'
import { deskWords } from './words.ts'

const readSubmissions = ({ submissions }: { submissions: readonly SubmissionHead[] }) => submissions
const keyOf = ({ id }: SubmissionHead) => id

/** How far the scoring is, and the way to the next open row and to the next department. */
export function DeskBar({ onGoTo }: { onGoTo: (indicator: string) => void }) {
  const w = useWords(deskWords)
  const { may, own, table, document, results } = useDesk()
  const isScoring = may.verified || may.judged !== 'nothing' || may.overridden
  const { judged, toJudge, verified, reported, overridden, open } = useMemo(
    () => progressOf(table, document, results, may.judged === 'own' ? own : undefined),
    [table, document, results, may, own],
  )
  const stage = useSubmissionView(({ head }) => head.stage)
  return (
    <div className="desk-bar">
      {toJudge > 0 && <span>{w.judgedCount(judged, toJudge)}</span>}
      {reported > 0 && <span>{w.verifiedCount(verified, reported)}</span>}
      {overridden > 0 && <span className="desk-overridden">{w.overriddenCount(overridden)}</span>}
      {may.judged !== 'nothing' &&
        (open.length > 0 ? (
          <Button icon={<ForwardOutlined />} onMouseDown={keepFocus} onClick={() => onGoTo(nextOf(open, table))}>
            {w.toNextOpen}
          </Button>
        ) : (
          <span className="desk-done">{w.allDone}</span>
        ))}
      <span className="desk-note">{may.verified ? w.keysVerifying : isScoring ? w.keys : w.stageNote[stage]}</span>
      <span className="management-gap" />
      <Neighbours />
    </div>
  )
}

/** The departments of the campaign beside this one, by Alt+↑ and Alt+↓ too. */
function Neighbours() {
  const w = useWords(deskWords)
  const s = useWords(submissionWords)
  const { head, campaign } = useSubmission().open.loaded
  const { rows } = usePages(`/api/campaigns/${campaign.id}/submissions`, {}, readSubmissions, keyOf, true)
  const at = rows.findIndex(({ id }) => id === head.id)
  const [before, after] = at < 0 ? [] : [rows[at - 1], rows[at + 1]]
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const to = event.key === 'ArrowUp' ? before : event.key === 'ArrowDown' ? after : undefined
      if (to === undefined) return
      event.preventDefault()
      // What is typed is taken before the page goes.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      goTo('submissions', to.id, 'desk')
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [before, after])
  if (at < 0 || rows.length < 2) return null
  const button = (to: SubmissionHead | undefined, icon: ReactNode, name: string, hint: (name: string) => string) => (
    <Button
      icon={icon}
      aria-label={name}
      title={to === undefined ? name : hint(s.subject(to.name, to.project))}
      disabled={to === undefined}
      onClick={() => to !== undefined && goTo('submissions', to.id, 'desk')}
    />
  )
  return (
    <span className="desk-neighbours">
      <span className="desk-faint">{w.position(at + 1, rows.length)}</span>
      {button(before, <UpOutlined />, w.previous, w.previousHint)}
      {button(after, <DownOutlined />, w.next, w.nextHint)}
    </span>
  )
}

/** The first of these leaves below the row that has the focus, or the first of all. */
function nextOf(open: readonly string[], { rows }: ScoreTable): string {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-indicator]')
  const at = rows.findIndex(({ leaf }) => leaf.id === row?.dataset['indicator'])
  const below = new Set(rows.slice(at + 1).map(({ leaf }) => leaf.id))
  return open.find((id) => below.has(id)) ?? open[0]!
}

/** The row that has the focus is where the search begins. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
