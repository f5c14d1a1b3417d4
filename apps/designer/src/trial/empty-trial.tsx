import { Button } from 'antd'
import { useWords } from '../parts/words.ts'
import { addSample } from './sample-actions.ts'
import { TargetsButton } from './targets-button.tsx'
import { trialWords } from './words.ts'

/** No sample yet: full marks in one press, then a number to play with. */
export function EmptyTrial() {
  const w = useWords(trialWords)
  return (
    <div className="trial-empty">
      <p className="trial-empty-title">{w.empty.title}</p>
      <p>{w.empty.hint}</p>
      <div className="trial-row">
        <TargetsButton isPrimary />
        <Button onClick={() => addSample({ name: w.newName })}>{w.empty.blank}</Button>
      </div>
    </div>
  )
}
