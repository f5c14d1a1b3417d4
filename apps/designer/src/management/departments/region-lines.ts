import { isRegionCode, type Region } from '../region-code.ts'

/**
 * Codes and names, one a line, as they are typed or pasted from two columns; of a code that stands twice the last counts.
 *
 * returns  the names, and the first line that is neither empty nor a code with its name
 */
export function readRegionLines(text: string): { named: Region[]; bad: { line: number; text: string } | undefined } {
  const byCode = new Map<string, string>()
  let bad: { line: number; text: string } | undefined
  text.split('\n').forEach((each, index) => {
    const line = each.normalize('NFKC').trim()
    if (line === '') return
    const [, code = '', name = ''] = /^(\d+)[\s,;:]+(.+)$/.exec(line) ?? []
    if (isRegionCode(code) && name.trim() !== '') byCode.set(code, name.trim())
    else bad ??= { line: index + 1, text: line.slice(0, 40) }
  })
  return { named: [...byCode].map(([code, name]) => ({ code, name })), bad }
}
