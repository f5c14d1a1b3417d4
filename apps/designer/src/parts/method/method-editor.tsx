import type { Scoring } from '@yardstick/model'
import type { ReactElement } from 'react'
import { BandsEditor } from './bands-editor.tsx'
import { ChecklistEditor } from './checklist-editor.tsx'
import { CurveEditor } from './curve-editor.tsx'
import type { RuleEditing } from './editing.ts'
import { FormulaEditor } from './formula-editor.tsx'
import { JudgementEditor } from './judgement-editor.tsx'
import { LevelsEditor } from './levels-editor.tsx'
import './method.css'
import { PassEditor } from './pass-editor.tsx'
import { RankEditor } from './rank-editor.tsx'
import { RatioEditor } from './ratio-editor.tsx'
import { ShareMetEditor } from './share-met-editor.tsx'
import { StepsEditor } from './steps-editor.tsx'
import { TableMethodEditor } from './table-editor.tsx'

/** The form of a rule: every parameter of its method. */
export function MethodEditor(editing: RuleEditing) {
  const Editor = EDITORS[editing.scoring.method] as (editing: RuleEditing) => ReactElement
  return <Editor key={`${editing.leaf.id} ${editing.scoring.method}`} {...editing} />
}

const EDITORS: {
  readonly [M in Scoring['method']]: (editing: RuleEditing<Extract<Scoring, { method: M }>>) => ReactElement
} = {
  ratio: RatioEditor,
  steps: StepsEditor,
  bands: BandsEditor,
  curve: CurveEditor,
  pass: PassEditor,
  checklist: ChecklistEditor,
  levels: LevelsEditor,
  judgement: JudgementEditor,
  formula: FormulaEditor,
  table: TableMethodEditor,
  'share-met': ShareMetEditor,
  rank: RankEditor,
}
