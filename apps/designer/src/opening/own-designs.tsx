import { DeleteOutlined, FileTextOutlined } from '@ant-design/icons'
import { Alert, App, Button, Tooltip } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../api.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { DesignSummary } from '../storage/designs.ts'
import { timeText } from './time-text.ts'
import { openingWords } from './words.ts'

/** One's own designs, newest first. What is removed can be had back while the message stands. */
export function OwnDesigns() {
  const { own: w } = useWords(openingWords)
  const { message } = App.useApp()
  const [designs, setDesigns] = useState<readonly DesignSummary[] | 'failed' | null>(null)
  const read = useCallback(() => api.designs().then(setDesigns, () => setDesigns('failed')), [])
  useEffect(() => {
    void read()
    // Another tab may have changed them meanwhile.
    const onFocus = () => void read()
    addEventListener('focus', onFocus)
    return () => removeEventListener('focus', onFocus)
  }, [read])
  const remove = async ({ id, name }: DesignSummary) => {
    await api.remove(id)
    await read()
    const key = `removed ${id}`
    const undo = async () => {
      message.destroy(key)
      await api.restore(id)
      await read()
    }
    message.open({
      key,
      duration: 8,
      content: (
        <>
          {w.removed(name)}
          <Button type="link" onClick={undo}>
            {w.undo}
          </Button>
        </>
      ),
    })
  }
  return (
    <section className="opening-own" aria-labelledby="opening-own">
      <h2 id="opening-own">{w.title}</h2>
      {designs === 'failed' && <Alert type="warning" showIcon title={w.failed} />}
      {designs !== null && designs !== 'failed' && designs.length === 0 && (
        <p className="opening-none">
          <FileTextOutlined />
          {w.none}
        </p>
      )}
      {designs !== null && designs !== 'failed' && designs.length > 0 && (
        <ul>
          {designs.map((each) => (
            <OwnDesign key={each.id} design={each} onRemove={() => remove(each)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OwnDesign({ design, onRemove }: { design: DesignSummary; onRemove: () => void }) {
  const { own: w } = useWords(openingWords)
  const language = useLanguage()
  const { name, updatedAt, origin } = design
  return (
    <li>
      <button type="button" className="opening-design" onClick={() => void api.open(design.id)}>
        <span className="opening-design-name">{name}</span>
        {origin !== undefined && <span className="opening-design-origin">{w.fromTemplate}</span>}
        <time dateTime={new Date(updatedAt).toISOString()}>{timeText(updatedAt, w, language)}</time>
      </button>
      <Tooltip title={w.remove}>
        <Button type="text" icon={<DeleteOutlined />} aria-label={`${w.remove} ${name}`} onClick={onRemove} />
      </Tooltip>
    </li>
  )
}
