import { isComposing } from '../field/is-composing.ts'

/**
 * One cell of the grid as text. What is typed is a draft of the grid until it can be read; Enter and the arrows go to the
 * cell below or above, Escape takes the draft back.
 */
export function GridCell({
  text,
  draft,
  isBad,
  label,
  placeholder,
  wrong,
  place,
  choices,
  onDraft,
  onCommit,
  onPaste,
}: {
  text: string
  draft: string | undefined
  isBad: boolean
  label: string
  placeholder: string
  wrong: string
  /** row/column, by which the grid finds the neighbours. */
  place: string
  choices?: string | undefined
  onDraft: (draft: string | undefined) => void
  onCommit: () => void
  onPaste: (event: React.ClipboardEvent) => void
}) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.altKey) return
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by !== undefined && !(event.key.startsWith('Arrow') && choices !== undefined && draft !== undefined)) {
      event.preventDefault()
      onCommit()
      goDown(event.currentTarget, place, by)
    }
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation()
      onDraft(undefined)
    }
  }
  return (
    <input
      className={`table-cell ${isBad ? 'table-cell-bad' : ''}`}
      aria-label={label}
      aria-invalid={isBad}
      title={isBad ? wrong : (draft ?? text)}
      data-cell={place}
      list={choices}
      placeholder={placeholder}
      value={draft ?? text}
      onChange={(event) => onDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={onCommit}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  )
}

function goDown(cell: HTMLElement, place: string, by: number): void {
  const [row = '0', column = '0'] = place.split('/')
  const next = `${Number(row) + by}/${column}`
  cell.closest('table')?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus()
}
