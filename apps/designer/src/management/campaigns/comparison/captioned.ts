import type { ChartOption } from '../../../parts/chart/draw-chart.ts'
import type { Colours } from './colours.ts'

/** Room above a picture for what it is of and what is seen. */
export const CAPTION = 76

/** A picture that goes on its own says above what it shows: its title, and the sentence of the page. */
export function captioned(
  option: ChartOption,
  { title, seen, width }: { readonly title: string; readonly seen: string; readonly width: number },
  colours: Colours,
): ChartOption {
  return {
    ...option,
    title: {
      ...{ text: title, subtext: seen, left: 8, top: 4, itemGap: 6 },
      textStyle: {
        ...{ color: colours.text, fontFamily: colours.font, fontSize: 15 },
        ...{ width: width - 24, overflow: 'truncate' },
      },
      subtextStyle: {
        ...{ color: colours.text, fontFamily: colours.font, fontSize: 12, lineHeight: 17 },
        ...{ width: width - 24, overflow: 'break' },
      },
    },
    ...lowered(option, 'grid'),
    ...lowered(option, 'legend'),
  }
}

/** A part that stands so far from the top. */
function lowered(option: ChartOption, key: 'grid' | 'legend'): ChartOption {
  const part: unknown = option[key]
  if (typeof part !== 'object' || part === null || !('top' in part)) return {}
  return { [key]: { ...part, top: Number(part.top) + CAPTION } }
}
