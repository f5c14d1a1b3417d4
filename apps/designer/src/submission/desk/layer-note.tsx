import type { Layer } from '@yardstick/model'
import { momentText } from '../../parts/date-text.ts'
import { useWords } from '../../parts/words.ts'
import { deskWords } from './words.ts'

/** One layer of a value or a score: what stands in it, who wrote it, when, and why. What is not saved yet has no moment. */
export function LayerNote({
  layer,
  shown,
  isWhyShown = true,
  isUnder = false,
}: {
  layer: Layer
  shown: string
  isWhyShown?: boolean
  /** Something else stands in its place. */
  isUnder?: boolean
}) {
  const w = useWords(deskWords)
  const said = [layer.who, momentText(layer.when)].filter((each) => each !== undefined && each !== '')
  return (
    <p className={`desk-layer desk-layer-${layer.layer} ${isUnder ? 'desk-layer-under' : ''}`}>
      <span className="desk-layer-name">{w.layers[layer.layer]}</span> <b>{shown}</b> {said.join(' · ')}
      {isWhyShown && layer.why !== undefined && <q>{layer.why}</q>}
    </p>
  )
}
