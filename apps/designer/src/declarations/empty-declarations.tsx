import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { addDeclaration } from './actions.ts'
import { OpeningDialog } from './opening-dialog.tsx'
import { declarationWords } from './words.ts'

/** The scheme sets everything itself: what declarations are for, and the way to take them. */
export function EmptyDeclarations() {
  const w = useWords(declarationWords)
  const isOff = useDesigner(({ design }) => design!.scheme.declarations === 'none')
  const [isOpening, setOpening] = useState(false)
  return (
    <div className="declarations-empty">
      <h2>{isOff ? w.empty.off : w.empty.nothing}</h2>
      <p>{w.empty.what}</p>
      <ul>
        <li>{w.empty.targets}</li>
        <li>{w.empty.individual}</li>
      </ul>
      <Button type="primary" onClick={() => setOpening(true)}>
        {w.empty.open}
      </Button>
      {isOpening && <OpeningDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

/** Open for declarations, and none there yet. */
export function NoDeclaration({ onAdded }: { onAdded: () => void }) {
  const w = useWords(declarationWords)
  return (
    <div className="declarations-empty">
      <h2>{w.empty.none}</h2>
      <p>{w.empty.noneHint}</p>
      <Button
        type="primary"
        onClick={() => {
          addDeclaration(w.newUnit)
          onAdded()
        }}
      >
        {w.add}
      </Button>
    </div>
  )
}
