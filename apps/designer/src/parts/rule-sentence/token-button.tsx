import type { HTMLAttributes, KeyboardEvent, Ref } from 'react'

/**
 * A control whose words flow with the sentence around it. A `button` is a box: a long name in one begins a line of its own
 * and leaves the comma after it to begin the next.
 */
export function TokenButton({
  ref,
  text,
  className = '',
  onKeyDown,
  ...rest
}: HTMLAttributes<HTMLSpanElement> & { ref?: Ref<HTMLSpanElement>; text: string }) {
  const press = (event: KeyboardEvent<HTMLSpanElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    event.currentTarget.click()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would be a box in the line
    <span {...rest} ref={ref} role="button" tabIndex={0} className={`sentence-token ${className}`} onKeyDown={press}>
      {text}
    </span>
  )
}
