import type { Declaration, OwnLeaf } from '@yardstick/model'
import { printStandard } from '@yardstick/wording'
import { Select } from 'antd'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { IssueText } from '../parts/issue-text.tsx'
import { MethodEditor } from '../parts/method/method-editor.tsx'
import { TargetField } from '../parts/method/target-field.tsx'
import { methodWords } from '../parts/method/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { changeDeclaration } from './actions.ts'
import { changeOwnLeaf, withField } from './declaration-edits.ts'
import type { DeclarationRow } from './declaration-rows.ts'
import { type OwnMethod, ownMethods, ownScoring } from './own-scoring.ts'
import { declarationWords } from './words.ts'

/** One leaf of the unit's own: everything of it, beside the sheet. */
export function OwnLeafForm({
  index,
  row,
}: {
  index: number
  declaration: Declaration
  row: Extract<DeclarationRow, { kind: 'own' }>
}) {
  const w = useWords(declarationWords)
  const m = useWords(methodWords)
  const language = useLanguage()
  const stepCount = useDesigner(({ design }) => design!.scheme.stepCount)
  const { node: leaf, branch, issues } = row
  const change = (next: OwnLeaf) =>
    changeDeclaration(index, 'edit', (each) => changeOwnLeaf(each, branch.id, leaf.id, () => next))
  return (
    <section className="declarations-form" aria-label={leaf.name}>
      <h3>{leaf.name}</h3>
      <p className="declarations-standard">
        {printStandard(
          leaf.scoring,
          {
            name: leaf.name,
            points: leaf.points,
            ...(leaf.target === undefined ? {} : { target: leaf.target }),
            ...(leaf.actual === undefined ? {} : { actual: leaf.actual }),
            ...(stepCount === undefined ? {} : { stepCount }),
          },
          language,
        )}
      </p>
      <FieldRow label={w.columns.points}>
        <DecimalField
          label={w.columns.points}
          value={leaf.points}
          onCommit={(points) => points !== undefined && change({ ...leaf, points })}
        />
      </FieldRow>
      <FieldRow label={w.columns.target}>
        <TargetField
          label={w.columns.target}
          value={leaf.target}
          placeholder={w.targetExample}
          onCommit={(target) => change(withField(leaf, 'target', target))}
        />
      </FieldRow>
      <FieldRow label={w.columns.method}>
        <Select<OwnMethod>
          aria-label={w.columns.method}
          value={leaf.scoring.method}
          options={ownMethods.map((method) => ({ value: method, label: m.methods[method] }))}
          onChange={(method) => change({ ...leaf, scoring: ownScoring(method, leaf, language) })}
        />
      </FieldRow>
      <MethodEditor
        leaf={leaf}
        scoring={leaf.scoring}
        view={null}
        onChange={({ scoring, target }) =>
          change({
            ...leaf,
            ...(scoring === undefined ? {} : { scoring: scoring as OwnLeaf['scoring'] }),
            ...(target === undefined ? {} : { target }),
          })
        }
      />
      <FieldRow label={w.definition}>
        <TextField
          label={w.definition}
          rows={2}
          value={leaf.definition}
          onCommit={(next) => change(withField(leaf, 'definition', next))}
        />
      </FieldRow>
      <FieldRow label={w.evidence}>
        <TextField
          label={w.evidence}
          value={leaf.evidence}
          onCommit={(next) => change(withField(leaf, 'evidence', next))}
        />
      </FieldRow>
      {issues.map((each) => (
        <p key={each.code + each.pointer} className="declarations-bad">
          <IssueText issue={each} />
        </p>
      ))}
    </section>
  )
}
