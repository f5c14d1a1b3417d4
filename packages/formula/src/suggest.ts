import { nearest } from '@yardstick/model'
import { foldCase, keywordOf, writeName } from './name.ts'
import type { NameInfo } from './scope.ts'

/**
 * What an unknown name most likely meant, as a formula writes it: a name by its label, in another case or width, a text
 * that was put in “ ”, two names run together by 且 or 或, else the nearest name within two letters.
 */
export function suggestName(name: string, infos: Iterable<NameInfo>): string | null {
  const known = [...infos]
  const names = new Set(known.map((each) => each.name))
  const labelled = known.find((each) => each.label === name || foldCase(each.name) === foldCase(name))
  if (labelled !== undefined) return writeName(labelled.name)
  const split = splitAtJoint(name, names)
  if (split !== undefined) return split
  const near = nearest(name, names)
  // Of a name of one or two letters everything short is near; a common letter makes it a likeness.
  if (near !== undefined && [...name].some((letter) => near.includes(letter))) return writeName(near)
  return /^“[^“”]*”$/.test(name) ? `"${name.slice(1, -1)}"` : null
}

function splitAtJoint(name: string, names: ReadonlySet<string>): string | undefined {
  for (let index = 0; index < name.length; index++) {
    const joint = name[index]
    const [left, right] = [name.slice(0, index), name.slice(index + 1)]
    if ((joint === '且' || joint === '或') && isValue(left, names)) {
      const rest = isValue(right, names) ? right : splitAtJoint(right, names)
      if (rest !== undefined) return `${left} ${joint} ${rest}`
    }
    if (joint === '非' && index === 0 && names.has(right)) return `非 ${right}`
  }
  return undefined
}

function isValue(word: string, names: ReadonlySet<string>): boolean {
  const keyword = keywordOf(word)
  return names.has(word) || keyword === 'true' || keyword === 'false'
}
