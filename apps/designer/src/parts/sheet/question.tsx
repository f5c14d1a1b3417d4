import { Button } from 'antd'
import { useEffect, useRef } from 'react'

/**
 * What a text in a cell, or a paste, may mean, with the answers. Until one is given or it is put aside, nothing else on the
 * page is clicked: a click elsewhere would lose what was typed.
 */
export function Question({
  ask,
  choices,
  onChoose,
  onCancel,
  cancel,
}: {
  readonly ask: string
  readonly choices: readonly { readonly label: string; readonly onChoose: () => void }[]
  readonly onChoose: (chosen: () => void) => void
  readonly onCancel: () => void
  readonly cancel: string
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const buttons = () => [...(box.current?.querySelectorAll('button') ?? [])]
    buttons()[0]?.focus()
    const hold = (event: Event) => {
      if (event.target instanceof Node && box.current?.parentElement?.contains(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.type !== 'pointerdown') return
      buttons()[0]?.focus()
      box.current?.animate([{ opacity: 0.3 }, { opacity: 1 }], 200)
    }
    for (const type of HELD) document.addEventListener(type, hold, true)
    return () => {
      for (const type of HELD) document.removeEventListener(type, hold, true)
    }
  }, [])
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Keys of the page wait, as clicks do.
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Tab') return
    event.preventDefault()
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={box} onKeyDown={onKeyDown}>
      <p>{ask}</p>
      <div className="sheet-choices">
        {choices.map((each) => (
          <Button key={each.label} onClick={() => onChoose(each.onChoose)}>
            {each.label}
          </Button>
        ))}
        <Button type="text" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </div>
  )
}

const HELD = ['pointerdown', 'mousedown', 'click', 'dblclick', 'contextmenu']
