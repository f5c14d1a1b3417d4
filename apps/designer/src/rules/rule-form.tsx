import { stageOfRule } from '@yardstick/engine'
import type { Condition } from '@yardstick/model'
import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import { ConditionEditor } from '../parts/condition/condition-editor.tsx'
import { factsOf } from '../parts/condition/facts.ts'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { AmountField } from './amount-field.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { type RuleDraft, type RuleParams, targetOf, withEffect } from './rule-draft.ts'
import { TargetPicker } from './target-picker.tsx'
import { ruleWords } from './words.ts'

/** Everything a rule says, as a form: what it does on the left, when on the right. */
export function RuleForm({
  draft,
  onChange,
}: {
  draft: RuleDraft
  onChange: (next: RuleDraft, join?: string) => void
}) {
  const w = useWords(ruleWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const { effect, params } = draft
  const target = targetOf[effect]
  const stage = stageOfRule({ event: { type: effect, params } as never })
  const facts = useMemo(() => factsOf(scheme, stage, language), [scheme, stage, language])
  const setParams = (change: Partial<RuleParams>) => onChange({ ...draft, params: { ...params, ...change } })
  return (
    <div className="rules-form">
      <div className="rules-form-what">
        <FieldRow label={w.name}>
          <TextField
            value={draft.name}
            label={w.name}
            isOptional={false}
            check={isName}
            onCommit={(name) => onChange({ ...draft, name: name ?? draft.name })}
          />
        </FieldRow>
        <FieldRow label={w.kind} hint={w.kindHints[effect]}>
          <ChoiceField
            value={effect}
            choices={w.kinds}
            label={w.kind}
            onChange={(next) => next !== undefined && onChange(withEffect(draft, next, scheme))}
          />
        </FieldRow>
        {target !== 'none' && (
          <FieldRow label={w.target}>
            <TargetPicker
              value={params.indicator}
              isLeafOnly={target !== 'any-or-none'}
              none={target === 'leaf' ? undefined : target === 'leaf-or-total' ? w.total : w.noTarget}
              onChange={(indicator) => setParams({ indicator })}
            />
          </FieldRow>
        )}
        {(effect === 'deduct' || effect === 'bonus') && <AmountField params={params} onChange={setParams} />}
        {effect === 'cap-grade' && <GradeField value={params.grade} onChange={(grade) => setParams({ grade })} />}
        {effect === 'veto' && (
          <FieldRow label={w.total}>
            <Checkbox
              checked={params.total === 'zero'}
              onChange={(event) => setParams({ total: event.target.checked ? 'zero' : undefined })}
            >
              {w.zeroTotal}
            </Checkbox>
          </FieldRow>
        )}
        <FieldRow label={w.reason}>
          <TextField
            value={params.reason}
            label={w.reason}
            rows={1}
            isOptional={false}
            placeholder={w.reasonHint}
            onCommit={(reason) => setParams({ reason: (reason ?? params.reason).replace(/\s*\n\s*/g, ' ') })}
          />
        </FieldRow>
        <FieldRow label={w.basis}>
          <TextField
            value={draft.basis}
            label={w.basis}
            placeholder={w.basisHint}
            onCommit={(basis) => onChange({ ...draft, basis })}
          />
        </FieldRow>
      </div>
      <div className="rules-form-when">
        <div className="rules-form-label">{w.condition}</div>
        <ConditionEditor
          value={draft.conditions}
          facts={facts}
          stage={stage}
          label={w.condition}
          onChange={(conditions: Condition, join) => onChange({ ...draft, conditions }, join)}
        />
        <PhaseStrip draft={draft} />
      </div>
    </div>
  )
}

/** As names of documents are: one line of at most 200 letters, without the brackets that quote names in formulas. */
function isName(text: string): boolean {
  return text.length <= 200 && !/[[\]\p{Cc}]/u.test(text)
}

function GradeField({ value, onChange }: { value: string | undefined; onChange: (grade: string) => void }) {
  const w = useWords(ruleWords)
  const grades = useDesigner((state) => state.design!.scheme.grades)
  const options = (grades ?? []).map(({ name }) => ({ value: name, label: name }))
  return (
    <FieldRow label={w.grade} {...(options.length === 0 ? { hint: w.noGrades } : {})}>
      <Select<string>
        aria-label={w.grade}
        placeholder={w.chooseGrade}
        value={value ?? null}
        options={options}
        onChange={onChange}
      />
    </FieldRow>
  )
}
