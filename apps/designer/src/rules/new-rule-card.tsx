import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { freeRuleId, type RuleDraft, ruleOf, wanting } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { ruleWords } from './words.ts'

/** A rule being written: it lives here until nothing is wanting, and then joins the scheme as one step. */
export function NewRuleCard({ start, onDone }: { start: RuleDraft; onDone: (added: string | null) => void }) {
  const w = useWords(ruleWords)
  const [draft, setDraft] = useState(start)
  const missing = wanting(draft)
  const join = () => {
    const { rules = [] } = designer.getState().design!.scheme
    const rule = ruleOf(draft, freeRuleId(rules, draft.effect))
    if (rule === undefined) return
    const label = { zh: ruleWords.zh.edits.add, en: ruleWords.en.edits.add }
    if (designer.edit(label, { type: 'add-rule', index: rules.length, rule }).length === 0) onDone(rule.id)
  }
  return (
    <article className="rules-card rules-card-new" aria-label={w.new(w.kinds[draft.effect])}>
      <div className="rules-card-head">
        <span className={`rules-kind rules-kind-${draft.effect}`}>{w.kinds[draft.effect]}</span>
        <strong className="rules-new-title">{w.new(w.kinds[draft.effect])}</strong>
        <span className="rules-wanting" role="status">
          {missing.length > 0 && w.wanting(missing.map((each) => w.wants[each]))}
        </span>
        <Button type="primary" disabled={missing.length > 0} onClick={join}>
          {w.join}
        </Button>
        <Button onClick={() => onDone(null)}>{w.cancel}</Button>
      </div>
      <RuleForm draft={draft} onChange={setDraft} />
    </article>
  )
}
