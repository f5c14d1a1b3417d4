import { packageText, type ReadPackage, readPackage, versionOrder } from '@yardstick/exchange/package'
import { type Issue, issue } from '@yardstick/model'
import type { Context } from '../context.ts'
import { refusal, wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import { change } from '../store/change.ts'
import type { Db } from '../store/tables.ts'
import { addTemplate, readTemplate, resealTemplate, type Template } from '../store/templates.ts'
import { headText } from './kept-head.ts'
import { nameOfRow, newestKnown } from './newest-known.ts'
import { type TemplateHead, templateHeads } from './template-head.ts'
import { isTrusted } from './trusted-keys.ts'

/** A package out of a file that came in: whole, canonical and signed, whoever signed it. */
export function readFile(file: string): ReadPackage {
  const read = readPackage(file, sha256)
  if (!read.ok) throw wrongData(read.issues)
  return read.value
}

/** What taking a package in would mean; nothing is stored by it. */
export interface Reading {
  readonly head: TemplateHead
  /** What should be looked at before. */
  readonly issues: readonly Issue[]
  readonly isKnown: boolean
  /** Version of the newest that is known of the same template. */
  readonly newest: string | null
  readonly isOlder: boolean
}

export async function readingOf(db: Db, row: Template): Promise<Reading> {
  const found = await readTemplate(db, row.hash)
  // The same under another signature is believed or not by that one.
  const known = found?.key === row.key ? found : undefined
  const newest = row.kind === 'proposal' ? undefined : await newestKnown(db, nameOfRow(row))
  const isOlder = newest !== undefined && versionOrder(row.version, newest.version) < 0
  const [head] = await templateHeads(db, [known ?? row])
  const older = isOlder ? [olderThan(newest.version, row.version)] : []
  const untrusted = isTrusted(head!.trust) ? [] : [untrustedWarning(head!, row.key)]
  return {
    head: head!,
    issues: [...older, ...untrusted],
    isKnown: known !== undefined && known.removed_at === null,
    newest: newest?.version ?? null,
    isOlder,
  }
}

const olderThan = (newest: string, version: string): Issue =>
  issue('TEMPLATE_OLDER', { expected: newest, found: version })

/** It may be taken in, but not be adopted before somebody trusts its key. */
function untrustedWarning({ trust, publisher, key }: TemplateHead, hex: string | null): Issue {
  return issue('TEMPLATE_UNTRUSTED', { severity: 'warning', found: { trust, publisher, key: hex, fingerprint: key } })
}

/** A row for a package, as it is kept. */
export function templateRow(
  { package: content, hash }: Pick<ReadPackage, 'package' | 'hash'>,
  received: Pick<Template, 'source' | 'scheme_id' | 'received_by' | 'received_at'>,
): Template {
  const { manifest, signature } = content
  return {
    hash,
    template_id: manifest.id,
    version: manifest.version,
    publisher: manifest.publisher,
    kind: manifest.proposal === undefined ? 'template' : 'proposal',
    key: signature?.key ?? null,
    document: packageText(content),
    head: headText(content),
    proposed_to: manifest.proposal?.to.hash ?? null,
    ...received,
    removed_at: null,
  }
}

/** Puts it into the library. throws  REQUEST_EXISTS where it is there */
export async function takeIn(context: Context, person: { readonly id: string }, row: Template): Promise<void> {
  await change(context, person.id, async (tx, log) => {
    if (!(await addTemplate(tx, row)) && !(await reseal(tx, row))) {
      throw refusal('REQUEST_EXISTS', { found: `${nameOf(row)} ${row.version}` })
    }
    const { hash, publisher, template_id: id, version, source, key } = row
    await log('template.take-in', `template ${hash}`, { name: nameOf(row), publisher, id, version, source, key })
  })
}

/**
 * Whoever signs what another publisher made has a file of the same hash. It keeps nobody from having the real one: one that
 * is believed takes the place of one that is not.
 */
async function reseal(tx: Db, row: Template): Promise<boolean> {
  const known = await readTemplate(tx, row.hash)
  if (known === undefined || known.key === row.key) return false
  const [before, now] = await templateHeads(tx, [known, row])
  if (isTrusted(before!.trust) || !isTrusted(now!.trust)) return false
  await resealTemplate(tx, row)
  return true
}

function nameOf({ head }: Template): string {
  return (JSON.parse(head) as { manifest: { name: string } }).manifest.name
}
