import { audit, compile } from '@yardstick/engine'
import type { Issue, Scheme, ScoreSheet } from '@yardstick/model'
import { sha256 } from './sha256.ts'

export interface AuditedSheet {
  readonly issues: readonly Issue[]
  /** The scheme does not compile: the sheet was checked by itself. */
  readonly isSchemeBroken: boolean
}

/** What a printed sheet says against itself, and against the scheme it was scored by where that is given. */
export function auditSheet(sheet: ScoreSheet, scheme: Scheme | null): AuditedSheet {
  const compiled = scheme === null ? undefined : compile(scheme, { sha256 })
  return {
    issues: audit(sheet, compiled?.ok ? compiled.value : undefined),
    isSchemeBroken: compiled?.ok === false,
  }
}
