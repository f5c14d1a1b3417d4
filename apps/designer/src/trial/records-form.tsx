import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { type InputRecord, type Item, stackOf } from '@yardstick/model'
import { Button } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import { withValue } from '../parts/entry/entry-layers.ts'
import { fieldsOf, readRecords, recordTexts, withBlock, withText } from '../parts/entry/records.ts'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { refusalText } from './refusal-text.ts'
import { labelOf } from './sample-actions.ts'
import { changeCase, entryAt, withEntry } from './sample-edits.ts'
import type { SampleRow } from './sample-row.ts'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

/** The records of a list item of one sample, as a small table; a block from Excel can be pasted into any of its fields. */
export function RecordsForm({ item, row, close }: { item: Item; row: SampleRow; close: () => void }) {
  const w = useWords(viewWords)
  const signs = useWords(signWords)
  const t = useWords(trialWords)
  const language = useLanguage()
  const place = { kind: 'item', id: item.id } as const
  const entry = entryAt(row.sample.submission, place)
  const value = stackOf(entry).top?.value ?? []
  const records: readonly InputRecord[] = Array.isArray(value) ? value : []
  const fields = fieldsOf(item, records)
  const [texts, setTexts] = useState(() => recordTexts(fields, records, t))
  const { records: read, problems } = readRecords(fields, texts)
  const blank = () => fields.map(() => '')
  const set = (at: number, index: number, text: string) => setTexts(withText(texts, at, index, text))
  const onPaste = (event: ClipboardEvent, at: number, index: number) => {
    const next = withBlock(texts, at, index, event.clipboardData.getData('text/plain'), fields.length)
    if (next === undefined) return
    event.preventDefault()
    setTexts(next)
  }
  const save = () => {
    const { scheme } = designer.getState().design!
    const next = read.length === 0 && entry === undefined ? undefined : withValue(entry, read)
    designer.edit(
      labelOf('enter'),
      changeCase(scheme, row.index, (each) => ({ ...each, submission: withEntry(each.submission, place, next) })),
    )
    close()
  }
  const [problem] = problems
  return (
    <div className="trial-form">
      <h3>{item.label ?? item.id}</h3>
      <div className="trial-records">
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th scope="col" key={field.id}>
                  {field.unit === undefined ? field.id : signs.aside(field.id, field.unit)}
                </th>
              ))}
              <th scope="col" aria-label={w.removeRecord} />
            </tr>
          </thead>
          <tbody>
            {texts.map((each, at) => (
              // Rows have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                {fields.map((field, index) => (
                  <td key={field.id}>
                    <input
                      className="trial-record-field"
                      aria-label={`${field.id} ${at + 1}`}
                      aria-invalid={problems.some((of) => of.row === at && of.field === field)}
                      value={each[index] ?? ''}
                      onChange={(event) => set(at, index, event.target.value)}
                      onPaste={(event) => onPaste(event, at, index)}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={w.removeRecord}
                    onClick={() => setTexts(texts.filter((_, place) => place !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem !== undefined && (
        <p className="trial-bad">
          {signs.headed(`${problem.field.id} ${problem.row + 1}`, '')}
          {'refused' in problem.reading
            ? refusalText(
                problem.reading,
                { key: '', title: problem.field.id, place, item: problem.field as Item },
                language,
                w,
              )
            : `${w.questions[problem.reading.question]} ${problem.reading.readings.map(({ text }) => text).join(w.comma)}`}
        </p>
      )}
      <div className="trial-row">
        <Button icon={<PlusOutlined />} onClick={() => setTexts([...texts, blank()])} disabled={fields.length === 0}>
          {w.addRecord}
        </Button>
        <span className="trial-gap" />
        <Button onClick={close}>{w.cancel}</Button>
        <Button type="primary" disabled={problems.length > 0} onClick={save}>
          {w.ok}
        </Button>
      </div>
    </div>
  )
}
