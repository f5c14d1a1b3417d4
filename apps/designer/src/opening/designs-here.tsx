import { App, Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../api.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { DesignSummary } from '../storage/designs.ts'
import { timeText } from './time-text.ts'
import { useTrouble } from './use-trouble.ts'
import { openingWords } from './words.ts'

/** Designs that only this browser has, from before there was a server or while it was away: they are offered to it. */
export function DesignsHere({
  since,
  onMoved,
}: {
  /** Read anew when it is another. */ since: unknown
  onMoved: () => void
}) {
  const { schemes: w, own } = useWords(openingWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const tell = useTrouble()
  const [designs, setDesigns] = useState<readonly DesignSummary[]>([])
  const [moving, setMoving] = useState<string | null>(null)
  const read = useCallback(() => api.designsAlone().then(setDesigns, () => setDesigns([])), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` asks for it anew
  useEffect(() => void read(), [read, since])
  if (designs.length === 0) return null
  const move = async (wanted: readonly DesignSummary[]) => {
    for (const { id, name } of wanted) {
      setMoving(id)
      if (!(await tell(() => api.moveToServer(id)))) break
      message.success(w.moved(name))
    }
    setMoving(null)
    await read()
    onMoved()
  }
  return (
    <section className="opening-here" aria-labelledby="opening-here">
      <h3 id="opening-here">
        {w.here}
        {designs.length > 1 && (
          <Button disabled={moving !== null} onClick={() => move(designs)}>
            {w.moveAll}
          </Button>
        )}
      </h3>
      <p>{w.hereText}</p>
      <ul>
        {designs.map((each) => (
          <li key={each.id}>
            <button type="button" className="opening-design" onClick={() => void api.open(each.id)}>
              <span className="opening-design-name">{each.name}</span>
              <time dateTime={new Date(each.updatedAt).toISOString()}>{timeText(each.updatedAt, own, language)}</time>
            </button>
            <Button
              loading={moving === each.id}
              disabled={moving !== null}
              aria-label={`${w.move} ${each.name}`}
              onClick={() => move([each])}
            >
              {w.move}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
