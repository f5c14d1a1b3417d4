import { PlusOutlined } from '@ant-design/icons'
import { type CurveScoring, Exact } from '@yardstick/model'
import { Button } from 'antd'
import { announce } from '../announce.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { EdgeField } from '../field/edge-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { replacedAt } from './list-moves.ts'
import { RowButtons } from './row-buttons.tsx'
import { ScoreField } from './score-field.tsx'
import { methodWords } from './words.ts'

/** The anchors of a line in ascending order, and what lies outside them. */
export function CurveEditor({ scoring, view, onChange }: RuleEditing<CurveScoring>) {
  const w = useWords(methodWords)
  const { anchors } = scoring
  const ratioUnit = Exact.fromText(view?.curve?.ratioUnit ?? '1')!
  const at = (text: string) => (text.endsWith('%') ? Exact.of(text).over(ratioUnit) : Exact.of(text))
  const set = (next: CurveScoring) => onChange({ scoring: next })
  const move = (index: number, text: string) => {
    const [before, after] = [anchors[index - 1], anchors[index + 1]]
    const value = at(text)
    const isBetween = (!before || at(before.at).lessThan(value)) && (!after || value.lessThan(at(after.at)))
    if (isBetween) set({ ...scoring, anchors: replacedAt(anchors, index, { ...anchors[index]!, at: text }) })
    else announce(w.bandBad)
  }
  const add = () => {
    const [last, before] = [anchors.at(-1)!, anchors.at(-2)!]
    const isPercent = last.at.endsWith('%')
    const next = at(last.at).times(Exact.integer(2)).minus(at(before.at))
    const text = isPercent ? `${next.times(ratioUnit).times(Exact.integer(100)).toText()}%` : next.toText()
    set({ ...scoring, anchors: [...anchors, { at: text, score: last.score }] })
  }
  return (
    <>
      <table className="method-table">
        <thead>
          <tr>
            <th>{w.anchorAt}</th>
            <th>{w.bandScore}</th>
            <th aria-label={w.remove} />
          </tr>
        </thead>
        <tbody>
          {anchors.map((anchor, index) => (
            <tr key={anchor.at}>
              <td>
                <EdgeField
                  value={anchor.at}
                  isDate={view?.context.valueType === 'date'}
                  onCommit={(next) => move(index, next)}
                  label={`${w.anchorAt} ${index + 1}`}
                  unit={view?.context.unit}
                />
              </td>
              <td>
                <ScoreField
                  value={anchor.score}
                  label={`${w.bandScore} ${index + 1}`}
                  onCommit={(score) => set({ ...scoring, anchors: replacedAt(anchors, index, { ...anchor, score }) })}
                />
              </td>
              <td>
                <RowButtons
                  values={anchors}
                  index={index}
                  name={anchor.at}
                  isOrdered={false}
                  least={2}
                  onChange={(next) => set({ ...scoring, anchors: next })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button className="method-add" type="dashed" icon={<PlusOutlined />} onClick={add}>
        {w.anchorAdd}
      </Button>
      {(['below', 'above'] as const).map((side) => (
        <FieldRow key={side} label={side === 'below' ? w.below2 : w.above2}>
          <ChoiceField
            value={scoring[side]}
            choices={w.outsides}
            label={side === 'below' ? w.below2 : w.above2}
            onChange={(next) => set({ ...scoring, [side]: next! })}
          />
        </FieldRow>
      ))}
    </>
  )
}
