import { CheckOutlined } from '@ant-design/icons'
import { walk } from '@yardstick/model'
import { useEffect, useMemo, useRef } from 'react'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import './versions.css'
import { versionWords } from './words.ts'

/** The history as a list, newest first: a click goes to the state after that step, back or forward. */
export function ChangesDrawer() {
  const w = useWords(versionWords)
  const language = useLanguage()
  const { entries, position } = useDesigner((state) => state.history)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const names = useMemo(() => new Map(walk({ indicators }).map(({ node }) => [node.id, node.name])), [indicators])
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (entries.length === 0) return <p className="changes-empty">{w.changesEmpty}</p>
  return (
    <div className="changes">
      <p>{w.changesHint}</p>
      <ol>
        {entries
          .map((entry, index) => {
            const step = index + 1
            const { active } = entry.selection
            return (
              <ChangeRow
                key={step}
                step={step}
                position={position}
                label={entry.label[language]}
                about={active === null ? undefined : names.get(active)}
                current={current}
              />
            )
          })
          .reverse()}
        <ChangeRow step={0} position={position} label={w.begin} about={w.beginNote} current={current} />
      </ol>
    </div>
  )
}

function ChangeRow({
  step,
  position,
  label,
  about,
  current,
}: {
  step: number
  position: number
  label: string
  about: string | undefined
  current: React.RefObject<HTMLButtonElement | null>
}) {
  const w = useWords(versionWords)
  const isCurrent = step === position
  // What was selected says what a step was about, unless its label names that itself.
  const note = /[“"]/.test(label) ? undefined : about
  return (
    <li>
      <button
        type="button"
        ref={isCurrent ? current : undefined}
        className={`changes-step ${step > position ? 'changes-undone' : ''}`}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={() => goToStep(step)}
      >
        <span className="changes-number">{step === 0 ? '' : step}</span>
        <span className="changes-label">{label}</span>
        {note !== undefined && <span className="changes-about">{note}</span>}
        {isCurrent && (
          <span className="changes-current">
            <CheckOutlined /> {w.current}
          </span>
        )}
      </button>
    </li>
  )
}

/** By the same undo and redo as the keys, so that saving and scoring follow every step. */
function goToStep(step: number): void {
  for (;;) {
    const { position } = designer.getState().history
    if (position === step) return
    if (position > step) designer.undo()
    else designer.redo()
    // In the middle of a gesture nothing moves.
    if (designer.getState().history.position === position) return
  }
}
