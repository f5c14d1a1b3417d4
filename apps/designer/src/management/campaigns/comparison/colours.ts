/** The colours of a picture, as the library takes them. */
export interface Colours {
  readonly text: string
  readonly faint: string
  readonly line: string
  readonly lineStrong: string
  readonly surface: string
  readonly ground: string
  readonly accent: string
  readonly warn: string
  readonly bands: Readonly<Record<Band, string>>
  /** What is written on them. */
  readonly onBands: Readonly<Record<Band, string>>
  readonly font: string
}

/** Steps of the score rate, from orange to blue, which also those tell apart who do not see red or green. */
export const bands = ['full', 'high', 'good', 'fair', 'low', 'zero'] as const
export type Band = (typeof bands)[number]

/** 8.1 of 9 is drawn as 0.8999…: a quotient for drawing misses an edge by less than scores can. */
const HAIR = 1e-9

/** Rates of 0 to 1. What is full or nothing is told by the score itself, which is no rounded rate. */
export function bandOf(rate: number): Band {
  if (rate >= 1) return 'full'
  if (rate >= 0.9 - HAIR) return 'high'
  if (rate >= 0.8 - HAIR) return 'good'
  if (rate >= 0.6 - HAIR) return 'fair'
  return rate > 0 ? 'low' : 'zero'
}

/** Of the page as it is now. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  const each = (prefix: string) =>
    Object.fromEntries(bands.map((band) => [band, of(`--${prefix}-${band}`)])) as Record<Band, string>
  return {
    text: of('--text'),
    faint: of('--text-2'),
    line: of('--line'),
    lineStrong: of('--line-strong'),
    surface: of('--surface'),
    ground: of('--surface-3'),
    accent: of('--accent'),
    warn: of('--comparison-warn'),
    bands: each('band'),
    onBands: each('on-band'),
    font: style.fontFamily,
  }
}

/** Those of the light page, whatever is shown: pictures go into reports, which are on white paper. */
export function paperColours(): Colours {
  const root = document.documentElement
  const theme = root.dataset['theme']
  root.dataset['theme'] = 'light'
  try {
    return coloursOf(document.body)
  } finally {
    if (theme === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }
}
