import type { Issue, Severity } from '@yardstick/model'

/** What distinguishes an issue from the others at the same moment. */
export function keyOfIssue({ code, pointer, span, found }: Issue): string {
  return `${code} ${pointer} ${span?.from ?? ''} ${span === undefined ? JSON.stringify(found) : ''}`
}

const ORDER: readonly Severity[] = ['error', 'warning', 'hint']

export interface IssueGroup {
  readonly severity: Severity
  readonly issues: readonly Issue[]
}

/** Errors first, then warnings, then hints, each in the order of the document; empty groups are left out. */
export function grouped(issues: readonly Issue[]): readonly IssueGroup[] {
  return ORDER.map((severity) => ({
    severity,
    issues: issues.filter((each) => each.severity === severity),
  })).filter((group) => group.issues.length > 0)
}

/** In the order in which F8 goes through them. */
export function inTurn(issues: readonly Issue[]): readonly Issue[] {
  return grouped(issues).flatMap((group) => group.issues)
}

/** The next or the one before, round the end; from nowhere the first or the last. */
export function stepFrom(issues: readonly Issue[], current: string | null, step: 1 | -1): Issue | undefined {
  const list = inTurn(issues)
  const now = current === null ? -1 : list.findIndex((each) => keyOfIssue(each) === current)
  const next = now < 0 ? (step > 0 ? 0 : list.length - 1) : (now + step + list.length) % list.length
  return list[next]
}
