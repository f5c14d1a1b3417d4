import { padEnd, textWidth, wrapText } from '../text-width.ts'

/** Text behind a head, its further lines under its first. */
export function hanging(head: string, text: string, width: number): string[] {
  const indent = textWidth(head)
  return wrapText(text, Math.max(width - indent, 20)).map((line, at) => (at === 0 ? head : ' '.repeat(indent)) + line)
}

/** Labels in one column, texts beside them; a label that stands above already is not repeated. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  width: number,
  indent = '',
): string[] {
  const column = Math.max(0, ...rows.map(([label]) => textWidth(label)))
  return rows.flatMap(([label, text], at) => {
    const said = at > 0 && rows[at - 1]?.[0] === label ? '' : label
    return hanging(`${indent}${padEnd(said, column)}  `, text, width)
  })
}
