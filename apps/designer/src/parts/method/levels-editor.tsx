import { PlusOutlined } from '@ant-design/icons'
import type { Level, LevelsScoring } from '@yardstick/model'
import { Button } from 'antd'
import { ChoiceField } from '../field/choice-field.tsx'
import { DecimalField } from '../field/decimal-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { replacedAt } from './list-moves.ts'
import { RowButtons } from './row-buttons.tsx'
import { methodWords } from './words.ts'

const SHARE = { percent: 'always' } as const

/** Judged levels, best first: each a fixed share of the points, or a range in which the evaluator puts a number. */
export function LevelsEditor({ scoring, onChange }: RuleEditing<LevelsScoring>) {
  const w = useWords(methodWords)
  const { levels } = scoring
  const set = (next: Level[]) => onChange({ scoring: { ...scoring, levels: next } })
  const add = () => {
    const names = new Set(levels.map((level) => level.name))
    let number = levels.length + 1
    while (names.has(w.levelNew(number))) number++
    set([...levels, { name: w.levelNew(number), share: '0%' }])
  }
  return (
    <div className="method-list">
      {levels.map((level, index) => {
        const isRange = level.share === undefined
        const others = new Set(levels.filter((each) => each !== level).map((each) => each.name))
        const change = (next: Level) => set(replacedAt(levels, index, next))
        return (
          <div className="method-element" key={level.name}>
            <div className="method-element-head">
              <span className="method-number">{index + 1}</span>
              <TextField
                value={level.name}
                isOptional={false}
                label={`${w.levelName} ${index + 1}`}
                check={(text) => !others.has(text)}
                onCommit={(name) => change({ ...level, name: name! })}
              />
              <RowButtons values={levels} index={index} name={level.name} onChange={set} />
            </div>
            <div className="method-element-row">
              <ChoiceField
                value={isRange ? 'range' : 'fixed'}
                choices={w.levelKinds}
                label={`${w.levelShare} ${level.name}`}
                onChange={(kind) => change(ofKind(level, kind!))}
              />
              {isRange ? (
                <>
                  <DecimalField
                    value={level.from}
                    label={`${level.name} ${w.low}`}
                    form={SHARE}
                    width={68}
                    onCommit={(from) => change({ ...level, from: from! })}
                  />
                  <span>–</span>
                  <DecimalField
                    value={level.to}
                    label={`${level.name} ${w.high}`}
                    form={SHARE}
                    width={68}
                    onCommit={(to) => change({ ...level, to: to! })}
                  />
                </>
              ) : (
                <DecimalField
                  value={level.share}
                  label={`${level.name} ${w.levelShare}`}
                  form={SHARE}
                  width={68}
                  onCommit={(share) => change({ ...level, share: share! })}
                />
              )}
            </div>
          </div>
        )
      })}
      <Button className="method-add" type="dashed" icon={<PlusOutlined />} onClick={add}>
        {w.levelAdd}
      </Button>
    </div>
  )
}

function ofKind({ name, share, from, to }: Level, kind: 'fixed' | 'range'): Level {
  const best = share ?? to ?? '100%'
  return kind === 'fixed' ? { name, share: best } : { name, from: from ?? '0%', to: best }
}
