import { Button } from 'antd'
import { useWords } from '../parts/words.ts'
import { dropTried, keepTried, keepTriedAsNew } from './sample-actions.ts'
import { useChosenSample } from './use-sample.ts'
import { trialWords } from './words.ts'

/** Says that these are not the sample's values, and what can become of them. */
export function TriedBar() {
  const w = useWords(trialWords)
  const { isTried } = useChosenSample()
  if (!isTried) return null
  return (
    <div className="trial-tried" role="status">
      <strong>{w.tried}</strong>
      <Button onClick={dropTried}>{w.dropTried}</Button>
      <Button onClick={keepTried}>{w.keepTried}</Button>
      <Button onClick={() => keepTriedAsNew(w.triedSuffix)}>{w.keepTriedAsNew}</Button>
    </div>
  )
}
