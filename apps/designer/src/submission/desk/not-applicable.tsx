import { StopOutlined } from '@ant-design/icons'
import { entryOf, isJudged, type Leaf } from '@yardstick/model'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/words.ts'
import { layersByName } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, type Target } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import { deskWords } from './words.ts'

/**
 * A computed leaf that is 不适用 to this subject: said with its reason, where the leaf or the scheme says what then becomes
 * of its points. A leaf that people judge is told so in the field of its score.
 */
export function NotApplicable({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const { document, write } = useDesk()
  const layer = useNotApplicableLayer(leaf)
  const [isAsked, setIsAsked] = useState(false)
  if (layer === undefined) return null
  const target: Target = { of: 'judgements', leaf, layer }
  const stands = layersByName(entryOf(document.judgements, leaf.id))[layer]
  const isThere = stands?.state === 'not-applicable'
  const clear = () => {
    if (isThere) write(asEntry(target, undefined, undefined), leaf.name)
    setIsAsked(false)
  }
  if (!isThere && !isAsked) {
    return (
      <Button
        type="text"
        className="desk-toggle"
        icon={<StopOutlined />}
        aria-label={w.markNotApplicable(leaf.name)}
        onClick={() => setIsAsked(true)}
      >
        {w.notApplicable}
      </Button>
    )
  }
  return (
    <div className="desk-not-applicable">
      <span className="desk-layer-name">{w.notApplicable}</span>
      <EntryField
        kind="reason"
        label={w.notApplicableWhy(leaf.name)}
        text={isThere ? (stands.why ?? '') : ''}
        placeholder={w.notApplicableHint}
        isLong
        isWaiting={!isThere}
        hasFocus={!isThere}
        take={(why) => {
          if (why === '') clear()
          else write(asEntry(target, { layer, state: 'not-applicable' }, why), leaf.name)
          setIsAsked(false)
          return undefined
        }}
      />
      <Button type="text" className="desk-toggle" aria-label={w.applicableAgain(leaf.name)} onClick={clear}>
        {w.takeBack}
      </Button>
    </div>
  )
}

/** Undefined where nobody may say so here: by the scheme, or by the stage. */
export function useNotApplicableLayer(leaf: Leaf): 'judged' | 'overridden' | undefined {
  const { scheme, may } = useDesk()
  const isAllowed = leaf.notApplicable !== undefined || scheme.notApplicable !== undefined
  if (!isAllowed || isJudged(leaf)) return undefined
  return may.overridden ? 'overridden' : may.judged === 'all' ? 'judged' : undefined
}
