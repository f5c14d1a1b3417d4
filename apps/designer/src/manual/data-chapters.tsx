import type { Item, ItemField, Language, Measure, Scheme } from '@yardstick/model'
import { memo } from 'react'
import { useWords } from '../parts/words.ts'
import { formulaText } from './indicator-fields.ts'
import { type ManualWords, manualWords } from './words.ts'

/** 数据项目录: what is asked of whom, in which form, with which evidence. */
export const DataItems = memo(function DataItems({ scheme: { items } }: { scheme: Scheme }) {
  const w = useWords(manualWords)
  if (items.length === 0) return <p>{w.noItems}</p>
  const { itemColumns: head } = w
  return (
    <table className="manual-table">
      <colgroup>
        <col style={{ width: '26%' }} />
        <col style={{ width: '12%' }} />
        <col style={{ width: '22%' }} />
        <col style={{ width: '22%' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {[head.name, head.type, head.asked, head.source, head.evidence].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              {item.label ?? item.id}
              {item.note !== undefined && <small>{item.note}</small>}
            </td>
            <td>{typeText(item, w)}</td>
            <td>{askedText(item, w)}</td>
            <td>
              {[item.source, item.filledBy && w.filledBy(item.filledBy)]
                .filter((each) => each !== undefined && each !== '')
                .join(w.and)}
            </td>
            <td>{item.evidence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

export const Measures = memo(function Measures({ scheme, language }: { scheme: Scheme; language: Language }) {
  const w = useWords(manualWords)
  const measures = scheme.measures ?? []
  if (measures.length === 0) return <p>{w.noMeasures}</p>
  const { measureColumns: head } = w
  return (
    <table className="manual-table">
      <colgroup>
        <col style={{ width: '26%' }} />
        <col />
        <col style={{ width: '18%' }} />
      </colgroup>
      <thead>
        <tr>
          {[head.name, head.formula, head.type].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.id}>
            <td>
              {measure.label ?? measure.id}
              {measure.note !== undefined && <small>{measure.note}</small>}
            </td>
            <td>{formulaText(measure.formula, language)}</td>
            <td>
              {typeText(measure, w)}
              {measure.rounded === true && <small>{w.rounded}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function typeText({ type, unit, digits }: Item | ItemField | Measure, w: ManualWords): string {
  const named = unit === undefined ? w.types[type] : w.withUnit(w.types[type], unit)
  // Of a rate the digits count in the ratio, which nobody reads.
  return digits === undefined || type === 'rate' ? named : `${named}${w.comma}${w.digits(digits)}`
}

function askedText(item: Item, w: ManualWords): string {
  return [
    item.required === true ? w.required : undefined,
    item.range && (item.range.min ?? item.range.max) !== undefined ? w.range(item.range) : undefined,
    item.choices && w.choices(item.choices.join(w.comma)),
    item.fields && w.records(item.fields.map((field) => w.aside(field.id, typeText(field, w))).join(w.comma)),
    item.period && w.periods[item.period],
    item.mayBeNotApplicable === true ? w.mayBeNotApplicable : undefined,
  ]
    .filter((each) => each !== undefined)
    .join(w.and)
}
