import { FileAddOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { FileButton } from '../../../parts/file-button.tsx'
import { useWords } from '../../../parts/words.ts'
import { type DroppedFiles, onlyReturned } from '../../../parts/workbook/dropped-files.ts'
import { campaignWorkbookWords } from './words.ts'

/** Buttons that choose filled workbooks: files, zips among them, or a folder with all that is in it. */
export function FilePickers({ onFiles, isOff = false }: { onFiles: (dropped: DroppedFiles) => void; isOff?: boolean }) {
  const w = useWords(campaignWorkbookWords)
  return (
    <>
      <FileButton
        disabled={isOff}
        icon={<FileAddOutlined />}
        label={w.chooseFiles}
        accept=".xlsx,.csv,.json,.zip"
        onFiles={(files) => onFiles({ files, others: 0 })}
      />
      <FileButton
        disabled={isOff}
        icon={<FolderOpenOutlined />}
        label={w.chooseFolder}
        takes="folder"
        onFiles={(files) => onFiles(onlyReturned(files))}
      />
    </>
  )
}
