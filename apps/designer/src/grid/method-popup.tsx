import { isBranch, type Leaf, type Scoring } from '@yardstick/model'
import { Button } from 'antd'
import { useState } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import { MethodEditor } from '../parts/method/method-editor.tsx'
import { MethodPicker } from '../parts/method/method-picker.tsx'
import { type RuleChange, ruleEdit } from '../parts/method/rule-change.ts'
import { useLeafView } from '../parts/method/use-leaf-view.ts'
import { methodLabel } from '../parts/method/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { readMethodText } from './commit.ts'
import { seatIn } from './structure.ts'
import { gridWords } from './words.ts'

/** The rule of a leaf under its cell: the method, its form, and the sentence, which can be typed instead. */
export function MethodPopup({ id, close }: { id: string; close: () => void }) {
  const node = useDesigner((state) => (state.design === null ? undefined : seatIn(state.design.scheme, id)?.node))
  if (node === undefined || isBranch(node)) return null
  return <LeafRule leaf={node} close={close} />
}

function LeafRule({ leaf, close }: { leaf: Leaf; close: () => void }) {
  const w = useWords(gridWords)
  const view = useLeafView(leaf)
  const setScoring = (scoring: Scoring) => {
    designer.edit(methodLabel('method'), { type: 'set-scoring', id: leaf.id, scoring })
  }
  const onChange = (change: RuleChange, join?: string) => {
    designer.edit(methodLabel('scoring'), ruleEdit(leaf.id, change), join === undefined ? {} : { join })
  }
  return (
    <div className="grid-method">
      <div className="grid-method-head">
        <MethodPicker leaf={leaf} onChange={setScoring} />
        <Button
          type="link"
          onClick={() => {
            close()
            designer.setView(({ panels }) => ({ panels: { ...panels, inspector: true } }))
          }}
        >
          {w.openInspector}
        </Button>
      </div>
      <MethodEditor scoring={leaf.scoring} leaf={leaf} view={view} onChange={onChange} />
      <Sentence leaf={leaf} />
    </div>
  )
}

/** The printed 评分标准; what is typed instead is read back when the field is left. */
function Sentence({ leaf }: { leaf: Leaf }) {
  const w = useWords(gridWords)
  const language = useLanguage()
  const printed = useDesigner((state) => state.results.leaves[leaf.id]?.standard ?? '')
  const [draft, setDraft] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const commit = () => {
    if (draft === null || draft.trim() === printed) return setDraft(null)
    const { scheme } = designer.getState().design!
    const read = readMethodText(draft, leaf, scheme, language)
    if (!read.ok) {
      const [first] = read.issues
      return setTrouble(first === undefined ? w.standardUnread : issueText({ ...first, where: [] }, language))
    }
    designer.edit(methodLabel('standard'), { type: 'set-scoring', id: leaf.id, scoring: read.value })
    setDraft(null)
    setTrouble(null)
  }
  return (
    <label className="grid-sentence">
      <span>{w.sentence}</span>
      <textarea
        rows={3}
        value={draft ?? printed}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
            event.preventDefault()
            commit()
          }
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation()
            setDraft(null)
            setTrouble(null)
          }
        }}
      />
      <small className={trouble === null ? '' : 'grid-bad'}>{trouble ?? w.sentenceHint}</small>
    </label>
  )
}
