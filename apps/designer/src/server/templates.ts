import type { Issue, Lineage, Mapping, TemplatePackage, TemplateRef } from '@yardstick/model'
import { addressOf, ask, query } from './client.ts'

/** The server's 模板库: template packages, what they come from, taking them in and adopting their schemes. */

/** Why a package is believed, or is not. */
export const trusts = [
  'built-in',
  'trusted',
  'unknown-key',
  'other-publisher',
  'other-region',
  'revoked',
  'unsigned',
] as const
export type Trust = (typeof trusts)[number]

/** Schemes of these may be adopted. */
export function isTrusted(trust: Trust): boolean {
  return trust === 'built-in' || trust === 'trusted'
}

export const levels = ['nation', 'province', 'city', 'county'] as const
export type Level = (typeof levels)[number]
export const sources = ['built-in', 'own', 'file', 'catalogue'] as const
export type Source = (typeof sources)[number]

type Region = { readonly name: string; readonly code?: string }

/** A version of a template as lists give it. */
export interface TemplateHead {
  /** Of its manifest. */
  readonly hash: string
  /** Of the template, the same through all its versions. */
  readonly id: string
  readonly name: string
  readonly version: string
  readonly publisher: string
  readonly region: Region | null
  readonly level: Level | null
  readonly departmentTypes: readonly string[]
  readonly formCode: string | null
  readonly basis: readonly string[]
  readonly licence: string
  readonly date: string | null
  readonly source: Source
  readonly kind: 'template' | 'proposal'
  readonly trust: Trust
  /** Fingerprint of the key that signed it. */
  readonly key: string | null
  readonly isNewest: boolean
  readonly receivedAt: string | null
  readonly receivedBy: string | null
  readonly schemes: readonly {
    readonly id: string
    readonly name: string
    readonly leaves: number
    readonly fullScore: string
    readonly year: number | null
  }[]
  readonly modules: readonly { readonly id: string; readonly name: string }[]
  readonly proposal: { readonly to: TemplateRef; readonly note: string | null; readonly isKnown?: boolean } | null
  /** Out of the list, kept so that what was adopted from it can be verified. */
  readonly isRemoved?: boolean
  /** Of what was signed here: the scheme it was made from. */
  readonly scheme?: string | null
}

/** A template that this one was adapted from. */
export interface Ancestor {
  readonly publisher: string
  readonly name: string
  readonly version: string
  readonly hash: string
  readonly region: Region | null
  readonly trust: Trust
  readonly date: string | null
  /** It is in the library, to be looked at. */
  readonly isKnown: boolean
}

/** One version, whole. */
export interface Template extends TemplateHead {
  readonly readme: string | null
  /** Nearest first. */
  readonly provenance: readonly Ancestor[]
  readonly package: TemplatePackage
}

export interface AskedTemplates {
  readonly search?: string
  readonly departmentType?: string
  readonly region?: string
  readonly level?: Level
  readonly publisher?: string
  readonly source?: Source
  readonly kind?: TemplateHead['kind']
  /** Proposals to this template. */
  readonly to?: string
  readonly after?: string
  readonly limit?: number
}

export function listTemplates(asked: AskedTemplates = {}): Promise<{ readonly templates: readonly TemplateHead[] }> {
  return ask('GET', `/api/templates${query({ ...asked })}`)
}

export function templatePath(hash: string): string {
  return `/api/templates/${encodeURIComponent(hash)}`
}

export function readTemplate(hash: string): Promise<Template> {
  return ask('GET', templatePath(hash))
}

/** Of the exact file, as an attachment. */
export function templateFileAddress(hash: string): string {
  return addressOf(`${templatePath(hash)}/file`)
}

/** What taking a package in would mean; nothing is stored. */
export interface TemplateReading {
  readonly head: TemplateHead
  readonly issues: readonly Issue[]
  /** This very version is in the library. */
  readonly isKnown: boolean
  /** The newest version of the same template that is known here. */
  readonly newest: string | null
  /** A newer one is known. */
  readonly isOlder: boolean
}

/** `file` is the exact text of a `.yardstick` file. */
export function readTemplateFile(file: string): Promise<TemplateReading> {
  return ask('POST', '/api/templates/reading', { body: { file } })
}

export function takeInTemplate(file: string): Promise<TemplateHead> {
  return ask('POST', '/api/templates', { body: { file } })
}

export function removeTemplate(hash: string): Promise<void> {
  return ask('DELETE', templatePath(hash))
}

/** A scheme that was adopted from a version of the template. */
export interface Adoption {
  readonly scheme: string
  readonly name: string
  readonly region: string
  readonly mode: Lineage['mode']
  /** Null where the library never had it. */
  readonly version: string | null
  readonly hash: string
  readonly updatedAt: string
  readonly updatedBy: string
}

/** How a scheme is adopted. */
export interface AskedAdoption {
  /** Which of the package's schemes. */
  readonly scheme: string
  readonly mode: Lineage['mode']
  readonly parameters?: Readonly<Record<string, string>>
  /** 行政区划代码 */
  readonly region?: string
  readonly mapping?: Mapping
  readonly name?: string
  /** Although a newer version is known. */
  readonly allowOlder?: boolean
}

export function adoptTemplate(
  hash: string,
  asked: AskedAdoption,
): Promise<{ readonly id: string; readonly revision: number }> {
  return ask('POST', `${templatePath(hash)}/adoption`, { body: asked })
}

/** Puts a module of the package into 指标库. */
export function adoptModule(hash: string, module: string): Promise<{ readonly id: string }> {
  return ask('POST', `${templatePath(hash)}/modules/${encodeURIComponent(module)}`)
}
