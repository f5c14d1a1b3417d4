import { namesIn, normaliseFormula, parseFormula } from '@yardstick/formula'
import type { Declaration, Issue, Item, Language, OwnLeaf, Scheme } from '@yardstick/model'
import { issueText } from '../parts/issue-text.tsx'
import type { CommitAnswer } from '../parts/sheet/column.ts'
import { changeOwnLeaf, withField, withItems } from './declaration-edits.ts'
import type { DeclarationWords } from './words.ts'

/**
 * What an own leaf's value is taken from. Names that neither the scheme nor the declaration has are asked about, and become
 * data items of the unit's own when that is wanted.
 */
export function actualAnswer(
  text: string,
  declaration: Declaration,
  scheme: Scheme,
  w: DeclarationWords,
  language: Language,
  commit: (next: Declaration) => void,
  { branch, node }: { readonly branch: { readonly id: string }; readonly node: OwnLeaf },
): { declaration: Declaration } | CommitAnswer {
  const put = (into: Declaration, formula: string | undefined) =>
    changeOwnLeaf(into, branch.id, node.id, (leaf) => withField(leaf, 'actual', formula))
  if (text === '') return { declaration: put(declaration, undefined) }
  const formula = normaliseFormula(text)
  const read = unknownNames(formula, declaration, scheme)
  if (!read.ok) return { refuse: issueText(read.issues[0]!, language) }
  if (read.names.length === 0) return { declaration: put(declaration, formula) }
  const added = read.names.map((name) => itemFor(name, node))
  const withAdded = () => commit(put(withItems(declaration, [...(declaration.items ?? []), ...added]), formula))
  return { ask: w.unknownNames(read.names), choices: [{ label: w.addItems(read.names.length), onChoose: withAdded }] }
}

export function unknownNames(
  formula: string,
  { items = [], measures = [] }: Declaration,
  scheme: Scheme,
):
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return { ok: false, issues: parsed.issues }
  const known = new Set([...scheme.items, ...(scheme.measures ?? []), ...items, ...measures].map(({ id }) => id))
  return { ok: true, names: namesIn(parsed.value).filter((name) => !known.has(name)) }
}

/** An item as the leaf's target would have it: a rate for a percentage, a day for a date, the target's unit. */
export function itemFor(name: string, { target }: Pick<OwnLeaf, 'target'>): Item {
  if (target === undefined || 'text' in target || 'formula' in target) return { id: name, type: 'number' }
  if ('date' in target) return { id: name, type: 'date' }
  const value = 'low' in target ? target.low : target.value
  if (value.endsWith('%') || target.unit === '%') return { id: name, type: 'rate' }
  const { unit } = target
  if (unit === undefined) return { id: name, type: 'number' }
  return { id: name, type: /元$/.test(unit) ? 'money' : value.includes('.') ? 'number' : 'count', unit }
}
