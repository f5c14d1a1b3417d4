import type { Issue, Json } from '@yardstick/model'

/**
 * The cures that an issue of a formula offers while it is being written: another text for a part of it, or the data item
 * that it misses.
 */
export type FormulaMend =
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'new-item'; readonly name: string }

/** At most `MOST` of them, the likeliest first. `length` is that of the text, where a bracket is to be closed. */
export function mendsOf(issue: Issue, length: number, language: 'zh' | 'en'): FormulaMend[] {
  const { code, expected, found, span } = issue
  if (span === undefined) return []
  const replace = (text: Json | undefined): FormulaMend[] =>
    typeof text === 'string' ? [{ kind: 'replace', ...span, text }] : []
  const part = (key: string) =>
    typeof expected === 'object' && expected !== null && !Array.isArray(expected)
      ? (expected as { [key: string]: Json })[key]
      : undefined
  const each = Array.isArray(expected) ? expected.slice(0, MOST) : []
  switch (code) {
    case 'FORMULA_UNKNOWN_NAME':
      return [...replace(expected), ...(typeof found === 'string' ? [{ kind: 'new-item' as const, name: found }] : [])]
    case 'FORMULA_AMBIGUOUS_NAME':
    case 'FORMULA_NAME_DIGIT':
    case 'FORMULA_RATE_LITERAL':
      return replace(expected)
    case 'FORMULA_UNKNOWN_FIELD': {
      const list = typeof found === 'object' && found !== null && 'list' in found ? found['list'] : undefined
      return typeof expected === 'string' && typeof list === 'string' ? replaceField(issue, expected) : []
    }
    case 'FORMULA_UNKNOWN_FUNCTION':
      return replace(part('function'))
    case 'FORMULA_COMPARE_CHAIN':
      return replace(part(language))
    case 'FORMULA_POWER_BRACKETS':
      return each.flatMap(replace)
    case 'FORMULA_UNKNOWN_CHOICE':
      return each.flatMap((choice) => replace(`"${String(choice).replaceAll('"', '""')}"`))
    case 'FORMULA_UNCLOSED':
      return typeof expected === 'string' ? [{ kind: 'replace', from: length, to: length, text: expected }] : []
    default:
      return []
  }
}

/** 项目.金颔: only what stands after the point, which is where the field's name ends the span. */
function replaceField({ span, found }: Issue, field: string): FormulaMend[] {
  const wrong = (found as { [key: string]: Json })['field']
  if (span === undefined || typeof wrong !== 'string') return []
  return [{ kind: 'replace', from: Math.max(span.from, span.to - wrong.length), to: span.to, text: field }]
}

export function applyMend(text: string, mend: Extract<FormulaMend, { kind: 'replace' }>): string {
  return text.slice(0, mend.from) + mend.text + text.slice(mend.to)
}

const MOST = 4
