import { ExportOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { copyText } from '../parts/copy-text.ts'
import { download } from '../parts/download.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { findingsDocument, findingsText, findingsWorkbook, type ListedSheet } from './findings-file.ts'
import { auditWords } from './words.ts'

/** The list of what was found in all sheets that are open: to the clipboard, or as a file for Excel or Word. */
export function ExportButton({ sheets }: { sheets: readonly ListedSheet[] }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const copy = () => {
    if (copyText(findingsText(sheets, language))) void message.success(w.copied)
  }
  const save = async (made: typeof findingsWorkbook) => {
    try {
      const { name, content } = await made(sheets, language)
      download(name, content)
    } catch {
      void message.error(w.away)
    }
  }
  const items = [
    { key: 'copy', label: w.copy, onClick: copy },
    { key: 'excel', label: w.excel, onClick: () => void save(findingsWorkbook) },
    { key: 'word', label: w.word, onClick: () => void save(findingsDocument) },
  ]
  return (
    <MenuButton menu={{ items }} disabled={sheets.every(({ issues }) => issues.length === 0)}>
      <Button icon={<ExportOutlined />}>{w.export}</Button>
    </MenuButton>
  )
}
