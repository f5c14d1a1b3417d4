import { parseFormula, printFormula } from '@yardstick/formula'
import {
  type Branch,
  type Indicator,
  isBranch,
  type Language,
  type Leaf,
  type Measure,
  type Scheme,
  type Target,
  walk,
} from '@yardstick/model'
import { type Names, printCondition, printTarget } from '@yardstick/wording'
import { showRounding } from './general.ts'
import type { ManualWords } from './words.ts'

/** One line of an indicator's paragraph: a name from `ManualWords.fields` and its text. */
export interface ManualField {
  readonly field: keyof ManualWords['fields']
  readonly text: string
}

export interface Speaking {
  readonly language: Language
  readonly w: ManualWords
  readonly names: Names
  /** By name: an actual value that is a measure is shown with its formula. */
  readonly measures: ReadonlyMap<string, Pick<Measure, 'formula'>>
}

/** What is known of a leaf besides the scheme: its printed standard, and its scores at the edges. */
export interface LeafSays {
  readonly standard: string | undefined
  readonly edges: readonly { readonly value: string; readonly score: string }[]
}

export function indicatorFields(node: Indicator, says: LeafSays, speaking: Speaking): ManualField[] {
  const fields = isBranch(node) ? branchFields(node, speaking) : leafFields(node, says, speaking)
  return fields.filter((each): each is ManualField => each.text !== undefined && each.text !== '')
}

type Field = { readonly field: ManualField['field']; readonly text: string | undefined }

function leafFields(leaf: Leaf, { standard, edges }: LeafSays, speaking: Speaking): Field[] {
  const { language, w } = speaking
  const { declared } = leaf
  return [
    { field: 'definition', text: leaf.definition },
    { field: 'target', text: leaf.target && targetText(leaf.target, language, w) },
    { field: 'actual', text: leaf.actual && actualText(leaf.actual, speaking) },
    { field: 'standard', text: standard },
    { field: 'edges', text: edges.map(({ value, score }) => w.edge(value, score)).join(w.and) },
    { field: 'own', text: leaf.standard },
    { field: 'declared', text: declared && w.declaredRange(declared.atLeast, declared.atMost) },
    { field: 'missing', text: leaf.missing && w.missing[leaf.missing] },
    { field: 'notApplicable', text: leaf.notApplicable && w.notApplicable[leaf.notApplicable] },
    { field: 'rounding', text: leaf.rounding && showRounding(leaf.rounding, w) },
    { field: 'weight', text: leaf.weight },
    { field: 'units', text: leaf.weighUnitsBy && w.weighUnits(leaf.weighUnitsBy) },
    { field: 'dataSource', text: leaf.dataSource },
    { field: 'evidence', text: leaf.evidence },
    { field: 'basis', text: leaf.basis },
    { field: 'note', text: leaf.note },
  ]
}

function branchFields(branch: Branch, speaking: Speaking): Field[] {
  const { w } = speaking
  return [
    { field: 'definition', text: branch.definition },
    { field: 'combine', text: branch.combine === undefined ? undefined : combineText(branch, speaking) },
    { field: 'units', text: branch.individual && w.individual },
    { field: 'rounding', text: branch.rounding && showRounding(branch.rounding, w) },
    { field: 'weight', text: branch.weight },
    { field: 'basis', text: branch.basis },
    { field: 'note', text: branch.note },
  ]
}

function combineText({ combine = 'sum' }: Branch, { language, w, names }: Speaking): string {
  if (typeof combine === 'string') return w.combine[combine]
  const { alternatives } = combine
  const nameOf = (id: string) => names.nameOf(id) ?? id
  if ('item' in alternatives) {
    const list = Object.entries(alternatives.children).map(([choice, id]) => w.choice(choice, nameOf(id)))
    return w.alternativesBy(alternatives.item, list.join(w.and))
  }
  const list = Object.entries(alternatives.when).map(([id, condition]) =>
    w.choice(printCondition(condition, language, names), nameOf(id)),
  )
  return w.alternativesWhen(list.join(w.and))
}

export function targetText(target: Target, language: Language, w: ManualWords): string {
  const printed = printTarget(target, language)
  const { written } = target
  return written === undefined || written === printed ? printed : printed + w.written(written)
}

function actualText(actual: string, { language, measures }: Speaking): string {
  const printed = formulaText(actual, language)
  const measure = measures.get(actual)
  return measure === undefined ? printed : `${printed} = ${formulaText(measure.formula, language)}`
}

/** As reports set it; what does not parse stands as it was typed. */
export function formulaText(formula: string, language: Language): string {
  const parsed = parseFormula(formula)
  return parsed.ok ? printFormula(parsed.value, language) : formula
}

/** Indicators by name where the name is theirs alone, for conditions over scores. */
export function namesOf(scheme: Pick<Scheme, 'indicators'>): Names {
  const nodes = walk(scheme).map(({ node }) => node)
  const nameById = new Map(nodes.map(({ id, name }) => [id, name]))
  return {
    nameOf: (id) => nameById.get(id),
    idOf: (name) => {
      const named = nodes.filter((node) => node.name === name)
      return named.length === 1 ? named[0]!.id : undefined
    },
  }
}
