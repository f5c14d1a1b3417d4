import type { Language, Sharing } from '@yardstick/model'
import { sharingWords } from '../parts/sharing/words.ts'
import { signWords } from '../parts/sign-words.ts'

/** What the author gives to those who adopt, by indicator, as it stands in its row: “锁定、±2”. */
export function givenSigns(sharing: Sharing | undefined, language: Language): ReadonlyMap<string, string> {
  if (sharing === undefined) return NONE
  const { sign } = sharingWords[language]
  const signs = new Map<string, string[]>()
  const add = (id: string, text: string) => signs.set(id, [...(signs.get(id) ?? []), text])
  for (const { indicator, mayChange, mayAdd, points } of sharing.boundaries ?? []) {
    if (indicator === undefined) continue
    if (mayChange === false) add(indicator, sign.locked)
    if (points !== undefined) add(indicator, sign.plusMinus(points.plusMinus))
    if (mayAdd === true) add(indicator, sign.mayAdd)
  }
  const counts = new Map<string, number>()
  for (const { of, in: id } of sharing.parameters ?? [])
    if (of === 'indicator' && id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const [id, count] of counts) add(id, sign.parameter(count))
  return new Map([...signs].map(([id, texts]) => [id, texts.join(signWords[language].list)]))
}

const NONE: ReadonlyMap<string, string> = new Map()
