import { canonicalText } from '@yardstick/model'
import { Button } from 'antd'
import { download, fileNameOf } from '../parts/download.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { shellWords } from './words.ts'

/** The way out where the browser stores nothing: the scheme as a file, which the opening page reads again. */
export function SaveFileButton() {
  const w = useWords(shellWords)
  const save = () => {
    const { design } = designer.getState()
    if (design === null) return
    const content = new Blob([canonicalText(design.scheme)], { type: 'application/json' })
    download(fileNameOf(design.scheme.name, 'json'), content)
  }
  return (
    <Button type="primary" onClick={save}>
      {w.saveFile}
    </Button>
  )
}
