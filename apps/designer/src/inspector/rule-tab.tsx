import type { Leaf } from '@yardstick/model'
import { Segmented } from 'antd'
import { useState } from 'react'
import { CurvePicture } from '../parts/curve-picture/curve-picture.tsx'
import { MethodEditor } from '../parts/method/method-editor.tsx'
import { MethodPicker } from '../parts/method/method-picker.tsx'
import { type RuleChange, ruleEdit } from '../parts/method/rule-change.ts'
import { StepModes } from '../parts/method/step-modes.tsx'
import { useLeafContext } from '../parts/method/use-leaf-context.ts'
import { useLeafView } from '../parts/method/use-leaf-view.ts'
import { methodLabel } from '../parts/method/words.ts'
import { readingEdit, type TextRead } from '../parts/rule-reading/reading-edit.ts'
import { RuleSentence } from '../parts/rule-sentence/rule-sentence.tsx'
import { Locked } from '../parts/sharing/locked.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { Explanation } from './explanation.tsx'
import { RuleFormula } from './rule-formula.tsx'
import { speaksOfValue, ValueLead } from './value-lead.tsx'
import { inspectorWords } from './words.ts'

type Writing = keyof typeof inspectorWords.zh.views

/** The way of writing a person last chose, kept while they go from row to row. */
let lastWriting: Writing = 'sentence'

/** One stored rule, written as a sentence, a form or a formula; its picture, and what the sample gets by it. */
export function RuleTab({
  leaf,
  locked,
  onSource,
}: {
  leaf: Leaf
  /** Why the rule can only be read. */
  locked: string | undefined
  onSource: () => void
}) {
  const w = useWords(inspectorWords)
  const view = useLeafView(leaf)
  const context = useLeafContext(leaf, view)
  const standard = useDesigner((state) => state.results.leaves[leaf.id]?.standard ?? '')
  const [writing, setWriting] = useState(lastWriting)
  const change = (next: RuleChange, join?: string) => {
    const label = methodLabel(next.scoring === undefined ? 'target' : 'scoring')
    designer.edit(label, ruleEdit(leaf.id, next), join === undefined ? {} : { join: `${leaf.id} ${join}` })
  }
  const take = (read: TextRead) =>
    designer.edit(methodLabel('scoring'), readingEdit(leaf, read, designer.getState().design!.scheme))
  const choose = (next: Writing) => {
    lastWriting = next
    setWriting(next)
  }
  const { scoring } = leaf
  return (
    <>
      <div className="inspector-method">
        <Locked reason={locked}>
          <MethodPicker
            leaf={leaf}
            onChange={(next) =>
              designer.edit(methodLabel('method'), { type: 'set-scoring', id: leaf.id, scoring: next })
            }
          />
        </Locked>
        <Segmented<Writing>
          value={writing}
          aria-label={w.view}
          options={(Object.keys(w.views) as Writing[]).map((key) => ({ value: key, label: w.views[key] }))}
          onChange={choose}
        />
      </div>
      <Locked reason={locked}>
        {writing === 'sentence' && speaksOfValue(leaf) && <ValueLead leaf={leaf} onFormula={onSource} />}
        {writing === 'sentence' && view !== null && (
          <RuleSentence leaf={leaf} context={context} onChange={change} onRead={take} />
        )}
        {view?.curve != null && (
          <CurvePicture view={view.curve} scoring={scoring} target={leaf.target} standard={standard} onEdit={change} />
        )}
        {writing === 'sentence' && scoring.method === 'steps' && (
          <StepModes scoring={scoring} leaf={leaf} view={view} onChange={change} />
        )}
        {writing === 'form' && <MethodEditor scoring={scoring} leaf={leaf} view={view} onChange={change} />}
        {writing === 'formula' && <RuleFormula leaf={leaf} view={view} onChange={change} />}
      </Locked>
      <Explanation leaf={leaf} />
    </>
  )
}
