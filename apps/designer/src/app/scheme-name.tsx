import { useEffect, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { shellWords } from './words.ts'

/** The scheme's name, changed in place. */
export function SchemeName() {
  const w = useWords(shellWords)
  const name = useDesigner((state) => state.design?.scheme.name ?? '')
  const [text, setText] = useState(name)
  useEffect(() => setText(name), [name])
  const commit = () => {
    const next = text.trim()
    if (next === '') setText(name)
    else if (next !== name) {
      const label = { zh: shellWords.zh.rename, en: shellWords.en.rename }
      designer.edit(label, { type: 'set-scheme', fields: { name: next } })
      // Where nothing may be changed, it is as it was.
      setText(designer.getState().design?.scheme.name ?? next)
    }
  }
  return (
    <input
      className="scheme-name"
      aria-label={w.name}
      title={text}
      value={text}
      style={{ width: `${Math.min(34, Math.max(8, text.length + 1))}em` }}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(name)
      }}
    />
  )
}
