import type { Leaf } from '@yardstick/model'
import { CurvePicture } from '../parts/curve-picture/curve-picture.tsx'
import { MethodEditor } from '../parts/method/method-editor.tsx'
import { MethodPicker } from '../parts/method/method-picker.tsx'
import { type RuleChange, ruleEdit } from '../parts/method/rule-change.ts'
import { useLeafView } from '../parts/method/use-leaf-view.ts'
import { methodLabel } from '../parts/method/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { Explanation } from './explanation.tsx'

/** One stored rule: its 评分标准, its parameters, its picture, and what the sample gets by it. */
export function RuleTab({ leaf }: { leaf: Leaf }) {
  const view = useLeafView(leaf)
  const standard = useDesigner((state) => state.results.leaves[leaf.id]?.standard ?? '')
  const change = (next: RuleChange, join?: string) => {
    const label = methodLabel(next.scoring === undefined ? 'target' : 'scoring')
    designer.edit(label, ruleEdit(leaf.id, next), join === undefined ? {} : { join: `${leaf.id} ${join}` })
  }
  return (
    <>
      <div className="inspector-method">
        <MethodPicker
          leaf={leaf}
          onChange={(scoring) => designer.edit(methodLabel('method'), { type: 'set-scoring', id: leaf.id, scoring })}
        />
      </div>
      <p className="inspector-standard">{standard}</p>
      {view?.curve != null && (
        <CurvePicture
          view={view.curve}
          scoring={leaf.scoring}
          target={leaf.target}
          standard={standard}
          onEdit={change}
        />
      )}
      <MethodEditor scoring={leaf.scoring} leaf={leaf} view={view} onChange={change} />
      <Explanation leaf={leaf} />
    </>
  )
}
