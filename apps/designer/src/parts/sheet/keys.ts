import type { Move } from './cursor.ts'

/**
 * The keys of Excel and WPS (`ux.md` 4.6) as commands. `isEditing`: a cell is being edited; `leaves`: the edit began by
 * typing, so arrows end it. Nothing is a command while an input method is composing: whoever asks has looked at that.
 */
export type Command =
  | { readonly type: 'move'; readonly move: Move; readonly extend: boolean }
  /** Ends an edit; outside of one it only moves. */
  | { readonly type: 'enter'; readonly rows: 1 | -1 }
  | { readonly type: 'tab'; readonly step: 1 | -1 }
  | { readonly type: 'edit' | 'open' | 'cancel' | 'clear' | 'line-break' | 'fill-selection' | 'select-all' }
  | { readonly type: 'select'; readonly what: 'rows' | 'columns' }
  | { readonly type: 'fill'; readonly to: 'down' | 'right' }
  | { readonly type: 'find'; readonly replace: boolean }
  | { readonly type: 'find-next'; readonly step: 1 | -1 }
  | RowCommand
  /** A key that would lose the page. */
  | { readonly type: 'swallow' }

/** What is done to rows is the panel's to do. */
export interface RowCommand {
  readonly type: 'rows'
  readonly action: RowAction
}

export type RowAction = 'insert' | 'remove' | 'indent' | 'outdent' | 'up' | 'down' | 'fold' | 'unfold'

export interface Key {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const ARROWS: { readonly [key: string]: readonly [rows: -1 | 0 | 1, columns: -1 | 0 | 1] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function commandOf(event: Key, isEditing: boolean, leaves: boolean): Command | undefined {
  const isControl = event.ctrlKey || event.metaKey
  return isEditing ? whileEditing(event, isControl, leaves) : onCell(event, isControl)
}

function whileEditing(event: Key, isControl: boolean, leaves: boolean): Command | undefined {
  const { key, shiftKey, altKey } = event
  if (key === 'Enter') {
    if (altKey) return { type: 'line-break' }
    return isControl ? { type: 'fill-selection' } : { type: 'enter', rows: shiftKey ? -1 : 1 }
  }
  if (key === 'Tab') return { type: 'tab', step: shiftKey ? -1 : 1 }
  if (key === 'Escape') return { type: 'cancel' }
  if (altKey && key === 'ArrowDown') return { type: 'open' }
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) return { type: 'swallow' }
  const arrow = ARROWS[key]
  if (arrow === undefined || !leaves || isControl || shiftKey || altKey) return undefined
  return { type: 'move', move: { to: 'step', rows: arrow[0], columns: arrow[1] }, extend: false }
}

function onCell(event: Key, isControl: boolean): Command | undefined {
  const { key, code, shiftKey, altKey } = event
  const arrow = ARROWS[key]
  if (altKey) return withAlt(key, shiftKey, isControl)
  if (arrow !== undefined) {
    const [rows, columns] = arrow
    return { type: 'move', move: { to: isControl ? 'edge' : 'step', rows, columns }, extend: shiftKey }
  }
  if (isControl) return withControl(key, code, shiftKey)
  switch (key) {
    case 'Enter':
      return { type: 'enter', rows: shiftKey ? -1 : 1 }
    case 'Tab':
      return { type: 'tab', step: shiftKey ? -1 : 1 }
    case 'F2':
      return { type: 'edit' }
    case 'F3':
      return { type: 'find-next', step: shiftKey ? -1 : 1 }
    case 'Escape':
      return { type: 'cancel' }
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' }
    case 'Home':
    case 'End':
      return { type: 'move', move: { to: key === 'Home' ? 'row-start' : 'row-end' }, extend: shiftKey }
    case 'PageUp':
    case 'PageDown':
      return { type: 'move', move: { to: 'page', rows: key === 'PageUp' ? -1 : 1 }, extend: shiftKey }
  }
  if (code === 'NumpadAdd') return { type: 'rows', action: 'unfold' }
  if (code === 'NumpadSubtract') return { type: 'rows', action: 'fold' }
  return undefined
}

function withAlt(key: string, shiftKey: boolean, isControl: boolean): Command | undefined {
  if (isControl) return undefined
  if (shiftKey) {
    const action = ROWS_WITH_ALT_SHIFT[key]
    return action === undefined ? undefined : { type: 'rows', action }
  }
  if (key === 'ArrowDown') return { type: 'open' }
  return key === 'ArrowLeft' || key === 'ArrowRight' ? { type: 'swallow' } : undefined
}

const ROWS_WITH_ALT_SHIFT: { readonly [key: string]: RowAction } = {
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function withControl(key: string, code: string, shiftKey: boolean): Command | undefined {
  // With shift the key of = gives + on most keyboards, so its place counts.
  if (shiftKey && (key === '=' || key === '+' || code === 'Equal')) return { type: 'rows', action: 'insert' }
  if (code === 'NumpadAdd') return { type: 'rows', action: 'insert' }
  if (key === '-' || key === '_' || code === 'Minus' || code === 'NumpadSubtract')
    return { type: 'rows', action: 'remove' }
  if (key === 'Home' || key === 'End')
    return { type: 'move', move: { to: key === 'Home' ? 'start' : 'end' }, extend: shiftKey }
  if (key === 'Enter') return { type: 'fill-selection' }
  if (shiftKey) return undefined
  switch (key.toLowerCase()) {
    case 'a':
      return { type: 'select-all' }
    case 'd':
      return { type: 'fill', to: 'down' }
    case 'r':
      return { type: 'fill', to: 'right' }
    case 'f':
      return { type: 'find', replace: false }
    case 'h':
      return { type: 'find', replace: true }
  }
  return undefined
}
