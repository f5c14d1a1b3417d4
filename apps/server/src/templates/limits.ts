import { isSameTemplate, versionOrder } from '@yardstick/exchange/package'
import { adopt, canonicalText, type Issue, type Lineage, limitIssues, type Scheme } from '@yardstick/model'
import { schemeOf } from '../document-text.ts'
import { refusal, wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import { revisionWith } from '../store/scheme-revisions.ts'
import type { SchemeRow } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { readTemplate, type TemplateRow } from '../store/templates.ts'
import { nameOfRow, newestKnown } from './newest-known.ts'
import { demandTrusted, type Origin, originOf } from './origin.ts'

/**
 * What those above have said may be changed, held by whatever way a scheme comes in. A lineage is not believed for what it
 * says: as long as it stays as it was, each save is held against the one before; where it is new or another one, it has to
 * be what adopting that template gives, to the letter, and the whole scheme is held against that.
 */

/** What a save means for where a scheme comes from. */
export type Step = 'none' | 'parted' | 'followed' | 'restored'

/**
 * Refuses a save beyond the limits of what was adopted.
 *
 * throws  the issues of `limitIssues`; TEMPLATE_UNKNOWN, TEMPLATE_UNTRUSTED, TEMPLATE_OLDER where it says that it comes from
 *         another template than before
 */
export async function demandWithinLimits(db: Db, row: SchemeRow, before: Scheme, after: Scheme): Promise<Step> {
  const issues = limitIssues(before, after)
  if (!issues.some(({ code }) => code === 'LIMIT_LINEAGE')) {
    if (issues.length > 0) throw wrongData(issues)
    return 'none'
  }
  const { lineage } = after
  // Where something comes from is not left out again.
  if (lineage === undefined) throw wrongData(issues)
  if (isCopyOf(before.lineage, lineage)) return 'parted'
  const earlier = await revisionWith(db, row.id, lineage)
  if (earlier !== undefined) {
    const beyond = limitIssues(schemeOf(earlier), after)
    if (beyond.length > 0) throw wrongData(beyond)
    return 'restored'
  }
  if (await isOfAnother(db, before.lineage, lineage)) throw wrongData(issues)
  await demandAdopted(db, after, before.lineage)
  return 'followed'
}

/** A reference follows its own template; what leaves that becomes a copy first, and says so. */
async function isOfAnother(db: Db, before: Lineage | undefined, after: Lineage): Promise<boolean> {
  if (before?.mode !== 'reference') return false
  const [one, other] = [before.template, after.template]
  if (one.id !== other.id || one.publisher !== other.publisher) return true
  const [was, now] = [await readTemplate(db, one.hash), await readTemplate(db, other.hash)]
  return was !== undefined && now !== undefined && !isSameTemplate(nameOfRow(was), nameOfRow(now))
}

/**
 * The same of a scheme that is brought along as a file: a copy is one's own, wherever it says it comes from. Nobody believes
 * that for it, since what is signed needs the seals of what it comes from.
 */
export async function demandBrought(db: Db, scheme: Scheme, how: { allowOlder?: boolean }): Promise<void> {
  const { lineage } = scheme
  const isOwn = lineage?.mode === 'copy' && (await readTemplate(db, lineage.template.hash)) === undefined
  if (!isOwn) await demandAdopted(db, scheme, undefined, how)
}

/** Refuses a scheme that says it was adopted where that is not what adopting gives, or was changed beyond its limits. */
async function demandAdopted(
  db: Db,
  scheme: Scheme,
  before?: Lineage | undefined,
  { allowOlder = false }: { allowOlder?: boolean } = {},
): Promise<void> {
  const { lineage } = scheme
  if (lineage === undefined) return
  const origin = await originOf(db, lineage.template)
  await demandTrusted(db, origin.row)
  await demandPassedOn(db, origin)
  if (!allowOlder) await demandNotOlder(db, origin.row, before)
  const issues = await beyondTemplate(db, scheme)
  if (issues.length > 0) throw wrongData(issues)
}

/**
 * Refuses a template that goes beyond what it was itself adopted under: who passes on does not widen what those above have
 * said. It can be seen where the template above is known here.
 */
export async function demandPassedOn(db: Db, { scheme }: Pick<Origin, 'scheme'>): Promise<void> {
  const { lineage } = scheme
  if (lineage?.mode !== 'reference' || (await readTemplate(db, lineage.template.hash)) === undefined) return
  const issues = await beyondTemplate(db, scheme)
  if (issues.length > 0) throw wrongData(issues)
}

/** Refuses an older version than what it was adopted from so far; of what is adopted anew, than the newest that is known. */
export async function demandNotOlder(db: Db, row: TemplateRow, before?: Lineage | undefined): Promise<void> {
  const { id, publisher } = before?.template ?? {}
  const isSame = id === row.template_id && publisher === row.publisher
  const known = isSame ? before!.template.version : (await newestKnown(db, nameOfRow(row)))?.version
  if (known === undefined || versionOrder(row.version, known) >= 0) return
  throw refusal('TEMPLATE_OLDER', { severity: 'error', expected: known, found: row.version })
}

/** The whole of an adopted scheme against its template, from which everything that its lineage says is made anew. */
export async function beyondTemplate(db: Db, scheme: Scheme): Promise<Issue[]> {
  const { lineage, region } = scheme
  if (lineage === undefined) return []
  // Nothing holds what is one's own.
  if (lineage.mode === 'copy' && (await readTemplate(db, lineage.template.hash)) === undefined) return []
  const origin = await originOf(db, lineage.template)
  const { mode, parameters = {} } = lineage
  const adopted = adopt(origin, { mode, parameters, ...(region === undefined ? {} : { region }) }, sha256)
  return adopted.ok ? limitIssues(adopted.value, scheme) : [...adopted.issues]
}

/** 引用 made 复制: the same lineage, without anything that held. */
function isCopyOf(before: Lineage | undefined, after: Lineage): boolean {
  if (before?.mode !== 'reference' || after.mode !== 'copy') return false
  return canonicalText(asCopy(before)) === canonicalText(after)
}

function asCopy({ boundaries: _, offered: __, nodes, ...lineage }: Lineage): Lineage {
  const free = Object.entries(nodes ?? {}).map(([id, { limits: _, ...origin }]) => [id, origin] as const)
  return { ...lineage, mode: 'copy', ...(nodes === undefined ? {} : { nodes: Object.fromEntries(free) }) }
}
