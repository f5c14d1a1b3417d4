import { useMemo } from 'react'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { touchesOf } from './touches.ts'
import { inspectorWords } from './words.ts'

/** The last steps that changed this indicator. */
export function HistoryTab({ id }: { id: string }) {
  const w = useWords(inspectorWords)
  const language = useLanguage()
  const design = useDesigner((state) => state.design!)
  const history = useDesigner((state) => state.history)
  const touches = useMemo(() => touchesOf(id, design, history), [id, design, history])
  if (touches.length === 0) return <p className="inspector-sub">{w.noHistory}</p>
  return (
    <ol className="inspector-history">
      {touches.map(({ entry, index }, at) => (
        <li key={index}>
          {entry.label[language]}
          {at === 0 && <span className="inspector-tag">{w.latest}</span>}
        </li>
      ))}
    </ol>
  )
}
