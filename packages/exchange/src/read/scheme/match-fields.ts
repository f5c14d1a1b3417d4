import { writeName } from '@yardstick/formula'
import {
  canonicalText,
  type Indicator,
  type Item,
  isBranch,
  type Language,
  type Leaf,
  type Measure,
  type Place,
  type Scheme,
  type Target,
} from '@yardstick/model'
import { printStandard, printTarget } from '@yardstick/wording'
import type { ImportedRow } from './import-table.ts'
import { folded } from './match-rows.ts'
import type { FieldChange } from './row-difference.ts'

type Field = FieldChange['field']

/** What the row says differently from the indicator it was found to be. */
export function fieldsOfRow(
  { node: old }: Pick<Place, 'node'>,
  fresh: Indicator,
  { row, rule, pointsFrom }: ImportedRow,
  scheme: Scheme,
  language: Language,
): FieldChange[] {
  const changes: FieldChange[] = []
  const differ = (field: Field, from: string | undefined, to: string | undefined) => {
    if (to !== undefined && folded(from ?? '') !== folded(to)) changes.push({ field, from: from ?? '', to })
  }
  differ('name', old.name, fresh.name)
  if (row.code !== undefined) differ('code', old.code, fresh.code)
  if (pointsFrom !== 'shared') differ('points', old.points, fresh.points)
  if ((old.kind ?? fresh.kind) !== fresh.kind || old.kind !== fresh.kind)
    changes.push({ field: 'bonus', from: old.kind ?? '', to: fresh.kind ?? '' })
  if (row.definition !== undefined) differ('definition', old.definition, fresh.definition)
  if (row.note !== undefined) differ('note', old.note, fresh.note)
  if (isBranch(fresh)) return changes
  const leaf = isBranch(old) ? undefined : old
  if (row.target !== undefined && !isTarget(leaf?.target, fresh.target, row.target))
    changes.push({
      field: 'target',
      from: writtenTarget(leaf?.target, language),
      to: writtenTarget(fresh.target, language),
    })
  const { standard } = rule ?? {}
  if (standard !== undefined && !isStandard(leaf, fresh, standard, scheme)) {
    const from = leaf === undefined ? '' : (leaf.standard ?? printed(leaf, scheme, language))
    changes.push({ field: 'standard', from, to: standard })
  }
  return changes
}

/** The indicator with what the row says, and with everything it says nothing of as it was. */
export function mergedNode(
  old: Indicator,
  fresh: Indicator,
  row: ImportedRow,
  scheme: Scheme,
  table: Scheme,
  language: Language,
): Indicator {
  const changes = fieldsOfRow({ node: old }, fresh, row, scheme, language)
  if (isBranch(old) !== isBranch(fresh)) return fresh
  const merged: { [field: string]: unknown } = { ...old }
  for (const { field } of changes) {
    if (field === 'standard') Object.assign(merged, ruleOf(old as Leaf, fresh as Leaf, row, scheme, table))
    else if (field === 'bonus') set(merged, 'kind', fresh.kind)
    else if (field !== 'place' && field !== 'full-score') set(merged, field, (fresh as Leaf)[field])
  }
  const isRetargeted = changes.some(({ field }) => field === 'target')
  // The method that the old target's form suggested may not fit the new one.
  if (isRetargeted && row.rule?.from === 'target' && formOf((old as Leaf).target) !== formOf((fresh as Leaf).target))
    Object.assign(merged, ruleOf(old as Leaf, fresh as Leaf, row, scheme, table))
  for (const [field, value] of Object.entries(merged)) if (value === undefined) delete merged[field]
  return merged as unknown as Indicator
}

function set(fields: { [field: string]: unknown }, field: string, value: unknown): void {
  fields[field] = value
}

/** A rule that is read anew; the value it scores stays what it was, unless the text says how it is computed. */
function ruleOf(old: Leaf, fresh: Leaf, { rule }: ImportedRow, scheme: Scheme, table: Scheme): Partial<Leaf> {
  const { scoring, standard, scoringBasis } = fresh
  const isSame = canonicalText(old.scoring) === canonicalText(scoring)
  const isComputed = rule?.reading?.actual !== undefined
  const actual = isComputed ? fresh.actual : (old.actual ?? fresh.actual)
  const isCountLeft = scoring.method === 'steps' && scoring.count === undefined && table.stepCount !== scheme.stepCount
  const count = isCountLeft && rule?.isCountAsked === true ? { count: table.stepCount } : {}
  const { notApplicable, evidence } = fresh
  return {
    ...(isSame ? {} : { scoring: { ...scoring, ...count } as Leaf['scoring'] }),
    ...(actual === undefined ? {} : { actual }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(standard === undefined ? {} : { standard }),
    scoringBasis: scoringBasis as 'assumed',
  }
}

const formOf = (target: Target | undefined) =>
  target === undefined ? 'none' : (['text', 'low', 'date', 'formula'].find((field) => field in target) ?? 'number')

function isTarget(old: Target | undefined, fresh: Target | undefined, text: string): boolean {
  if (old === undefined) return fresh === undefined
  const said = [old.written, printTarget(old, 'zh'), printTarget(old, 'en')]
  if (said.some((each) => each !== undefined && folded(each) === folded(text))) return true
  return fresh !== undefined && canonicalText({ ...old, written: '' }) === canonicalText({ ...fresh, written: '' })
}

function writtenTarget(target: Target | undefined, language: Language): string {
  return target === undefined ? '' : (target.written ?? printTarget(target, language))
}

/** The author's own words, those that the rule prints, or others that say the same rule where nobody wrote any. */
function isStandard(old: Leaf | undefined, fresh: Leaf, text: string, scheme: Scheme): boolean {
  if (old === undefined) return false
  const isSaid = (each: string | undefined) => each !== undefined && folded(each) === folded(text)
  if (isSaid(old.standard) || isSaid(printed(old, scheme, 'zh')) || isSaid(printed(old, scheme, 'en'))) return true
  return old.standard === undefined && canonicalText(old.scoring) === canonicalText(fresh.scoring)
}

function printed(leaf: Leaf, scheme: Scheme, language: Language): string {
  const { name, points, target, actual } = leaf
  const read: Item | Measure | undefined = [...scheme.items, ...(scheme.measures ?? [])].find(
    ({ id }) => writeName(id) === actual,
  )
  const value = {
    ...(read?.unit === undefined ? {} : { unit: read.unit }),
    ...(read === undefined ? {} : { valueType: read.type }),
  }
  return printStandard(leaf.scoring, { name, points, target, actual, stepCount: scheme.stepCount, ...value }, language)
}
