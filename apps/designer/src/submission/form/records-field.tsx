import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { InputRecord, Item } from '@yardstick/model'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { fieldsOf, readRecords, recordTexts, withBlock, withText } from '../../parts/entry/records.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { isComposing } from '../../parts/field/is-composing.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { Entering } from './use-entering.ts'
import { formPartWords } from './words.ts'

/**
 * The records of a list as a small table: a block from Excel is pasted into any of its fields. It is written when it is
 * left, and all of it can be meant in one way only.
 */
export function RecordsField({ item, entering }: { item: Item; entering: Entering }) {
  const w = useWords(formPartWords)
  const e = useWords(entryWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const value = entering.layer?.value
  const records: readonly InputRecord[] = Array.isArray(value) ? value : []
  const fields = fieldsOf(item, records)
  const [draft, setDraft] = useState<readonly (readonly string[])[] | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const blank = () => fields.map(() => '')
  const texts = draft ?? recordTexts(fields, records, e)
  // There is always a line to write into.
  const shown = texts.length === 0 ? [blank()] : texts
  const { records: read, problems } = readRecords(fields, shown)
  const set = (at: number, index: number, text: string) => setDraft(withText(shown, at, index, text))
  const write = (next: readonly (readonly string[])[]) => {
    const { records: taken, problems: left } = readRecords(fields, next)
    if (left.length > 0) return
    if (taken.length === 0) entering.clear()
    else entering.put(taken)
    setDraft(null)
  }
  const onPaste = (event: ClipboardEvent, at: number, index: number) => {
    const next = withBlock(shown, at, index, event.clipboardData.getData('text/plain'), fields.length)
    if (next === undefined) return
    event.preventDefault()
    setDraft(next)
  }
  const focusAt = (at: number, index: number) =>
    table.current?.querySelectorAll('tbody tr')[at]?.querySelectorAll('input')[index]?.focus()
  const onKeyDown = (event: KeyboardEvent, at: number, index: number) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1
    if (event.key !== 'Enter' && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    // At the end Enter begins a new record.
    if (event.key === 'Enter' && at + step === shown.length && shown[at]!.some((text) => text !== '')) {
      setDraft([...shown, blank()])
      requestAnimationFrame(() => focusAt(at + 1, 0))
    } else focusAt(at + step, index)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for its fields being left
    <div
      className="form-records"
      onBlur={(event) => {
        if (draft !== null && !event.currentTarget.contains(event.relatedTarget)) write(shown)
      }}
    >
      <table ref={table}>
        <thead>
          <tr>
            {fields.map((field) => (
              <th scope="col" key={field.id}>
                {field.unit === undefined ? field.id : signs.aside(field.id, field.unit)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((each, at) => (
            // Rows have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              {fields.map((field, index) => (
                <td key={field.id}>
                  <input
                    className="form-field"
                    aria-label={w.at(field.id, at + 1)}
                    aria-invalid={problems.some((of) => of.row === at && of.field === field)}
                    data-entry={at === 0 && index === 0 ? item.id : undefined}
                    value={each[index] ?? ''}
                    autoComplete="off"
                    onChange={(event) => set(at, index, event.target.value)}
                    onPaste={(event) => onPaste(event, at, index)}
                    onKeyDown={(event) => onKeyDown(event, at, index)}
                  />
                </td>
              ))}
              <td>
                <Button
                  type="text"
                  className="form-tool"
                  icon={<DeleteOutlined />}
                  aria-label={w.removeRecord(at + 1)}
                  onClick={() => write(shown.filter((_, row) => row !== at))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.slice(0, 3).map(({ row, field, reading }) => (
        <p className="form-wrong" role="alert" key={`${row} ${field.id}`}>
          {signs.headed(
            w.at(field.id, row + 1),
            'question' in reading
              ? w.questions[reading.question] + reading.readings.map(({ text }) => text).join(signs.list)
              : reading.refused === 'issue'
                ? issueText({ ...reading.issue, where: [] }, language)
                : reading.refused === 'unit'
                  ? w.refusedUnit(field.unit ?? '')
                  : w.refused[reading.refused],
          )}
        </p>
      ))}
      <p className="form-records-foot">
        <Button type="text" className="form-tool" icon={<PlusOutlined />} onClick={() => setDraft([...shown, blank()])}>
          {w.addRecord}
        </Button>
        <span>{w.records(read.length)}</span>
        <span className="form-tool">{w.recordsHint}</span>
      </p>
    </div>
  )
}
