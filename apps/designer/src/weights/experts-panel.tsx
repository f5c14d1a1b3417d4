import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { showRate } from '@yardstick/wording'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { isComposing } from '../parts/field/is-composing.ts'
import { useWords } from '../parts/words.ts'
import { meanWeights, type Weighed } from './new-points.ts'
import { givenWeights } from './weights-of.ts'
import { weightWords } from './words.ts'
import type { Work } from './work.ts'

const MOST_EXPERTS = 20

/** Weights as experts give them, one column each; each is brought to a whole before the mean is taken. */
export function ExpertsPanel({
  work,
  weighed: { children },
  onChange,
}: {
  work: Work
  weighed: Weighed
  onChange: (next: Work) => void
}) {
  const w = useWords(weightWords)
  const mean = meanWeights(givenWeights(work, children))
  const set = (expert: number, id: string, weight: string | undefined) =>
    onChange({
      ...work,
      given: work.given.map((column, index) => {
        if (index !== expert) return column
        const { [id]: _, ...rest } = column
        return weight === undefined ? rest : { ...rest, [id]: weight }
      }),
    })
  return (
    <div className="weights-scroll">
      <table className="weights-table">
        <thead>
          <tr>
            <td />
            {work.given.map((_, expert) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: experts are known by their place
              <th scope="col" key={expert}>
                {w.expert(expert + 1)}
                {work.given.length > 1 && (
                  <Button
                    type="text"
                    icon={<CloseOutlined />}
                    aria-label={w.removeExpert(expert + 1)}
                    title={w.removeExpert(expert + 1)}
                    onClick={() => onChange({ ...work, given: work.given.filter((_, index) => index !== expert) })}
                  />
                )}
              </th>
            ))}
            <th scope="col" className="weights-number">
              {w.mean}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={toNextRow}>
          {children.map((child, row) => (
            <tr key={child.id}>
              <th scope="row">{child.name}</th>
              {work.given.map((column, expert) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: experts are known by their place
                <td key={expert} data-expert={expert}>
                  <DecimalField
                    value={column[child.id]}
                    label={w.expertWeight(expert + 1, child.name)}
                    isOptional
                    onCommit={(weight) => set(expert, child.id, weight)}
                  />
                </td>
              ))}
              <td className="weights-number">{mean?.[row] === undefined ? '—' : showRate(mean[row], 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {work.given.length < MOST_EXPERTS && (
        <Button type="link" icon={<PlusOutlined />} onClick={() => onChange({ ...work, given: [...work.given, {}] })}>
          {w.addExpert}
        </Button>
      )}
    </div>
  )
}

/** Enter goes down the column, as in a spreadsheet; the field has committed by then. */
function toNextRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement)) return
  const expert = event.target.closest<HTMLElement>('[data-expert]')?.dataset['expert']
  const next = event.target.closest('tr')?.[event.shiftKey ? 'previousElementSibling' : 'nextElementSibling']
  next?.querySelector<HTMLInputElement>(`[data-expert="${expert}"] input`)?.focus()
}
