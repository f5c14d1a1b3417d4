import { Exact } from '@yardstick/model'

/** Points as people type them: full width, with 分 behind, with separators; exact text, or a share of the parent's. */
export type PointsReading =
  | { readonly kind: 'points'; readonly points: string }
  | { readonly kind: 'share'; readonly percent: string }
  | { readonly kind: 'unread' }

export function readPoints(text: string): PointsReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，_]/g, '')
    .replace(/(?:分|points?|pts?)$/i, '')
  if (plain === '') return { kind: 'points', points: '0' }
  const match = /^\+?(\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})(%?)$/.exec(plain)
  if (match === null) return { kind: 'unread' }
  const number = match[1]!.startsWith('.') ? `0${match[1]}` : match[1]!
  const points = Exact.of(number).toText()
  return match[2] === '%' ? { kind: 'share', percent: points } : { kind: 'points', points }
}
