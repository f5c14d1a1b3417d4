/**
 * 不适用 or 空缺 as people type them, with the reason behind: 不适用：无此业务, 空缺（尚未决算）. The reason stays as it was
 * typed, full-width signs and brackets of its own included.
 *
 * returns '' where no reason stands behind it; undefined for anything else
 */
export function absentReason(state: 'not-applicable' | 'missing', typed: string): string | undefined {
  const plain = typed.trim()
  const word = WORDS[state].exec(plain)?.[0]
  const match = word === undefined ? null : BEHIND.exec(plain.slice(word.length))
  return match === null ? undefined : (match[1] ?? match[2] ?? '').trim()
}

const WORDS = { 'not-applicable': /^(?:不适用|n[/／]a|not applicable)/i, missing: /^(?:空缺|缺失|missing)/i }

/** Nothing, ：原因, or （原因）. */
const BEHIND = /^\s*(?:[:：,，;；]([\s\S]*)|[(（]([\s\S]*?)[)）]?)?$/
