import { type Edit, Exact, isBranch, type Leaf, type Place, type Scoring, sum } from '@yardstick/model'
import { Checkbox } from 'antd'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { scoringOf } from '../parts/method/default-scoring.ts'
import { methodWords } from '../parts/method/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { setPoints } from './edit-node.ts'
import { inspectorLabel, inspectorWords } from './words.ts'

/** Several indicators at once: what they have in common, changed for all of them in one step. */
export function SeveralInspector({ places }: { places: readonly Place[] }) {
  const w = useWords(inspectorWords)
  const m = useWords(methodWords)
  const language = useLanguage()
  const items = useDesigner((state) => state.design!.scheme.items)
  const nodes = places.map((place) => place.node)
  const leafNodes = nodes.filter((node): node is Leaf => !isBranch(node))
  const isLeaves = leafNodes.length === nodes.length
  const mixed = (values: readonly unknown[]) => (isCommon(values) ? undefined : w.severalMixed)
  const apply = (edits: Edit[]) => designer.edit(inspectorLabel('several'), { type: 'batch', edits })
  const setAll = (fields: Extract<Edit, { type: 'set-indicator' }>['fields']) =>
    apply(nodes.map(({ id }) => ({ type: 'set-indicator', id, fields })))
  const setMethod = (method: Scoring['method']) =>
    apply(
      leafNodes.map((leaf) => ({
        type: 'set-scoring',
        id: leaf.id,
        scoring: scoringOf(method, leaf.scoring, { leaf, items, language }),
      })),
    )
  return (
    <div className="inspector">
      <div className="inspector-head">
        <h2 className="inspector-several">{w.several(nodes.length)}</h2>
        <p className="method-note">
          {w.severalHint}
          {isLeaves && ` · ${w.childSum(sum(nodes.map((node) => Exact.of(node.points))).toText())}`}
        </p>
      </div>
      <div className="inspector-body">
        <FieldRow label={w.severalPoints}>
          <DecimalField
            value={common(nodes.map((node) => node.points))}
            placeholder={w.severalMixed}
            label={w.severalPoints}
            isOptional
            onCommit={(points) => points !== undefined && setPoints(nodes, points)}
          />
        </FieldRow>
        <FieldRow label="">
          <Checkbox
            checked={nodes.every((node) => node.core === true)}
            indeterminate={common(nodes.map((node) => node.core === true)) === undefined}
            onChange={(event) => setAll({ core: event.target.checked ? true : null })}
          >
            {w.core}
          </Checkbox>
          <Checkbox
            checked={nodes.every((node) => node.kind === 'bonus')}
            indeterminate={common(nodes.map((node) => node.kind === 'bonus')) === undefined}
            onChange={(event) => setAll({ kind: event.target.checked ? 'bonus' : null })}
          >
            {w.bonus}
          </Checkbox>
        </FieldRow>
        {isLeaves && (
          <>
            <FieldRow label={m.method}>
              <ChoiceField
                value={common(leafNodes.map((leaf) => leaf.scoring.method))}
                mixed={mixed(leafNodes.map((leaf) => leaf.scoring.method))}
                choices={m.methods}
                label={m.method}
                onChange={(method) => setMethod(method!)}
              />
            </FieldRow>
            <FieldRow label={w.missing}>
              <ChoiceField
                value={common(leafNodes.map((leaf) => leaf.missing))}
                mixed={mixed(leafNodes.map((leaf) => leaf.missing))}
                choices={w.missings}
                none={w.notApplicableOwn}
                label={w.missing}
                onChange={(missing) => setAll({ missing: missing ?? null })}
              />
            </FieldRow>
            <FieldRow label={w.notApplicable}>
              <ChoiceField
                value={common(leafNodes.map((leaf) => leaf.notApplicable))}
                mixed={mixed(leafNodes.map((leaf) => leaf.notApplicable))}
                choices={w.notApplicables}
                none={w.notApplicableOff}
                label={w.notApplicable}
                onChange={(policy) => setAll({ notApplicable: policy ?? null })}
              />
            </FieldRow>
          </>
        )}
        <FieldRow label={w.basis}>
          <TextField
            value={common(nodes.map((node) => node.basis))}
            placeholder={mixed(nodes.map((node) => node.basis))}
            label={w.basis}
            onCommit={(basis) => setAll({ basis: basis ?? null })}
          />
        </FieldRow>
      </div>
    </div>
  )
}

/** What all of them say alike. */
function common<T>(values: readonly T[]): T | undefined {
  return isCommon(values) ? values[0] : undefined
}

function isCommon(values: readonly unknown[]): boolean {
  return values.every((value) => value === values[0])
}
