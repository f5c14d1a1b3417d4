import { type KeyboardEvent, useRef } from 'react'

/** A row of tabs: arrows move along it, as the pattern of tabs has it. */
export function TabRow<T extends string>({
  tabs,
  chosen,
  onChoose,
  label,
  panelId,
}: {
  tabs: { readonly [K in T]: string }
  chosen: T
  onChoose: (tab: T) => void
  label: string
  panelId: string
}) {
  const row = useRef<HTMLDivElement>(null)
  const keys = Object.keys(tabs) as T[]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey) return
    const next = keys[(keys.indexOf(chosen) + step + keys.length) % keys.length]!
    event.preventDefault()
    onChoose(next)
    row.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  return (
    <div className="inspector-tabs" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
      {keys.map((key) => (
        <button
          type="button"
          role="tab"
          key={key}
          data-tab={key}
          className="inspector-tab"
          aria-selected={key === chosen}
          aria-controls={panelId}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {tabs[key]}
        </button>
      ))}
    </div>
  )
}
