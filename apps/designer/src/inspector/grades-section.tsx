import { DeleteOutlined, SplitCellsOutlined } from '@ant-design/icons'
import type { Grade } from '@yardstick/model'
import { Button } from 'antd'
import { announce } from '../parts/announce.ts'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { setSchemeField } from './edit-scheme.ts'
import { GradeStrip } from './grade-strip.tsx'
import { nationalGrades, renamed, splitGrade, withBound, withoutGrade } from './grade-table.ts'
import { gradesLabel, schemeWords } from './scheme-words.ts'

/** Grades by their lower bounds, and where the samples' totals fall among them. */
export function GradesSection() {
  const w = useWords(schemeWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const { grades } = scheme
  const top = scheme.ceiling ?? scheme.fullScore
  const set = (next: Grade[] | null | undefined) => {
    if (next === undefined) announce(w.gradeBad)
    else designer.edit(gradesLabel, { type: 'set-grades', grades: next })
  }
  if (grades === undefined) {
    return (
      <>
        <p className="method-note">{w.gradesNone}</p>
        <Button onClick={() => set(nationalGrades(scheme.fullScore, w.national))}>{w.gradesSet}</Button>
      </>
    )
  }
  const names = new Set(grades.map((grade) => grade.name))
  const newName = () => {
    let name = w.gradeNew
    for (let number = 2; names.has(name); number++) name = `${w.gradeNew}${number}`
    return name
  }
  return (
    <>
      <GradeStrip grades={grades} top={top} />
      <table className="method-table">
        <thead>
          <tr>
            <th>{w.gradeName}</th>
            <th>{w.gradeFrom}</th>
            <th>{w.gradeUpTo}</th>
            <th aria-label={w.gradeRemove} />
          </tr>
        </thead>
        <tbody>
          {grades.map((grade, index) => (
            <tr key={grade.name}>
              <td>
                <TextField
                  value={grade.name}
                  isOptional={false}
                  label={`${w.gradeName} ${index + 1}`}
                  check={(name) => !/[[\]]/.test(name) && (name === grade.name || !names.has(name))}
                  onCommit={(name) => set(renamed(grades, index, name!))}
                />
              </td>
              <td>
                {grade.from === undefined ? (
                  <span className="method-note">{w.gradeLowest}</span>
                ) : (
                  <DecimalField
                    value={grade.from}
                    label={`${grade.name} ${w.gradeFrom}`}
                    form={{ isNegativeAllowed: true }}
                    onCommit={(from) => set(withBound(grades, index, from!))}
                  />
                )}
              </td>
              <td className="scheme-up-to">{grades[index - 1]?.from ?? '—'}</td>
              <td className="method-buttons">
                <Button
                  type="text"
                  icon={<SplitCellsOutlined />}
                  title={w.gradeSplit}
                  aria-label={`${w.gradeSplit} ${grade.name}`}
                  onClick={() => set(splitGrade(grades, index, newName(), top))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  title={w.gradeRemove}
                  aria-label={`${w.gradeRemove} ${grade.name}`}
                  disabled={grades.length < 2}
                  onClick={() => set(withoutGrade(grades, index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FieldRow label={w.gradeBasis}>
        <ChoiceField
          value={scheme.gradeBasis}
          choices={w.gradeBases}
          none={w.gradeBasisNone}
          label={w.gradeBasis}
          onChange={(next) => setSchemeField('gradeBasis', next)}
        />
        <Button type="link" onClick={() => set(null)}>
          {w.gradesOff}
        </Button>
      </FieldRow>
    </>
  )
}
