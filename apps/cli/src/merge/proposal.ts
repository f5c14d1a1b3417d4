import { diff } from '@yardstick/engine'
import { acceptProposal, type Conflict, proposalFor, type Scheme } from '@yardstick/model'
import type { Given } from '../command.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { proposalLines } from '../render/proposal-report.ts'
import type { Shell } from '../shell.ts'
import type { Merged, MergeInputs } from './merged.ts'

/** Everything of a proposal. */
const ALL = 'all'

/** A proposal 贡献 taken into the owner's own scheme, as far as it is accepted. */
export function takeProposal({ local, newer, base }: MergeInputs, given: Given, shell: Shell): Read<Merged> {
  const { to, note, reasons = {} } = newer.package.manifest.proposal!
  if (to.hash !== base.hash) return unreadable(base.file, words.otherBase(to.version))
  const own = base.package.schemes.find(({ id }) => id === to.scheme)
  const proposed = newer.package.schemes.find(
    ({ lineage }) => lineage?.template.hash === to.hash && lineage.template.scheme === to.scheme,
  )
  if (own === undefined || proposed === undefined) return unreadable(newer.file, words.noScheme(to.scheme))
  if (local.id !== own.id) return unreadable(given.file(0), words.otherScheme(own.id))
  const changes = diff(own, asOwn(proposalFor(own, proposed), own))
  const wanted = given.lists.get('accept') ?? []
  const known = new Set(changes.map(({ id }) => id))
  const unknown = wanted.find((id) => id !== ALL && !known.has(id))
  if (unknown !== undefined) return unreadable(unknown, words.noChange([...known]))
  const isAccepted = (id: string) => wanted.includes(ALL) || wanted.includes(id)
  const { scheme, conflicts } =
    wanted.length === 0
      ? { scheme: local, conflicts: [] as readonly Conflict[] }
      : acceptProposal({ base: own, mine: local, proposed, accepted: (_of, id) => isAccepted(id) })
  const accepted = changes.filter(({ id }) => isAccepted(id))
  const rows = changes.map((change) => ({
    ...change,
    isAccepted: accepted.includes(change),
    reason: reasons[change.id] ?? null,
  }))
  return {
    ok: true,
    value: {
      scheme,
      data: { to, note: note ?? null, changes: rows, conflicts },
      lines: proposalLines({ manifest: newer.package.manifest, rows, conflicts }, shell),
    },
  }
}

/** Lineage and what it gives to others are no part of a proposal. */
function asOwn({ lineage: _, sharing: __, ...scheme }: Scheme, { lineage, sharing }: Scheme): Scheme {
  return { ...scheme, ...(lineage === undefined ? {} : { lineage }), ...(sharing === undefined ? {} : { sharing }) }
}

const words = {
  otherBase: (version: string) => ({
    zh: `贡献所依据的不是这个文件；请给出 ${version} 版模板包`,
    en: `the proposal was not made from this file; name that one, version ${version}`,
  }),
  noScheme: (id: string) => ({
    zh: `贡献中没有指标体系 ${id} 的改动`,
    en: `the proposal has no changes of the scheme ${id}`,
  }),
  otherScheme: (id: string) => ({
    zh: `这不是贡献要改的指标体系 ${id}`,
    en: `this is not the scheme that the proposal would change, ${id}`,
  }),
  noChange: (ids: readonly string[]) => ({
    zh: `贡献中没有这一项；有：${ids.join('、') || '没有'}`,
    en: `the proposal has no such change; there are: ${ids.join(', ') || 'none'}`,
  }),
}
