import { Dropdown, type DropdownProps } from 'antd'
import { cloneElement, type ReactElement, type Ref, useRef } from 'react'

/**
 * A button that opens a menu, for the keyboard as for the mouse: open, the arrow keys go through the menu at once; closed,
 * the focus is on the button again, before what was chosen opens something of its own.
 */
export function MenuButton({
  children,
  menu,
  onOpenChange,
  ...rest
}: Omit<DropdownProps, 'children' | 'trigger' | 'autoFocus'> & {
  children: ReactElement<{ ref?: Ref<HTMLElement>; 'aria-haspopup'?: 'menu' }>
}) {
  const button = useRef<HTMLElement>(null)
  return (
    <Dropdown
      {...rest}
      menu={{ ...menu, onKeyDown: spend }}
      trigger={['click']}
      autoFocus
      // Each time it begins with its first entry.
      destroyOnHidden
      onOpenChange={(isOpen, info) => {
        if (!isOpen && hasFocus()) button.current?.focus()
        onOpenChange?.(isOpen, info)
      }}
    >
      {cloneElement(children, { ref: button, 'aria-haspopup': 'menu' })}
    </Dropdown>
  )
}

/** The Enter that chooses is used up: it would press the button that has the focus by then. */
function spend(event: React.KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

/** Whether the focus is in a menu, or was and is nowhere now; what has taken it meanwhile keeps it. */
function hasFocus(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.closest('[role="menu"]') != null
}
