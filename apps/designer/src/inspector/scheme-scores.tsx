import { type Rounding, roundingOf, type Scheme } from '@yardstick/model'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { methodWords } from '../parts/method/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { setSchemeField } from './edit-scheme.ts'
import { RoundingField } from './rounding-field.tsx'
import { roundingSentence } from './rounding-words.ts'
import { schemeWords } from './scheme-words.ts'
import { inspectorWords } from './words.ts'

/** Full score, rounding with the sentence it means, and what happens to values that are not there. */
export function SchemeScores() {
  const w = useWords(schemeWords)
  const i = useWords(inspectorWords)
  const m = useWords(methodWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const said = (place: 'leaf' | 'branch' | 'total') => roundingSentence(roundingOf(scheme, place), language)
  return (
    <>
      <section aria-label={w.sections.scores}>
        <h3>{w.sections.scores}</h3>
        <FieldRow label={w.fullScore}>
          <DecimalField
            value={scheme.fullScore}
            label={w.fullScore}
            onCommit={(fullScore) => setSchemeField('fullScore', fullScore!)}
          />
          <span className="field-label">{w.ceiling}</span>
          <DecimalField
            value={scheme.ceiling}
            label={w.ceiling}
            placeholder={w.ceilingDefault(scheme.fullScore)}
            isOptional
            onCommit={(ceiling) => setSchemeField('ceiling', ceiling)}
          />
        </FieldRow>
        {(['leaf', 'branch', 'total'] as const).map((place) => (
          <RoundingField
            key={place}
            value={scheme.rounding?.[place]}
            inherited={roundingOf({ ...scheme, rounding: without(scheme.rounding, place) ?? {} }, place)}
            mayBeExact={place !== 'total'}
            label={w[`${place}Rounding`]}
            inheritedName={m.default}
            onChange={(next) => setSchemeField('rounding', rounded(scheme.rounding, place, next))}
          />
        ))}
        <p className="scheme-meaning">{w.rounding(said('leaf'), said('branch'), said('total'))}</p>
      </section>
      <section aria-label={w.sections.policies}>
        <h3>{w.sections.policies}</h3>
        <FieldRow label={w.stepCount}>
          <ChoiceField
            value={scheme.stepCount}
            choices={m.counts}
            none={w.stepCountNone}
            label={w.stepCount}
            onChange={(next) => setSchemeField('stepCount', next)}
          />
        </FieldRow>
        <FieldRow label={w.missing}>
          <ChoiceField
            value={scheme.missing}
            choices={i.missings}
            none={w.missingNone}
            label={w.missing}
            onChange={(next) => setSchemeField('missing', next)}
          />
        </FieldRow>
        <FieldRow label={w.notApplicable}>
          <ChoiceField
            value={scheme.notApplicable}
            choices={i.notApplicables}
            none={w.notApplicableNone}
            label={w.notApplicable}
            onChange={(next) => setSchemeField('notApplicable', next)}
          />
        </FieldRow>
        <FieldRow label={w.declarations}>
          <ChoiceField
            value={scheme.declarations}
            choices={w.declarationsNames}
            none={w.declarationsNone}
            label={w.declarations}
            onChange={(next) => setSchemeField('declarations', next)}
          />
        </FieldRow>
      </section>
    </>
  )
}

type Roundings = Scheme['rounding']

function without(roundings: Roundings, place: 'leaf' | 'branch' | 'total'): Roundings {
  if (roundings === undefined) return undefined
  const { [place]: _, ...rest } = roundings
  return rest
}

function rounded(roundings: Roundings, place: 'leaf' | 'branch' | 'total', next: Rounding | undefined): Roundings {
  const rest = without(roundings, place) ?? {}
  const all = next === undefined ? rest : { ...rest, [place]: next }
  return Object.keys(all).length === 0 ? undefined : all
}
