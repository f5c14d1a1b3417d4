import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons'
import type { ConditionAnswer } from '@yardstick/engine'
import { useWords } from '../words.ts'
import { conditionWords } from './words.ts'

/** What the chosen sample answers: holds, does not, unknown — by sign, word and colour — with the value it was asked for. */
export function TruthBadge({ answer }: { answer: ConditionAnswer | undefined }) {
  const w = useWords(conditionWords)
  if (answer === undefined || answer.truth === null) return null
  const { truth, shown, state } = answer
  const value = shown ?? (state === undefined || state === 'present' ? undefined : w.states[state])
  return (
    <span className={`condition-truth condition-truth-${truth}`} title={w.asked[truth]}>
      {value !== undefined && <span className="condition-sample">{value}</span>}
      {ICONS[truth]}
      {w.truths[truth]}
    </span>
  )
}

const ICONS = { true: <CheckOutlined />, false: <CloseOutlined />, unknown: <QuestionOutlined /> }
