import { MessageFilled } from '@ant-design/icons'
import { designer, useDesigner } from '../store/use-designer.ts'
import './remark-mark.css'
import { remarkWords } from './remark-words.ts'
import { useWords } from './words.ts'

/** At an indicator's name: what reviewers remark on it and is not done yet. It leads to the list. */
export function RemarkMark({ id }: { id: string }) {
  const w = useWords(remarkWords)
  const count = useDesigner(
    ({ server }) => server?.review?.remarks.filter((each) => each.indicator === id && !each.isResolved).length ?? 0,
  )
  if (count === 0) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="remark-mark"
      data-sheet-skip=""
      title={w.mark(count)}
      aria-label={w.mark(count)}
      onClick={() => designer.setView({ drawer: 'review' })}
    >
      <MessageFilled /> {count}
    </button>
  )
}
