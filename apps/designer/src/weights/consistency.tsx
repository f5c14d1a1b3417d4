import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../parts/words.ts'
import { CONSISTENT_BELOW, type Judgements, nearestStep, type Priorities, pairKey } from './ahp.ts'
import { weightWords } from './words.ts'

/** Whether the judgements agree with each other, and which fits least; without `onChange` it is only told. */
export function Consistency({
  names,
  priorities: { consistencyRatio, worst },
  judgements,
  onChange,
}: {
  names: readonly string[]
  priorities: Priorities
  judgements?: Judgements
  onChange?: (next: Judgements) => void
}) {
  const w = useWords(weightWords)
  const isFine = consistencyRatio < CONSISTENT_BELOW
  const [row, column] = [names[worst?.row ?? 0] ?? '', names[worst?.column ?? 1] ?? '']
  const key = worst === undefined ? '' : pairKey(worst.row, worst.column)
  const now = judgements?.[key] ?? 0
  const fitting = worst === undefined ? 0 : nearestStep(worst.fitting)
  return (
    <div className={`weights-consistency ${isFine ? '' : 'weights-inconsistent'}`} role="status">
      <p>
        {isFine ? <CheckCircleOutlined /> : <WarningOutlined />}{' '}
        {(isFine ? w.consistent : w.inconsistent)(consistencyRatio.toFixed(3))}
      </p>
      {!isFine && worst !== undefined && onChange !== undefined && judgements !== undefined && now !== fitting && (
        <p>
          {w.worst(w.says(now, row, column), w.says(fitting, row, column))}
          <Button type="link" onClick={() => onChange({ ...judgements, [key]: fitting })}>
            {w.useFitting}
          </Button>
        </p>
      )}
    </div>
  )
}
