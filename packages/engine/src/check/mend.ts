import type { Edit, Issue, Mend } from '@yardstick/model'

/** A mend with its label in both languages; none where there is no edit to offer. */
export function mend(edit: Edit | undefined, zh: string, en: string): Mend[] {
  return edit === undefined ? [] : [{ label: { zh, en }, edit }]
}

/** An issue with its cures, the one to try first in front; every cure stands in `mends` with its label. */
export function withMends(issue: Issue, mends: readonly Mend[]): Issue {
  const [first] = mends
  return first === undefined ? issue : { ...issue, mend: first.edit, mends }
}

/** One edit out of several, which a single one needs no batch for. */
export function together(edits: readonly Edit[]): Edit | undefined {
  return edits.length > 1 ? { type: 'batch', edits: [...edits] } : edits[0]
}
