import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons'
import { useWords } from '../words.ts'
import type { ShownAnswer } from './editing.ts'
import { conditionWords } from './words.ts'

/** What the chosen sample answers: holds, does not, unknown — by sign, word and colour — with the value it was asked for. */
export function TruthBadge({ shown }: { shown: ShownAnswer | undefined }) {
  const w = useWords(conditionWords)
  if (shown === undefined || shown.answer.truth === null) return null
  const { truth, shown: text, state } = shown.answer
  const value = text ?? (state === undefined || state === 'present' ? undefined : w.states[state])
  return (
    <span
      className={`condition-truth condition-truth-${truth} ${shown.isOld ? 'condition-truth-old' : ''}`}
      title={w.asked[truth]}
    >
      {value !== undefined && <span className="condition-sample">{value}</span>}
      {ICONS[truth]}
      {w.truths[truth]}
    </span>
  )
}

const ICONS = { true: <CheckOutlined />, false: <CloseOutlined />, unknown: <QuestionOutlined /> }
