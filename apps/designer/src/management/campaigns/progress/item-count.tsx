import { Popover } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { managementWords } from '../../words.ts'
import { Bar } from './overview.tsx'
import { type ListedSubmission, percentOf } from './progress.ts'
import { progressWords } from './words.ts'

/** How much of a form is filled in; opened it says which items are missing or doubtful. */
export function ItemCount({ of: { id, name, items } }: { of: ListedSubmission }) {
  const w = useWords(progressWords)
  const [isOpen, setIsOpen] = useState(false)
  const { needed, filled, explained, doubtful } = items
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={name}
      content={isOpen && <Items id={id} />}
    >
      <button type="button" className="item-count" aria-expanded={isOpen} title={w.filledOf(filled, explained, needed)}>
        <span className="announcer">{w.filledBy(name)}</span>
        <Bar percent={percentOf(filled, needed)} explained={percentOf(explained, needed)} />
        <span>{w.of(filled, needed)}</span>
        {doubtful > 0 && (
          <span className="badge badge-warn" title={w.doubtfulCount(doubtful)}>
            {doubtful}
          </span>
        )}
      </button>
    </Popover>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

interface ItemNames {
  readonly missing: readonly Named[]
  readonly explained: readonly (Named & { readonly why: string })[]
  readonly doubtful: readonly Named[]
}

function Items({ id }: { id: string }) {
  const w = useWords(progressWords)
  const m = useWords(managementWords)
  const signs = useWords(signWords)
  const { value, trouble } = useAnswer<ItemNames>(`/api/submissions/${id}/progress`)
  if (value === undefined) return trouble === undefined ? <p>{m.loading}</p> : <Trouble of={trouble} />
  const { missing, explained, doubtful } = value
  const text = (items: readonly Named[]) => items.map(({ name }) => name).join(signs.list)
  return (
    <div className="item-names">
      {missing.length === 0 && doubtful.length === 0 && <p>{w.itemsWhole}</p>}
      {missing.length > 0 && (
        <p>
          <strong>{w.items}</strong> {text(missing)}
        </p>
      )}
      {explained.length > 0 && (
        <p>
          <strong>{w.itemsExplained}</strong>{' '}
          {explained.map(({ name, why }) => signs.aside(name, why)).join(signs.list)}
        </p>
      )}
      {doubtful.length > 0 && (
        <p>
          <strong>{w.itemsDoubtful}</strong> {text(doubtful)}
        </p>
      )}
    </div>
  )
}
