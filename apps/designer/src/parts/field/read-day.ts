import { CivilDate } from '@yardstick/model'

/** A typed day: 2024-06-30, 2024/6/30, 2024.6.30, 20240630, 2024年6月30日; undefined for what is none. */
export function readDay(text: string): CivilDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  return CivilDate.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
