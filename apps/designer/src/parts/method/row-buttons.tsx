import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../words.ts'
import { movedBy, withoutAt } from './list-moves.ts'
import { methodWords } from './words.ts'

/** Up, down and delete for one row of a list; the last row stays. */
export function RowButtons<T>({
  values,
  index,
  name,
  onChange,
  isOrdered = true,
  least = 1,
}: {
  values: readonly T[]
  index: number
  name: string
  onChange: (next: T[]) => void
  isOrdered?: boolean
  least?: number
}) {
  const w = useWords(methodWords)
  return (
    <span className="method-buttons">
      {isOrdered && (
        <>
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            title={w.moveUp}
            aria-label={`${w.moveUp} ${name}`}
            disabled={index === 0}
            onClick={() => onChange(movedBy(values, index, -1))}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            title={w.moveDown}
            aria-label={`${w.moveDown} ${name}`}
            disabled={index === values.length - 1}
            onClick={() => onChange(movedBy(values, index, 1))}
          />
        </>
      )}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        title={w.remove}
        aria-label={`${w.remove} ${name}`}
        disabled={values.length <= least}
        onClick={() => onChange(withoutAt(values, index))}
      />
    </span>
  )
}
