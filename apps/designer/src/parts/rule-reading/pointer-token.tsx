import type { KeyboardEvent } from 'react'
import type { Pointing } from './use-pointing.ts'

/** Words that point at the other side: under the mouse and under the focus, and held by a press. */
export function PointerToken({
  text,
  places,
  name,
  title,
  className,
  isLit,
  pointing,
}: {
  text: string
  places: readonly string[]
  /** What they are called by whoever hears them. */
  name: string
  title?: string | undefined
  className: string
  isLit: boolean
  pointing: Pointing
}) {
  const press = () => pointing.hold(places)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would be a box in the line
    <span
      role="button"
      tabIndex={0}
      className={isLit ? `${className} reading-lit` : className}
      aria-label={name}
      aria-pressed={pointing.isHeld && isLit}
      title={title}
      onMouseEnter={() => pointing.point(places)}
      onMouseLeave={pointing.leave}
      onFocus={() => pointing.point(places)}
      onBlur={pointing.leave}
      onClick={press}
      onKeyDown={onKeyDown}
    >
      {text}
    </span>
  )
}
