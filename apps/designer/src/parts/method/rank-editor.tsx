import { PlusOutlined } from '@ant-design/icons'
import type { DistanceScoring, RankScoring } from '@yardstick/model'
import { Button } from 'antd'
import { ChoiceField } from '../field/choice-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { TextField } from '../field/text-field.tsx'
import { useLanguage, useWords } from '../words.ts'
import { BandsEditor } from './bands-editor.tsx'
import { CurveEditor } from './curve-editor.tsx'
import { scoringOf } from './default-scoring.ts'
import { type RuleEditing, withField } from './editing.ts'
import { replacedAt } from './list-moves.ts'
import { RowButtons } from './row-buttons.tsx'
import { ScoreField } from './score-field.tsx'
import { StepsEditor } from './steps-editor.tsx'
import { methodWords } from './words.ts'

/** Within a group: points by place, ratio to the best, or the distance from the mean with a rule of its own. */
export function RankEditor(editing: RuleEditing<RankScoring>) {
  const { scoring, onChange } = editing
  const w = useWords(methodWords)
  const { rule } = scoring
  const setRule = (next: RankScoring['rule']) => onChange({ scoring: { ...scoring, rule: next } })
  const chooseBy = (by: RankScoring['rule']['by']) => {
    if (by === rule.by) return
    if (by === 'best') setRule({ by })
    else if (by === 'place') setRule({ by, places: ['100%', '80%', '60%'], otherwise: '0' })
    else {
      const side = { size: '1', per: 'unit', deduct: '1' } as const
      setRule({ by, distance: 'absolute', scoring: { method: 'steps', below: side, count: 'prorata' } })
    }
  }
  return (
    <>
      <FieldRow label={w.order}>
        <ChoiceField
          value={scoring.order}
          choices={w.orders}
          none={w.orderDefault}
          label={w.order}
          onChange={(order) => onChange({ scoring: withField(scoring, 'order', order) })}
        />
      </FieldRow>
      <FieldRow label={w.within} hint={w.withinHint}>
        <TextField
          value={scoring.within}
          label={w.within}
          check={(text) => !/[[\]]/.test(text)}
          onCommit={(within) => onChange({ scoring: withField(scoring, 'within', within) })}
        />
      </FieldRow>
      <FieldRow label={w.rankBy}>
        <ChoiceField value={rule.by} choices={w.rankBys} label={w.rankBy} onChange={(by) => chooseBy(by!)} />
      </FieldRow>
      {rule.by === 'place' && <Places rule={rule} onChange={setRule} />}
      {rule.by === 'mean' && <Distance {...editing} rule={rule} onRule={setRule} />}
    </>
  )
}

type PlaceRule = Extract<RankScoring['rule'], { by: 'place' }>

function Places({ rule, onChange }: { rule: PlaceRule; onChange: (next: PlaceRule) => void }) {
  const w = useWords(methodWords)
  const { places } = rule
  return (
    <div className="method-list">
      {places.map((score, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
        <div className="method-place" key={index}>
          <span>{w.place(index + 1)}</span>
          <ScoreField
            value={score}
            label={w.place(index + 1)}
            onCommit={(next) => onChange({ ...rule, places: replacedAt(places, index, next) })}
          />
          <RowButtons
            values={places}
            index={index}
            name={w.place(index + 1)}
            isOrdered={false}
            onChange={(next) => onChange({ ...rule, places: next })}
          />
        </div>
      ))}
      <div className="method-place">
        <span>{w.placeOther}</span>
        <ScoreField
          value={rule.otherwise}
          label={w.placeOther}
          onCommit={(otherwise) => onChange({ ...rule, otherwise })}
        />
        <Button
          type="text"
          icon={<PlusOutlined />}
          title={w.placeAdd}
          aria-label={w.placeAdd}
          onClick={() => onChange({ ...rule, places: [...places, rule.otherwise] })}
        />
      </div>
    </div>
  )
}

type MeanRule = Extract<RankScoring['rule'], { by: 'mean' }>

function Distance({
  rule,
  onRule,
  ...editing
}: RuleEditing<RankScoring> & { rule: MeanRule; onRule: (next: MeanRule) => void }) {
  const w = useWords(methodWords)
  const language = useLanguage()
  const { leaf, view, onChange } = editing
  const { scoring } = rule
  const choose = (method: DistanceScoring['method']) => {
    const ground = { leaf: { name: leaf.name, points: leaf.points }, items: [], language }
    const next = scoringOf(method, scoring, ground)
    if (isDistance(next)) onRule({ ...rule, scoring: next })
  }
  const nested = {
    leaf,
    view,
    isDistance: true,
    onChange: (change: Parameters<typeof onChange>[0], join?: string) => {
      const inner = change.scoring
      if (isDistance(inner)) {
        onChange({ scoring: { ...editing.scoring, rule: { ...rule, scoring: inner } } }, join)
      }
    },
  }
  const { steps, bands, curve } = w.methods
  return (
    <>
      <FieldRow label={w.distance}>
        <ChoiceField
          value={rule.distance}
          choices={w.distances}
          label={w.distance}
          onChange={(distance) => onRule({ ...rule, distance: distance! })}
        />
      </FieldRow>
      <FieldRow label={w.distanceMethod}>
        <ChoiceField
          value={scoring.method}
          choices={{ steps, bands, curve }}
          label={w.distanceMethod}
          onChange={(method) => choose(method!)}
        />
      </FieldRow>
      {scoring.method === 'steps' && <StepsEditor scoring={scoring} {...nested} />}
      {scoring.method === 'bands' && <BandsEditor scoring={scoring} {...nested} />}
      {scoring.method === 'curve' && <CurveEditor scoring={scoring} {...nested} />}
    </>
  )
}

function isDistance(scoring: { method: string } | undefined): scoring is DistanceScoring {
  return scoring !== undefined && ['steps', 'bands', 'curve'].includes(scoring.method)
}
