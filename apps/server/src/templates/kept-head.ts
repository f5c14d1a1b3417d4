import type { Trust, TrustedKey } from '@yardstick/exchange/package'
import { type Indicator, isLeaf, type Manifest, type Signature, type TemplatePackage } from '@yardstick/model'
import type { TemplateRow } from '../store/templates.ts'
import { trustIn } from './trusted-keys.ts'

/** What is kept beside a package so that lists need not read it. */
export interface KeptHead {
  readonly manifest: Omit<Manifest, 'contents'>
  readonly signature: Signature | null
  readonly schemes: readonly {
    readonly id: string
    readonly name: string
    readonly leaves: number
    readonly fullScore: string
    readonly year: number | null
  }[]
  readonly modules: readonly { readonly id: string; readonly name: string }[]
}

export function headText({ manifest, signature, schemes, modules = [] }: TemplatePackage): string {
  const { contents: _, ...rest } = manifest
  const head: KeptHead = {
    manifest: rest,
    signature: signature ?? null,
    schemes: schemes.map(({ id, name, fullScore, year, indicators }) => {
      return { id, name, leaves: countLeaves(indicators), fullScore, year: year ?? null }
    }),
    modules: modules.map(({ id, name }) => ({ id, name })),
  }
  return JSON.stringify(head)
}

function countLeaves(indicators: readonly Indicator[]): number {
  return indicators.reduce((sum, each) => sum + (isLeaf(each) ? 1 : countLeaves(each.children)), 0)
}

export function readHead({ head }: Pick<TemplateRow, 'head'>): KeptHead {
  return JSON.parse(head) as KeptHead
}

/** Whether somebody answers for it, by the keys that are trusted now. */
export function trustOfRow(row: Pick<TemplateRow, 'head' | 'source'>, keys: readonly TrustedKey[]): Trust {
  const { manifest, signature } = readHead(row)
  return trustIn(row.source, signature === null ? null : { manifest: { ...manifest, contents: [] }, signature }, keys)
}
