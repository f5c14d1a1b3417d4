import { FileAddOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../parts/words.ts'
import { openingWords } from './words.ts'

/** The area is a text field that stays empty, so that every way of pasting works in it, also the mouse's. */
export function PasteCard({ onFile }: { onFile: (file: File) => void }) {
  const { paste: w } = useWords(openingWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <section className="opening-card" aria-labelledby="opening-paste">
      <h2 id="opening-paste">
        <SnippetsOutlined /> {w.title}
      </h2>
      <p>{w.how}</p>
      <textarea
        className="opening-paste"
        data-paste-area
        aria-label={w.area}
        placeholder={w.area}
        value=""
        onChange={() => undefined}
        spellCheck={false}
      />
      <div className="opening-file">
        <Button icon={<FileAddOutlined />} onClick={() => input.current?.click()}>
          {w.file}
        </Button>
        <span>{w.kinds}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.csv,.tsv,.txt,.htm,.html,.xlsx,.xls,.et,.docx,.doc,.wps"
          aria-label={w.file}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
      </div>
    </section>
  )
}
