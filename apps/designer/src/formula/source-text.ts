import { applyEdit, type Edit, type Issue, readJson, type Scheme, schemeEdits, validate } from '@yardstick/model'
import { readsName } from '../store/reads-name.ts'
import { jsonPlaces, placeOf } from './json-places.ts'

/**
 * The scheme as text that can be written in: what the text means, what edit it comes to, and how it goes with changes made
 * elsewhere meanwhile. Pure; the view holds the text.
 */
export interface SourceFault {
  readonly issue: Issue
  /** Offsets in the text. */
  readonly from: number
  readonly to: number
}

export type SourceReading =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly faults: readonly SourceFault[] }

export function printSource(scheme: Scheme): string {
  return JSON.stringify(scheme, null, 2)
}

export function readSource(text: string): SourceReading {
  const json = readJson(text)
  const read = json.ok ? validate('scheme', json.value) : json
  return read.ok ? { ok: true, scheme: read.value } : { ok: false, faults: faultsIn(text, read.issues) }
}

/** Issues with the places in the text that they speak of. */
export function faultsIn(text: string, issues: readonly Issue[]): SourceFault[] {
  const places = issues.some(({ code }) => code !== 'JSON_SYNTAX') ? jsonPlaces(text) : new Map()
  return issues.map((issue) => {
    if (issue.code === 'JSON_SYNTAX') {
      const at = offsetOf(text, issue.found)
      return { issue, from: at, to: Math.min(text.length, at + 1) }
    }
    const place = placeOf(places, issue.pointer)
    // Of a whole object only the beginning is underlined, or half the text would be.
    const to = place === undefined ? 0 : Math.min(place.to, endOfLine(text, place.from))
    return { issue, from: place?.from ?? 0, to }
  })
}

function offsetOf(text: string, found: Issue['found']): number {
  const { line = 1, column = 1 } = (found ?? {}) as { line?: number; column?: number }
  const lines = text.split('\n').slice(0, Number(line) - 1)
  return Math.min(text.length, lines.reduce((sum, each) => sum + each.length + 1, 0) + Number(column) - 1)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

export function isNothing(edit: Edit): boolean {
  return edit.type === 'batch' && edit.edits.length === 0
}

export type Merge = { readonly edit: Edit } | { readonly refused: readonly Issue[] }

/**
 * The text's own changes put on the scheme as it stands now: what was changed on one side only is kept, and where both
 * changed one thing the text has the last word, since its author is asking.
 *
 * base   the scheme that the text was made from
 */
export function mergeSource(base: Scheme, mine: Scheme, now: Scheme): Merge {
  const edit = schemeEdits(base, mine)
  const edited = applyEdit(now, edit, readsName)
  return edited.ok ? { edit } : { refused: edited.issues }
}
