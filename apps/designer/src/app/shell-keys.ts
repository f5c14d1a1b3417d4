import { useEffect } from 'react'
import { stepIssue } from '../issues/current-issue.ts'
import { focusFirst } from '../parts/focus-first.ts'
import { designer } from '../store/use-designer.ts'

/**
 * Keys that work in every view (`ux.md` 4.6). A text field keeps its own undo, unless it says that its undo is the
 * document's (`data-undo="document"`); nothing is a command while an input method is composing.
 */
export function useShellKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const command = commandOf(event)
  if (command === undefined) return
  event.preventDefault()
  command()
}

function commandOf(event: KeyboardEvent): (() => void) | undefined {
  const { key, shiftKey } = event
  const isControl = event.ctrlKey || event.metaKey
  const letter = key.toLowerCase()
  if (isControl && !event.altKey) {
    if (letter === 'k') return () => designer.setView({ dialog: { kind: 'palette' } })
    if (letter === 's') return () => designer.setView({ dialog: { kind: 'save-point' } })
    if (isTextField(event.target)) return undefined
    if (letter === 'z' && !shiftKey) return () => designer.undo()
    if (letter === 'y' || (letter === 'z' && shiftKey)) return () => designer.redo()
    return undefined
  }
  if (key === 'F1' || (key === '?' && !isTextField(event.target)))
    return () => designer.setView({ dialog: { kind: 'shortcuts' } })
  if (key === 'F6') return () => cycleRegions(shiftKey ? -1 : 1)
  if (key === 'F8') return () => stepIssue(shiftKey ? -1 : 1)
  if (key === 'F9') return () => designer.setView({ drawer: 'trial' })
  return undefined
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-undo="document"]') !== null) return false
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])')
  )
}

/** Grid → inspector → drawer → tabs, and round again. */
const REGIONS = ['.shell-main', '[data-region="right"]', '[data-region="drawer"]', '[data-region="tabs"]']

function cycleRegions(step: 1 | -1): void {
  const regions = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (each) => each !== null,
  )
  const now = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(Math.max(0, now) + (now < 0 ? 0 : step) + regions.length) % regions.length]
  focusFirst(next)
}
