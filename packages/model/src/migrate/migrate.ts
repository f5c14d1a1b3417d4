import { issue, type Result } from '../issue.ts'
import type { Json } from '../json.ts'

/**
 * Documents of an older form are brought to the newest one before their shape is checked. A step takes version n to n+1
 * and is pure; each has a before and after pair as its test. Version 1 is the first form of every document, so the table
 * is empty until one of them has to change.
 */
export interface Migration {
  readonly kind: string
  readonly from: number
  readonly migrate: (document: { readonly [key: string]: Json }) => { readonly [key: string]: Json }
}

export const migrations: readonly Migration[] = []

/** The newest version of every document kind. */
export const newestVersion: { readonly [kind: string]: number } = {
  scheme: 1,
  declaration: 1,
  submission: 1,
  evaluation: 1,
  group: 1,
  'score-sheet': 1,
  package: 1,
  'report-texts': 1,
  mapping: 1,
  key: 1,
  catalogue: 1,
}

/** A document that does not say what it is passes through; its shape is checked next and says so. */
export function migrate(
  kind: string,
  document: Json,
  steps: readonly Migration[] = migrations,
  newest: { readonly [kind: string]: number } = newestVersion,
): Result<Json> {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) return { ok: true, value: document }
  let current = document as { readonly [key: string]: Json }
  const said = typeof current['yardstick'] === 'string' ? /^([a-z-]+)\/(\d{1,6})$/.exec(current['yardstick']) : null
  if (said === null || said[1] !== kind) return { ok: true, value: document }
  const goal = newest[kind] ?? 1
  for (let version = Number(said[2]); version !== goal; version++) {
    if (version > goal) {
      return {
        ok: false,
        issues: [issue('DOCUMENT_NEWER', { pointer: '/yardstick', expected: `${kind}/${goal}`, found: said[0] })],
      }
    }
    const step = steps.find((each) => each.kind === kind && each.from === version)
    if (step === undefined) {
      return {
        ok: false,
        issues: [issue('DOCUMENT_KIND', { pointer: '/yardstick', expected: `${kind}/${goal}`, found: said[0] })],
      }
    }
    current = { ...step.migrate(current), yardstick: `${kind}/${version + 1}` }
  }
  return { ok: true, value: current }
}
