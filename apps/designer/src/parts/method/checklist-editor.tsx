import { PlusOutlined } from '@ant-design/icons'
import { type ChecklistElement, type ChecklistScoring, Exact, type Met, sum } from '@yardstick/model'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { ChoiceField } from '../field/choice-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { useWords } from '../words.ts'
import { type RuleEditing, withField } from './editing.ts'
import { ItemPicker } from './item-picker.tsx'
import { replacedAt } from './list-moves.ts'
import { RowButtons } from './row-buttons.tsx'
import { ScoreField } from './score-field.tsx'
import { useFacts } from './use-facts.ts'
import { methodWords } from './words.ts'

/** Elements one below the other: text, points, how each is met, and which one nothing goes without. */
export function ChecklistEditor({ scoring, leaf, onChange }: RuleEditing<ChecklistScoring>) {
  const w = useWords(methodWords)
  const { elements } = scoring
  const set = (next: ChecklistElement[]) => onChange({ scoring: { ...scoring, elements: next } })
  const add = () => {
    const ids = new Set(elements.map((element) => element.id))
    let number = elements.length + 1
    while (ids.has(String(number))) number++
    set([...elements, { id: String(number), text: w.elementNew(number), score: '0', met: 'judged' }])
  }
  const points = Exact.of(leaf.points)
  const total = sum(
    elements.map(({ score }) => (score.endsWith('%') ? Exact.of(score).times(points) : Exact.of(score))),
  )
  const isRight = total.equals(points)
  return (
    <div className="method-list">
      {elements.map((element, index) => (
        <ElementEditor
          key={element.id}
          element={element}
          index={index}
          onChange={(next) => set(replacedAt(elements, index, next))}
          buttons={<RowButtons values={elements} index={index} name={element.text} onChange={set} />}
        />
      ))}
      <div className="method-foot">
        <Button className="method-add" type="dashed" icon={<PlusOutlined />} onClick={add}>
          {w.elementAdd}
        </Button>
        <span className={isRight ? 'method-right' : 'method-wrong'}>
          {isRight ? w.elementSumRight(total.toText()) : w.elementSum(total.round(4).toText(), leaf.points)}
        </span>
      </div>
    </div>
  )
}

type MetKind = 'judged' | 'item' | 'evidence' | 'condition'

function ElementEditor({
  element,
  index,
  onChange,
  buttons,
}: {
  element: ChecklistElement
  index: number
  onChange: (next: ChecklistElement) => void
  buttons: React.ReactNode
}) {
  const w = useWords(methodWords)
  const items = useDesigner((state) => state.design!.scheme.items)
  const facts = useFacts()
  // A way that still lacks its item or condition stands here only.
  const [wanted, setWanted] = useState<MetKind | null>(null)
  const stored = kindOf(element.met)
  const kind = wanted ?? stored
  const setMet = (met: Met) => {
    setWanted(null)
    onChange({ ...element, met })
  }
  const name = `${index + 1}`
  return (
    <div className="method-element">
      <div className="method-element-head">
        <span className="method-number">{name}</span>
        <TextField
          value={element.text}
          isOptional={false}
          rows={1}
          label={`${w.elementText} ${name}`}
          onCommit={(text) => onChange({ ...element, text: text!.replace(/\s*\n\s*/g, ' ') })}
        />
        {buttons}
      </div>
      <div className="method-element-row">
        <span className="method-score">
          <ScoreField
            value={element.score}
            label={`${w.bandScore} ${name}`}
            onCommit={(score) => onChange({ ...element, score })}
          />
        </span>
        <ChoiceField
          value={kind}
          choices={w.mets}
          label={`${w.met} ${name}`}
          onChange={(next) => (next === 'judged' ? setMet('judged') : setWanted(next === stored ? null : next!))}
        />
        <Checkbox
          checked={element.gate === true}
          title={w.gateHint}
          onChange={(event) => onChange(withField(element, 'gate', event.target.checked ? true : undefined))}
        >
          {w.gate}
        </Checkbox>
      </div>
      {kind === 'item' && (
        <ItemPicker
          value={typeof element.met === 'object' && 'item' in element.met ? element.met.item : undefined}
          items={items.filter((item) => item.type === 'boolean')}
          newType="boolean"
          label={w.metItem}
          onChange={(item) => setMet({ item })}
        />
      )}
      {kind === 'evidence' && (
        <ItemPicker
          value={typeof element.met === 'object' && 'evidence' in element.met ? element.met.evidence : undefined}
          items={items}
          newType="boolean"
          label={w.metEvidence}
          onChange={(evidence) => setMet({ evidence })}
        />
      )}
      {kind === 'condition' && (
        <ConditionEditor
          value={typeof element.met === 'object' && 'condition' in element.met ? element.met.condition : undefined}
          facts={facts}
          label={`${w.mets.condition} ${name}`}
          onChange={(condition) => setMet({ condition })}
        />
      )}
    </div>
  )
}

function kindOf(met: Met): MetKind {
  if (met === 'judged') return 'judged'
  return 'item' in met ? 'item' : 'evidence' in met ? 'evidence' : 'condition'
}
