import { Button, type ButtonProps } from 'antd'
import { type RefObject, useRef } from 'react'

/**
 * A button that lets files be chosen.
 *
 * label    its name; `children` is what stands on it where that is shorter
 * accept   endings of file names, `.json,.xlsx`; undefined takes any
 * takes    one file, several at once, or a folder with all that is in it
 * onFiles  is given at least one; the same file may be chosen again
 * picker   lets something else open the choice, too
 */
export function FileButton({
  label,
  accept,
  takes = 'files',
  onFiles,
  picker,
  children,
  ...button
}: Omit<ButtonProps, 'onClick' | 'aria-label'> & {
  label: string
  accept?: string
  takes?: 'file' | 'files' | 'folder'
  onFiles: (files: readonly File[]) => void
  picker?: RefObject<HTMLInputElement | null>
}) {
  const own = useRef<HTMLInputElement>(null)
  const input = picker ?? own
  return (
    <>
      <Button
        {...button}
        {...(children === undefined ? {} : { 'aria-label': label })}
        onClick={() => input.current?.click()}
      >
        {children ?? label}
      </Button>
      <input
        ref={(element) => {
          input.current = element
          // Not among the properties that React knows.
          if (takes === 'folder') element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        multiple={takes !== 'file'}
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
