import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

/** Something small that floats at a cell: below it, above where there is no room, never outside of the window. */
export function Anchored({
  anchor,
  className,
  children,
  ...rest
}: {
  /** In the window's coordinates; asked again when the page scrolls. */
  readonly anchor: () => DOMRect | undefined
  readonly className: string
  readonly children: ReactNode
} & Omit<React.HTMLAttributes<HTMLDivElement>, 'className'>) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const put = () => {
      const at = anchor()
      const own = box.current
      if (at === undefined || own === null) return
      const { offsetWidth: width, offsetHeight: height } = own
      const below = at.bottom + 2
      const top = below + height > window.innerHeight - 4 && at.top - height - 2 > 0 ? at.top - height - 2 : below
      const left = Math.max(4, Math.min(at.left, window.innerWidth - width - 4))
      const next = { left, top: Math.max(4, Math.min(top, window.innerHeight - height - 4)) }
      setPlace((now) => (now?.left === next.left && now.top === next.top ? now : next))
    }
    put()
    const sizes = new ResizeObserver(put)
    if (box.current !== null) sizes.observe(box.current)
    window.addEventListener('scroll', put, true)
    window.addEventListener('resize', put)
    return () => {
      sizes.disconnect()
      window.removeEventListener('scroll', put, true)
      window.removeEventListener('resize', put)
    }
  }, [anchor])
  return createPortal(
    <div
      ref={box}
      className={`sheet-float ${className}`}
      // Not seen, but there: what is hidden would not take the focus when it appears.
      style={place === null ? { opacity: 0, left: 0, top: 0 } : place}
      {...rest}
    >
      {children}
    </div>,
    document.body,
  )
}
