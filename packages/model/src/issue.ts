import type { CatalogueEntry, Severity } from './catalogue/entry.ts'
import { catalogue } from './catalogue/index.ts'
import type { Edit } from './edit/edit.ts'
import type { Json } from './json.ts'

/**
 * One form for everything that can be wrong, at every stage. An issue is data; its words are chosen when it is shown, so
 * that any language can word it. `expected` and `found` have the shape that the code's catalogue entry reads.
 */
export interface Issue {
  readonly code: IssueCode
  readonly severity: Severity
  /** JSON Pointer into the document: /indicators/2/children */
  readonly pointer: string
  /** The names a person reads: ["产出指标", "产出质量"] */
  readonly where: readonly string[]
  /** Offsets in the text at `pointer`, in code points of UTF-16, for formulas and sentences. */
  readonly span?: { readonly from: number; readonly to: number }
  readonly expected: Json
  readonly found: Json
  /** The edit that cures it: the designer's button. */
  readonly mend?: Edit
  /** Further cures where more than one is sensible; `mend` is the first choice. */
  readonly mends?: readonly Mend[]
}

export interface Mend {
  readonly label: { readonly zh: string; readonly en: string }
  readonly edit: Edit
}

export type IssueCode = keyof typeof catalogue
export type { Severity }
export type Language = 'zh' | 'en'

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** An issue with the severity of its catalogue entry; `at` gives place, data and mends. */
export function issue(code: IssueCode, at: Partial<Omit<Issue, 'code'>>): Issue {
  return { severity: catalogue[code].severity, pointer: '', where: [], expected: null, found: null, ...at, code }
}

/** The three clauses of an issue — expected, found, how to mend — in one language, with its place before and its code behind. */
export function wordIssue(issue: Issue, language: Language): string {
  const entry: CatalogueEntry = catalogue[issue.code]
  const place = [issue.where.join(' / '), issue.pointer].filter((part) => part !== '')
  const span = issue.span === undefined ? '' : ` ${issue.span.from}–${issue.span.to}`
  if (language === 'zh') {
    const head =
      place.length === 2 ? `${place[0]}（${place[1]}${span}）：` : place.length === 1 ? `${place[0]}${span}：` : ''
    return `${head}${entry.zh(issue.expected, issue.found)} [${issue.code}]`
  }
  const head =
    place.length === 2 ? `${place[0]} (${place[1]}${span}): ` : place.length === 1 ? `${place[0]}${span}: ` : ''
  return `${head}${entry.en(issue.expected, issue.found)} [${issue.code}]`
}

export function hasError(issues: readonly Issue[]): boolean {
  return issues.some((each) => each.severity === 'error')
}
