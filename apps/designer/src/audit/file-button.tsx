import { FileAddOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

/** Chooses files, several at once. */
export function FileButton({
  label,
  onFiles,
  type = 'default',
}: {
  label: string
  onFiles: (files: readonly File[]) => void
  type?: ButtonProps['type']
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type={type} icon={<FileAddOutlined />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".json,.xlsx,.xls,.docx,.doc"
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
