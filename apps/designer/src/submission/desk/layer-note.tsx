import type { Layer } from '@yardstick/model'
import { momentText } from '../../parts/date-text.ts'
import { whoText } from '../../parts/who-text.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { deskWords } from './words.ts'

/** One layer of a value or a score: what stands in it, who wrote it, when, and why. What is not saved yet has no moment. */
export function LayerNote({
  layer,
  shown,
  isTyped = false,
  isUnder = false,
}: {
  layer: Layer
  shown: string
  /** Value and reason stand in fields: only who and when is said. */
  isTyped?: boolean
  /** Something else stands in its place. */
  isUnder?: boolean
}) {
  const w = useWords(deskWords)
  const language = useLanguage()
  const who = layer.who === undefined ? '' : whoText(layer.who, language)
  const said = [who, momentText(layer.when)].filter((each) => each !== '').join(' · ')
  if (isTyped && said === '') return null
  return (
    <p className={`desk-layer desk-layer-${layer.layer} ${isUnder ? 'desk-layer-under' : ''}`}>
      <span className="desk-layer-name">{w.layers[layer.layer]}</span> {!isTyped && <b>{shown}</b>} {said}
      {!isTyped && layer.why !== undefined && <q>{layer.why}</q>}
    </p>
  )
}
