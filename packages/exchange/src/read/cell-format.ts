import type { FilledCell } from './sheet-cells.ts'

/** What a format adds to a number, or hides of it: `0.00%`, `0.00"元"`, and `0!.0,` that shows 125000 as 12.5. */
export function shownAs(format: string): Pick<FilledCell, 'isPercent' | 'isScaled' | 'suffix'> {
  const [positive = ''] = format.split(';')
  const bare = positive.replace(/"[^"]*"|\[[^\]]*\]/g, '')
  const suffix = /"([^"]+)"\s*$/.exec(positive)?.[1]?.trim() ?? ''
  return {
    ...(bare.includes('%') ? { isPercent: true } : {}),
    ...(/[0#],+(?![0#,])|!\./.test(bare) ? { isScaled: true } : {}),
    ...(suffix === '' ? {} : { suffix }),
  }
}

/** As a cell without a format: 15 significant digits, which is what a double holds, without an exponent. */
export function plainText(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  if (!/e/.test(text)) return text
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(value)).toString()
}
