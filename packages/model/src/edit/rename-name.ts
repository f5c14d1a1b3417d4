import { issue } from '../issue.ts'
import { type Reducer, taken, unknown } from './reducer.ts'
import { formulas, type Reference, references } from './references.ts'

/**
 * The name of an item or measure everywhere: its own, the formulas as the edit gives them, and every other place that
 * speaks of it. Formulas are rewritten by those who can read them; here their places are only checked.
 */
export const renameName: Reducer<'rename-name'> = (scheme, { from, to, texts }, { at }) => {
  const item = scheme.items.find((each) => each.id === from)
  const owner = item ?? scheme.measures?.find((each) => each.id === from)
  if (owner === undefined) return unknown('name', from, `${at}/from`)
  if (from !== to) {
    const isTaken = [...scheme.items, ...(scheme.measures ?? [])].some((each) => each.id === to)
    if (isTaken) return taken('name', to, `${at}/to`)
    const isMeant = ({ kind, name }: Reference) =>
      name === from && (kind === 'name' || (kind === 'evidence' && item !== undefined))
    for (const reference of references(scheme)) {
      if (isMeant(reference) && !reference.replace(to)) return taken('name', to, `${at}/to`)
    }
    owner.id = to
  }
  const places = new Map(formulas(scheme).map((place) => [place.pointer, place]))
  return texts.flatMap(({ pointer, text }, index) => {
    const place = places.get(pointer)
    if (place === undefined) return [issue('EDIT_TEXT', { pointer: `${at}/texts/${index}/pointer`, found: pointer })]
    place.replace(text)
    return []
  })
}
