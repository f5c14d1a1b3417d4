import { FileAddOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../../../parts/words.ts'
import { type DroppedFiles, onlyReturned } from '../../../parts/workbook/dropped-files.ts'
import { campaignWorkbookWords } from './words.ts'

/** Buttons that choose filled workbooks: files, zips among them, or a folder with all that is in it. */
export function FilePickers({ onFiles, isOff = false }: { onFiles: (dropped: DroppedFiles) => void; isOff?: boolean }) {
  const w = useWords(campaignWorkbookWords)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button disabled={isOff} icon={<FileAddOutlined />} onClick={() => files.current?.click()}>
        {w.chooseFiles}
      </Button>
      <Button disabled={isOff} icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
        {w.chooseFolder}
      </Button>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={w.chooseFiles}
        accept=".xlsx,.csv,.json,.zip"
        onChange={({ target }) => {
          onFiles({ files: [...(target.files ?? [])], others: 0 })
          target.value = ''
        }}
      />
      <input
        ref={(input) => {
          folder.current = input
          // Not among the properties that React knows.
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        multiple
        aria-label={w.chooseFolder}
        onChange={({ target }) => {
          onFiles(onlyReturned([...(target.files ?? [])]))
          target.value = ''
        }}
      />
    </>
  )
}
