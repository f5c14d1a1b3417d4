import { renameInFormula } from '@yardstick/formula'
import { type Edit, formulas, references, type Scheme } from '@yardstick/model'

/** One name everywhere, as one edit: its own, the formulas that read it, conditions, evidence, test cases. */
export function renameEdit(scheme: Scheme, from: string, to: string): Edit {
  const texts = formulas(scheme).flatMap(({ pointer, text }) => {
    const renamed = renameInFormula(text, from, to)
    return renamed === undefined ? [] : [{ pointer, text: renamed }]
  })
  return { type: 'rename-name', from, to, texts }
}

/** In how many places the design itself, test cases left aside, speaks of a name. */
export function placesOf(scheme: Scheme, name: string): number {
  const read = formulas(scheme).filter(({ text }) => renameInFormula(text, name, `${name}_`) !== undefined)
  const held = references(scheme).filter(
    (each) => each.name === name && each.strength === 'holds' && (each.kind === 'name' || each.kind === 'evidence'),
  )
  return read.length + held.length
}

/** A name of its own: the wanted one, or with a number behind it. */
export function freeName(taken: readonly { readonly id: string }[], wanted: string): string {
  const names = new Set(taken.map(({ id }) => id))
  if (!names.has(wanted)) return wanted
  let number = 2
  while (names.has(`${wanted}${number}`)) number++
  return `${wanted}${number}`
}

/** Items and measures share one space of names. */
export function namedIn({
  items,
  measures = [],
}: Pick<Scheme, 'items' | 'measures'>): readonly { readonly id: string }[] {
  return [...items, ...measures]
}
