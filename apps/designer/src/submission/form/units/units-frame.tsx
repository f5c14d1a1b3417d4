import type { Item } from '@yardstick/model'
import { Button } from 'antd'
import { useWords } from '../../../parts/words.ts'
import { useSubmission, useSubmissionView } from '../../use-submission.ts'
import { localText } from '../local-text.ts'
import { formPartWords } from '../words.ts'
import { unitTotal } from './unit-totals.ts'
import { unitsWords } from './words.ts'

/** The items, with their units. */
export function UnitsHead({ items }: { items: readonly Item[] }) {
  const w = useWords(unitsWords)
  const f = useWords(formPartWords)
  const { mapping } = useSubmission().open.loaded.head
  return (
    <thead>
      <tr>
        <th scope="col">{w.name}</th>
        {items.map((item) => {
          const unit = item.type === 'rate' ? '%' : item.unit
          return (
            <th scope="col" key={item.id}>
              {item.label ?? item.id}
              {unit !== undefined && <span className="form-count"> {unit}</span>}
              <LocalName text={localText(item, mapping, f)} />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** What local data call it, under its name. */
function LocalName({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="form-facts">{text}</p>
}

/** What the units come to together, and how; or that the department gives the value itself. */
export function UnitsTotal({ items }: { items: readonly Item[] }) {
  const w = useWords(unitsWords)
  return (
    <tfoot>
      <tr>
        <th scope="row">{w.total}</th>
        {items.map((item) => (
          <td key={item.id}>
            <Together item={item} />
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function Together({ item }: { item: Item }) {
  const w = useWords(unitsWords)
  const { open, rights } = useSubmission()
  const document = useSubmissionView((view) => view.document)
  const evaluation = useSubmissionView((view) => view.evaluation)
  const total = unitTotal(item, document, evaluation)
  const how = useRule(item)
  if (total === undefined) return <span className="form-count">{how}</span>
  if (total.isOverruled) {
    const takeUnits = () => open.write([{ of: 'items', id: item.id, layer: 'reported' }])
    return (
      <span className="form-units-overruled" title={w.overruledWhy}>
        {w.overruled}
        {rights.report && (
          <Button type="link" aria-label={w.takeUnitsOf(item.label ?? item.id)} onClick={takeUnits}>
            {w.takeUnits}
          </Button>
        )}
      </span>
    )
  }
  return (
    <>
      {total.missing > 0 ? (
        <span className="form-units-missing">{w.missing(total.missing)}</span>
      ) : (
        <strong>{total.shown}</strong>
      )}
      <span className="form-count">{how}</span>
    </>
  )
}

function useRule({ type, aggregate }: Item): string {
  const w = useWords(unitsWords)
  if (aggregate === undefined || aggregate.rule === 'refuse') return ''
  if (aggregate.rule === 'weighted') return w.weighted(aggregate.by)
  if (type === 'date') return aggregate.rule === 'max' ? w.rules.latest : w.rules.earliest
  return w.rules[aggregate.rule]
}
