import { indicatorById, type Language, type Parameter, type Scheme } from '@yardstick/model'
import { labelOf, numbersOfScheme } from '../parts/sharing/number-places.ts'
import { givenWords } from './words.ts'

/** Where a parameter stands, in words: the indicator's names and its field. */
export function placeName(scheme: Scheme, { of, in: within, field }: Parameter, language: Language): string {
  if (of === 'indicator') {
    const path = within === undefined ? undefined : indicatorById(scheme).get(within)?.path.join(' / ')
    return `${path ?? givenWords[language].gone} · ${labelOf(field, language)}`
  }
  const known = numbersOfScheme(scheme, language).find(
    (each) => each.of === of && each.in === within && each.field === field,
  )
  return known?.label ?? [within, labelOf(field, language)].filter((each) => each !== undefined).join(' · ')
}
