import type { Lineage } from '@yardstick/model'
import { ask } from './client.ts'
import type { TemplateHead } from './templates.ts'

/** What an open scheme has to do with templates: newer versions of the one it came from, and those made of it. */
export interface Upstream {
  /** Of the draft on the server. */
  readonly lineage: Lineage | null
  /** The version it came from; null where the library does not have it. */
  readonly current: TemplateHead | null
  /** Later versions of the same template. */
  readonly newer: readonly TemplateHead[]
}

export function readUpstream(id: string): Promise<Upstream> {
  return ask('GET', `/api/schemes/${id}/upstream`)
}

/** What is proposed to templates that were signed from a scheme. */
export function readProposals(id: string): Promise<{ readonly templates: readonly TemplateHead[] }> {
  return ask('GET', `/api/schemes/${id}/proposals`)
}

/** A key of this server to sign with. */
export interface SigningKey {
  readonly key: string
  readonly fingerprint: string
  readonly name: string
  readonly publisher: string
  /** 行政区划代码; '' is everywhere. */
  readonly region: string
}

export function listSigningKeys(): Promise<{ readonly keys: readonly SigningKey[] }> {
  return ask('GET', '/api/keys')
}

/** What is said of a template package that is made; the server knows the rest. */
export interface AskedPackage {
  readonly key: string
  readonly passphrase: string
  readonly id?: string
  readonly name?: string
  readonly version?: string
  readonly licence?: string
  readonly basis?: readonly string[]
  readonly readme?: string
  /** 贡献: to the template that the scheme was adopted from. */
  readonly proposal?: { readonly note?: string; readonly reasons?: Readonly<Record<string, string>> }
}

/** Signs the newest published version, or the draft where it is a proposal, and puts it into the library. */
export function makePackage(id: string, asked: AskedPackage): Promise<{ readonly hash: string }> {
  return ask('POST', `/api/schemes/${id}/package`, { body: asked })
}
