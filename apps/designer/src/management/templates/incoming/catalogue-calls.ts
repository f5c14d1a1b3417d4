import type { Catalogue } from '@yardstick/model'
import { ask } from '../../../server/client.ts'
import type { TemplateHead, TemplateReading } from '../../../server/templates.ts'

/** A folder on another server, which the operator of this one allows. */
export interface CatalogueAddress {
  readonly number: number
  readonly address: string
  readonly name: string | null
}

/** A package of a catalogue, beside what the library has of it. */
export type CataloguePackage = Catalogue['packages'][number] & {
  readonly isKnown: boolean
  /** The newest version of the same template that is known here. */
  readonly newest: string | null
}

const pathOf = (catalogue: number, hash: string) => `/api/catalogues/${catalogue}/packages/${hash}`

/** The server fetches it and says what it is; nothing is stored. */
export function readCataloguePackage(catalogue: number, hash: string): Promise<TemplateReading> {
  return ask('POST', `${pathOf(catalogue, hash)}/reading`)
}

export function takeInCataloguePackage(catalogue: number, hash: string): Promise<TemplateHead> {
  return ask('POST', pathOf(catalogue, hash))
}
