import { namesIn, parseFormula } from '@yardstick/formula'
import { type Leaf, type Measure, roundingOf } from '@yardstick/model'
import { Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { FormulaField } from '../parts/formula-field/formula-field.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { setField } from './edit-node.ts'
import { NewItem } from './new-item.tsx'
import { RoundingField } from './rounding-field.tsx'
import { inspectorLabel, inspectorWords } from './words.ts'

/** Where the value comes from, and what happens where there is none. */
export function SourceTab({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const items = Object.fromEntries(
    scheme.items.filter((item) => item.type !== 'list').map((item) => [item.id, item.id]),
  )
  return (
    <>
      <h3 className="inspector-title">{w.actual}</h3>
      <FormulaField
        value={leaf.actual ?? ''}
        label={w.actual}
        placeholder={w.actualPlaceholder}
        isOptional
        onCommit={(text) =>
          designer.edit(inspectorLabel('actual'), {
            type: 'set-indicator',
            id: leaf.id,
            fields: { actual: text === '' ? null : text },
          })
        }
      />
      <Sources leaf={leaf} />
      <FieldRow label={w.missing}>
        <ChoiceField
          value={leaf.missing}
          choices={w.missings}
          none={w.ofScheme(w.missings[scheme.missing ?? 'block'])}
          label={w.missing}
          onChange={(missing) => setField(leaf, 'missing', missing, 'missing')}
        />
      </FieldRow>
      <FieldRow label={w.notApplicable}>
        <ChoiceField
          value={leaf.notApplicable}
          choices={w.notApplicables}
          none={w.notApplicableOff}
          label={w.notApplicable}
          onChange={(policy) => setField(leaf, 'notApplicable', policy, 'notApplicable')}
        />
      </FieldRow>
      <RoundingField
        value={leaf.rounding}
        inherited={roundingOf(scheme, 'leaf')}
        label={w.rounding}
        onChange={(rounding) => setField(leaf, 'rounding', rounding, 'rounding')}
      />
      <FieldRow label={w.weighUnitsBy} hint={w.weighUnitsByHint}>
        <ChoiceField
          value={leaf.weighUnitsBy}
          choices={items}
          none={w.weighNone}
          label={w.weighUnitsBy}
          onChange={(item) => setField(leaf, 'weighUnitsBy', item, 'weighUnitsBy')}
        />
      </FieldRow>
      <Declared leaf={leaf} />
    </>
  )
}

/** What the formula reads, with the chosen sample's values. */
function Sources({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const language = useLanguage()
  const items = useDesigner((state) => state.design!.scheme.items)
  const measures = useDesigner((state) => state.design!.scheme.measures)
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const revision = useDesigner((state) => state.results.revision)
  const [values, setValues] = useState<Awaited<ReturnType<ReturnType<typeof engineOf>['readNames']>>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after every round
  useEffect(() => {
    let isGone = false
    void engineOf()
      .readNames({ language, sample, declaration })
      .then((read) => !isGone && setValues(read))
    return () => {
      isGone = true
    }
  }, [language, sample, declaration, revision])
  const names = withNamesBehind(namesOf(leaf), measures ?? [])
  return (
    <section>
      <h3 className="inspector-title">{w.behind}</h3>
      {names.length === 0 && <p className="inspector-sub">{w.noItems}</p>}
      <ul className="inspector-inputs">
        {names.map((name) => {
          const item = items.find((each) => each.id === name)
          const measure = measures?.find((each) => each.id === name)
          const known = item ?? measure
          return (
            <li key={name}>
              <Button
                type="link"
                title={w.openItem(name)}
                onClick={() => designer.goTo({ tab: 'items', pointer: name })}
              >
                {name}
              </Button>
              <strong>{values[name]?.shown ?? '—'}</strong>
              <span className="inspector-sub">
                {known === undefined
                  ? w.unknownName
                  : [item === undefined ? w.measure : undefined, w.types[known.type], known.unit]
                      .filter((each) => each !== undefined)
                      .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      <NewItem leaf={leaf} />
    </section>
  )
}

/** Every name with, behind a measure, those that it is computed from; each once. */
function withNamesBehind(names: readonly string[], measures: readonly Measure[]): string[] {
  const found = new Set<string>()
  const add = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const formula = measures.find((each) => each.id === name)?.formula
    for (const each of formula === undefined ? [] : namesInText(formula)) add(each)
  }
  names.forEach(add)
  return [...found]
}

function namesInText(text: string): string[] {
  const parsed = parseFormula(text)
  return parsed.ok ? [...namesIn(parsed.value)] : []
}

/** Names that the value, the points' formula and a target that is data read. */
function namesOf({ actual, scoring, target }: Leaf): string[] {
  const texts = [
    actual,
    scoring.method === 'formula' ? scoring.formula : undefined,
    target !== undefined && 'formula' in target ? target.formula : undefined,
  ]
  return texts.flatMap((text) => (text === undefined ? [] : namesInText(text)))
}

/** What a declaration may set: the target, within limits. */
function Declared({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const { declared } = leaf
  return (
    <>
      <FieldRow label={w.declared} hint={w.declaredHint}>
        <Checkbox
          checked={declared !== undefined}
          aria-label={w.declared}
          onChange={(event) => setField(leaf, 'declared', event.target.checked ? {} : undefined, 'declared')}
        />
      </FieldRow>
      {declared !== undefined && (
        <FieldRow label={w.limits}>
          {(['atLeast', 'atMost'] as const).map((end) => (
            <DecimalField
              key={end}
              value={declared[end]}
              label={w[end]}
              placeholder={w[end]}
              form={{ percent: 'allowed', isNegativeAllowed: true }}
              isOptional
              onCommit={(next) => {
                const { [end]: _, ...rest } = declared
                setField(leaf, 'declared', next === undefined ? rest : { ...rest, [end]: next }, 'declared')
              }}
            />
          ))}
        </FieldRow>
      )}
    </>
  )
}
