import type { Entry } from '@yardstick/model'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../parts/words.ts'
import type { PastePlan } from './plan-paste.ts'
import { refusalText } from './refusal-text.ts'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'

/** More doubts than this are shown as a number; the table they come from is better mended first. */
const MOST_SHOWN = 200

/** What a paste would do: how much of it is clear, and each doubt with its readings. Nothing is applied before it is said. */
export function PastePreview({
  plan,
  onApply,
  onClose,
}: {
  plan: PastePlan
  onApply: (answers: ReadonlyMap<number, Entry>) => void
  onClose: () => void
}) {
  const w = useWords(viewWords)
  const language = useLanguage()
  const cases = useCases()
  const [answers, setAnswers] = useState<ReadonlyMap<number, Entry>>(new Map())
  const doubts = plan.cells.flatMap((cell, index) => ('entry' in cell.reading ? [] : [{ ...cell, index }]))
  const clear = plan.cells.filter(({ reading }) => 'entry' in reading && reading.entry !== undefined).length
  const empty = plan.cells.length - doubts.length - clear
  const nameOf = (row: number) => cases[row]?.name ?? plan.added[row - cases.length] ?? ''
  return (
    <Modal
      open
      title={w.previewTitle}
      width={760}
      okText={w.apply(clear + answers.size)}
      cancelText={w.cancel}
      onOk={() => onApply(answers)}
      onCancel={onClose}
    >
      <ul className="trial-preview">
        <li>{w.clearCells(clear)}</li>
        {empty > 0 && <li>{w.emptyCells(empty)}</li>}
        {plan.added.length > 0 && <li>{w.addedRows(plan.added.length, plan.added.slice(0, 5))}</li>}
        {plan.ignored.length > 0 && <li className="trial-bad">{w.ignoredColumns(plan.ignored)}</li>}
      </ul>
      {doubts.length > 0 && (
        <div className="trial-doubts">
          <table>
            <thead>
              <tr>
                <th scope="col">{w.name}</th>
                <th scope="col">{w.column}</th>
                <th scope="col">{w.text}</th>
                <th scope="col">{w.reading}</th>
              </tr>
            </thead>
            <tbody>
              {doubts.slice(0, MOST_SHOWN).map(({ row, column, text, reading, index }) => (
                <tr key={index}>
                  <td>{nameOf(row)}</td>
                  <td>{column.title}</td>
                  <td>{text}</td>
                  <td>
                    {'question' in reading && (
                      <Select
                        aria-label={`${nameOf(row)} ${column.title}`}
                        className="trial-choice"
                        placeholder={w.skip}
                        allowClear
                        value={reading.readings.findIndex(({ entry }) => entry === answers.get(index)) + 1 || null}
                        options={reading.readings.map((each, at) => ({ value: at + 1, label: each.text }))}
                        onChange={(at) => {
                          const next = new Map(answers)
                          const entry = at === null || at === undefined ? undefined : reading.readings[at - 1]?.entry
                          if (entry === undefined) next.delete(index)
                          else next.set(index, entry)
                          setAnswers(next)
                        }}
                      />
                    )}
                    {'refused' in reading && (
                      <span className="trial-bad">{refusalText(reading, column, language, w)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {doubts.length > MOST_SHOWN && <p>{w.moreDoubts(doubts.length - MOST_SHOWN)}</p>}
        </div>
      )}
    </Modal>
  )
}
