import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { ItemField } from '@yardstick/model'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import {
  fieldsOf,
  type RecordProblem,
  readRecords,
  recordTexts,
  withBlock,
  withText,
} from '../../parts/entry/records.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { isComposing } from '../../parts/field/is-composing.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { Modal } from '../../parts/modal.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { type DataLine, recordsOf } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, type Target } from './entering.ts'
import { countChanges, type RecordRow, rowsBeside } from './records-change.ts'
import { deskWords } from './words.ts'

/**
 * The records of a list as a table, beside what was reported of them. Whoever may correct them does it cell by cell, and
 * says by what: it becomes a layer of its own, under which what was reported stays.
 */
export function RecordsDialog({
  name,
  line: { item, layers },
  target,
  onClose,
}: {
  name: string
  line: DataLine
  /** Undefined where they are only looked at. */
  target: Extract<Target, { of: 'items' }> | undefined
  onClose: () => void
}) {
  const { records: w } = useWords(deskWords)
  const entries = useWords(entryWords)
  const { write } = useDesk()
  const id = useId()
  const reported = recordsOf(layers.reported)
  const own = target === undefined ? undefined : layers[target.layer]
  const shown = own ?? layers.overridden ?? layers.verified ?? layers.reported
  const fields = fieldsOf(item, [...reported, ...recordsOf(shown)])
  const before = recordTexts(fields, reported, entries)
  const [rows, setRows] = useState(() => rowsBeside(recordTexts(fields, recordsOf(shown), entries), before))
  const [why, setWhy] = useState(own?.why ?? '')
  const { records, problems } = readRecords(
    fields,
    rows.map(({ texts }) => texts),
  )
  const changes = countChanges(rows, before)
  const lacksReason = why.trim() === '' && (changes > 0 || target?.layer === 'overridden')
  const save = () => {
    if (target === undefined || problems.length > 0 || lacksReason) return
    write(asEntry(target, { layer: target.layer, value: records }, why.trim() === '' ? undefined : why.trim()), name)
    onClose()
  }
  const takeBack = () => {
    if (target !== undefined && own !== undefined) write(asEntry(target, undefined, undefined), name)
    onClose()
  }
  return (
    <Modal
      title={target === undefined ? w.open(name) : w.title(name)}
      width={Math.min(1100, 240 + fields.length * 150)}
      onCancel={onClose}
      footer={
        target === undefined ? (
          <Button onClick={onClose}>{w.close}</Button>
        ) : (
          <>
            {own !== undefined && <Button onClick={takeBack}>{w.takeBack}</Button>}
            <Button onClick={onClose}>{w.cancel}</Button>
            <Button type="primary" disabled={problems.length > 0 || lacksReason} onClick={save}>
              {w.save}
            </Button>
          </>
        )
      }
    >
      <RecordTable
        fields={fields}
        rows={rows}
        before={before}
        problems={problems}
        onChange={target === undefined ? undefined : setRows}
      />
      {target !== undefined && (
        <>
          <Button
            type="text"
            icon={<PlusOutlined />}
            onClick={() => setRows([...rows, { texts: fields.map(() => ''), reported: undefined }])}
          >
            {w.add}
          </Button>
          <p className="desk-records-changes" role="status">
            {changes === 0 ? w.same : w.changed(changes)}
          </p>
          <div className="desk-records-why">
            <label htmlFor={id}>{w.why}</label>
            <Input.TextArea
              id={id}
              rows={2}
              value={why}
              placeholder={w.whyHint}
              status={lacksReason ? 'warning' : ''}
              onChange={(event) => setWhy(event.target.value)}
            />
          </div>
          {lacksReason && <p className="desk-wanted">{w.whyNeeded}</p>}
        </>
      )}
      <Problems problems={problems} />
    </Modal>
  )
}

function RecordTable({
  fields,
  rows,
  before,
  problems,
  onChange,
}: {
  fields: readonly ItemField[]
  rows: readonly RecordRow[]
  before: readonly (readonly string[])[]
  problems: readonly RecordProblem[]
  onChange: ((rows: RecordRow[]) => void) | undefined
}) {
  const { records: w } = useWords(deskWords)
  const signs = useWords(signWords)
  const table = useRef<HTMLTableElement>(null)
  const put = (texts: readonly (readonly string[])[]) =>
    onChange?.(texts.map((row, at) => ({ texts: row, reported: rows[at]?.reported })))
  const all = rows.map(({ texts }) => texts)
  const onKeyDown = (event: KeyboardEvent, at: number, index: number) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'Enter' && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const step = event.key === 'ArrowUp' || event.shiftKey ? -1 : 1
    table.current?.querySelectorAll('tbody tr')[at + step]?.querySelectorAll('input')[index]?.focus()
  }
  return (
    <div className="desk-records">
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col" className="desk-records-head">
              {w.number}
            </th>
            {fields.map((field) => (
              <th scope="col" key={field.id} className="desk-records-head">
                {field.unit === undefined ? field.id : signs.aside(field.id, field.unit)}
              </th>
            ))}
            {onChange !== undefined && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ texts, reported }, at) => (
            // Rows have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              <th scope="row">
                {at + 1}
                {reported === undefined && <small>{w.added}</small>}
              </th>
              {fields.map((field, index) => {
                const was = reported === undefined ? undefined : (before[reported]?.[index] ?? '')
                const isOther = was !== undefined && was !== texts[index]
                const isWrong = problems.some((of) => of.row === at && of.field === field)
                return (
                  <td key={field.id} className={isOther ? 'desk-records-other' : ''}>
                    {onChange === undefined ? (
                      texts[index]
                    ) : (
                      <Input
                        aria-label={w.at(field.id, at + 1)}
                        value={texts[index] ?? ''}
                        status={isWrong ? 'error' : ''}
                        onChange={(event) => put(withText(all, at, index, event.target.value))}
                        onPaste={(event) => {
                          const next = withBlock(
                            all,
                            at,
                            index,
                            event.clipboardData.getData('text/plain'),
                            fields.length,
                          )
                          if (next === undefined) return
                          event.preventDefault()
                          put(next)
                        }}
                        onKeyDown={(event) => onKeyDown(event, at, index)}
                      />
                    )}
                    {isOther && <small>{w.was(was)}</small>}
                  </td>
                )
              })}
              {onChange !== undefined && (
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={w.remove(at + 1)}
                    onClick={() => onChange(rows.filter((_, place) => place !== at))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Problems({ problems }: { problems: readonly RecordProblem[] }) {
  const w = useWords(deskWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  return problems.slice(0, 3).map(({ row, field, reading }) => (
    <p className="desk-wrong" role="alert" key={`${row} ${field.id}`}>
      {signs.headed(
        w.records.at(field.id, row + 1),
        'question' in reading
          ? w.records.meant(reading.readings.map(({ text }) => text).join(signs.list))
          : reading.refused === 'issue'
            ? issueText({ ...reading.issue, where: [] }, language)
            : w.refused[reading.refused],
      )}
    </p>
  ))
}
