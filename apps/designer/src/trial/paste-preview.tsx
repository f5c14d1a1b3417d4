import type { Entry } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { CellChoice } from '../parts/entry/read-cell.ts'
import { Modal } from '../parts/modal.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import type { PastePlan, PlannedCell } from './plan-paste.ts'
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
  /** Cells of the same column that are asked the same and have no answer yet. */
  const alike = (like: PlannedCell) =>
    doubts.filter(
      ({ column, reading, index }) =>
        column === like.column &&
        !answers.has(index) &&
        'question' in reading &&
        'question' in like.reading &&
        reading.question === like.reading.question,
    )
  const answerAlike = (like: PlannedCell, at: number) => {
    const next = new Map(answers)
    for (const { reading, index } of alike(like)) {
      const entry = 'question' in reading ? reading.readings[at]?.entry : undefined
      if (entry !== undefined) next.set(index, entry)
    }
    setAnswers(next)
  }
  const nameOf = (row: number) => cases[row]?.name ?? plan.added[row - cases.length] ?? ''
  return (
    <Modal
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
        {plan.converted.map(({ head, from, to }) => (
          <li key={head}>{w.convertedColumn(head, from, to)}</li>
        ))}
        {plan.totals.length > 0 && <li>{w.totalRows(plan.totals)}</li>}
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
                      <ReadingSelect
                        label={`${nameOf(row)} ${column.title}`}
                        readings={reading.readings}
                        answer={answers.get(index)}
                        // A unit is named in every text; how a rate is written is a matter of the whole column.
                        alike={reading.question === 'rate' ? alike({ row, column, text, reading }).length : 0}
                        onAlike={(at) => answerAlike({ row, column, text, reading }, at)}
                        onAnswer={(entry) => {
                          const next = new Map(answers)
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

/** The readings of one text to choose from; once one is chosen, it can be chosen for all that are like it. */
function ReadingSelect({
  label,
  readings,
  answer,
  alike,
  onAnswer,
  onAlike,
}: {
  label: string
  readings: readonly CellChoice[]
  answer: Entry | undefined
  alike: number
  onAnswer: (entry: Entry | undefined) => void
  onAlike: (at: number) => void
}) {
  const w = useWords(viewWords)
  const chosen = readings.findIndex(({ entry }) => entry === answer)
  return (
    <>
      <Select
        aria-label={label}
        className="trial-choice"
        placeholder={w.skip}
        allowClear
        value={chosen < 0 ? null : chosen}
        options={readings.map((each, at) => ({ value: at, label: each.text }))}
        onChange={(at) => onAnswer(at === null || at === undefined ? undefined : readings[at]?.entry)}
      />
      {chosen >= 0 && alike > 0 && (
        <Button type="link" onClick={() => onAlike(chosen)}>
          {w.answerAlike(alike)}
        </Button>
      )}
    </>
  )
}
