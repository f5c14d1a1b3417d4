import { renameInFormula } from '@yardstick/formula'
import {
  applyEdit,
  canonicalText,
  type Edit,
  formulas,
  type Indicator,
  indicatorById,
  isBranch,
  type Rule,
  type Scheme,
  walk,
} from '@yardstick/model'
import type { Renamed, Subject } from './difference.ts'

/**
 * A thing that is gone beside one that has come and is the same but for its id was renamed. Its new name is carried into
 * the older scheme, references and formulas included, so that only the renaming itself is told and not everything that
 * speaks of it.
 */
export function followRenames(before: Scheme, after: Scheme): { scheme: Scheme; renames: Renamed[] } {
  const renames: Renamed[] = []
  let scheme = before
  const follow = (of: Renamed['of'], pairs: readonly Pair[], edit: (scheme: Scheme, pair: Pair) => Edit) => {
    for (const pair of pairs) {
      const edited = applyEdit(scheme, edit(scheme, pair))
      if (!edited.ok) continue
      scheme = edited.value.scheme
      const { name, where } = pair.subject
      renames.push({ of, id: pair.to, name, where, change: 'renamed', by: 'id', before: pair.from, after: pair.to })
    }
  }
  follow('item', pairsOf(scheme.items, after.items, contentOf), renameName)
  follow('measure', pairsOf(scheme.measures ?? [], after.measures ?? [], contentOf), renameName)
  // From the top down, since a branch that is renamed takes its children along.
  let known = -1
  while (renames.length !== known) {
    known = renames.length
    follow('indicator', indicatorPairs(scheme, after), (_, { from, to }) => ({ type: 'rename-indicator', from, to }))
  }
  follow(
    'rule',
    pairsOf(scheme.rules ?? [], after.rules ?? [], contentOf, ({ name }) => name),
    renameRule,
  )
  return { scheme, renames }
}

interface Pair {
  readonly from: string
  readonly to: string
  readonly subject: Pick<Subject, 'name' | 'where'>
}

/**
 * Of those that are gone and those that have come, the ones that are alike, alike to no other, and stand beside the same
 * neighbour: one that was taken out here and a like one put in there are two.
 */
function pairsOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  signatureOf: (value: T) => string,
  nameOf: (value: T) => string = ({ id }) => id,
): Pair[] {
  const gone = only(before, after, signatureOf)
  const come = only(after, before, signatureOf)
  return [...gone].flatMap(([signature, from]) => {
    const to = come.get(signature)
    if (from === undefined || to === undefined || !haveNeighbour(before, from, after, to)) return []
    return [{ from: from.id, to: to.id, subject: { name: nameOf(to), where: [nameOf(to)] } }]
  })
}

function haveNeighbour<T extends { readonly id: string }>(before: readonly T[], from: T, after: readonly T[], to: T) {
  const [old, now] = [before.indexOf(from), after.indexOf(to)]
  return [-1, 1].some((step) => before[old + step]?.id === after[now + step]?.id)
}

/** By signature; undefined where several have it. */
function only<T extends { readonly id: string }>(
  values: readonly T[],
  others: readonly T[],
  signatureOf: (value: T) => string,
): Map<string, T | undefined> {
  const known = new Set(others.map(({ id }) => id))
  const found = new Map<string, T | undefined>()
  for (const value of values) {
    if (known.has(value.id)) continue
    const signature = signatureOf(value)
    found.set(signature, found.has(signature) ? undefined : value)
  }
  return found
}

function contentOf({ id: _, ...content }: { readonly id: string }): string {
  return canonicalText(content)
}

function indicatorPairs(before: Scheme, after: Scheme): Pair[] {
  const signature = (scheme: Scheme) => {
    const places = indicatorById(scheme)
    return (node: Indicator): string => {
      const { id: _, children: __, ...content } = node as Indicator & { children?: unknown }
      const parent = places.get(node.id)?.parent?.id ?? null
      return canonicalText([parent, isBranch(node), content])
    }
  }
  const [ofBefore, ofAfter] = [signature(before), signature(after)]
  const [olds, news] = [walk(before).map(({ node }) => node), walk(after).map(({ node }) => node)]
  const isOld = new Set(olds)
  const pairs = pairsOf(
    olds,
    news,
    (node) => (isOld.has(node) ? ofBefore(node) : ofAfter(node)),
    ({ name }) => name,
  )
  const places = indicatorById(after)
  return pairs.map((pair) => ({ ...pair, subject: { ...pair.subject, where: places.get(pair.to)!.path } }))
}

function renameName(scheme: Scheme, { from, to }: Pair): Edit {
  const texts = formulas(scheme).flatMap(({ pointer, text }) => {
    const renamed = renameInFormula(text, from, to)
    return renamed === undefined || renamed === text ? [] : [{ pointer, text: renamed }]
  })
  return { type: 'rename-name', from, to, texts }
}

/** Nothing refers to a rule, so it is put back under its new id. */
function renameRule(scheme: Scheme, { from, to }: Pair): Edit {
  const rules = scheme.rules ?? []
  const index = rules.findIndex((rule) => rule.id === from)
  const rule: Rule = { ...rules[index]!, id: to }
  return {
    type: 'batch',
    edits: [
      { type: 'remove-rule', id: from },
      { type: 'add-rule', index, rule },
    ],
  }
}
