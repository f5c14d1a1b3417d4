import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useFocusBack } from '../parts/use-focus-back.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { may } from '../server/may.ts'
import { possibleSteps } from '../server/review-steps.ts'
import { useServer } from '../server/session.ts'
import { isFrozen } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { type Entry, entriesOf, found, type Sometimes } from './entries.ts'
import './palette.css'
import { noteUse, recentIds } from './recent.ts'
import { runAction } from './run-action.ts'
import { paletteWords } from './words.ts'

const MOST = 50

/** Ctrl+K: to any indicator, item, measure or rule, and every command, by name or pinyin initials. */
export function PaletteDialog() {
  const w = useWords(paletteWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design?.scheme)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [recent] = useState(recentIds)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const possible = usePossible()
  const entries = useMemo(
    () => (scheme === undefined ? [] : entriesOf(scheme, language, possible)),
    [scheme, language, possible],
  )
  const all = useMemo(() => found(entries, typed, recent), [entries, typed, recent])
  const shown = all.slice(0, MOST)

  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const giveBack = useFocusBack()
  const close = () => designer.setView({ dialog: null })
  const go = (entry: Entry | undefined) => {
    if (entry === undefined) return
    noteUse(entry.id)
    close()
    giveBack()
    runAction(entry.action)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const to = shown.length === 0 ? undefined : STEPS[event.key]?.(chosen, shown.length)
    if (to !== undefined) setChosen(to)
    else if (event.key === 'Enter') go(shown[chosen])
    else if (event.key === 'Escape') close()
    // There is nothing else to go to while the palette is open.
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the palette closes it, as Esc does
    <div className="palette-mask" onMouseDown={(event) => event.target === event.currentTarget && close()}>
      <div className="palette" role="dialog" aria-modal="true" aria-label={w.title}>
        <input
          className="palette-input"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-label={w.placeholder}
          placeholder={w.placeholder}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type in it
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={w.results} ref={list} tabIndex={-1}>
          {shown.map((entry, index) => (
            <div
              key={entry.id}
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={index === chosen ? 'palette-entry palette-chosen' : 'palette-entry'}
              onMouseDown={(event) => {
                event.preventDefault()
                go(entry)
              }}
              onMouseMove={() => index !== chosen && setChosen(index)}
            >
              <span className="palette-kind">{w.kinds[entry.kind]}</span>
              <span className="palette-title">{entry.title}</span>
              <span className="palette-detail">{entry.detail}</span>
              {typed === '' && recent.includes(entry.id) && <span className="palette-recent">{w.recent}</span>}
              {entry.keys !== undefined && <kbd className="palette-key">{entry.keys}</kbd>}
            </div>
          ))}
        </div>
        <div className="palette-hint" aria-live="polite">
          {shown.length === 0 ? w.nothing : all.length > MOST ? w.more(all.length - MOST) : w.hint}
        </div>
      </div>
    </div>,
    document.body,
  )
}

/** What this person may do with the scheme as it stands, beside what is always there. */
function usePossible(): readonly Sometimes[] {
  const there = useServer()
  const side = useDesigner((state) => state.server)
  const active = useDesigner((state) => state.view.selection.active)
  return useMemo(() => {
    const mayIn = (action: string) => there.state === 'there' && may(there.session, action)
    return [
      ...possibleSteps(there, side),
      ...(mayIn('library.read') && !isFrozen(side) ? (['library'] as const) : []),
      ...(mayIn('library.write') && active !== null ? (['library-put'] as const) : []),
    ]
  }, [there, side, active])
}

const STEPS: { readonly [key: string]: (at: number, count: number) => number } = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  PageDown: (at, count) => Math.min(count - 1, at + 10),
  PageUp: (at) => Math.max(0, at - 10),
}
