import {
  canonicalText,
  type IndicatorModule,
  type Manifest,
  type Scheme,
  type Seal,
  type Sha256,
  type TemplatePackage,
} from '@yardstick/model'
import { listContents } from './contents.ts'

/** What goes into a package; documents as `validate` gives them. */
export interface PackageContents {
  readonly manifest: Omit<Manifest, 'contents'>
  readonly schemes?: readonly Scheme[]
  readonly modules?: readonly IndicatorModule[]
  readonly readme?: string
  /** From `provenanceFor`. */
  readonly provenance?: readonly Seal[]
}

/** A package without a signature, the same for the same contents; its manifest lists all that is in it. */
export function makePackage(from: PackageContents, sha256: Sha256): TemplatePackage {
  const parts = {
    schemes: [...(from.schemes ?? [])],
    ...(from.modules === undefined || from.modules.length === 0 ? {} : { modules: [...from.modules] }),
    ...(from.readme === undefined ? {} : { readme: from.readme }),
    ...(from.provenance === undefined || from.provenance.length === 0 ? {} : { provenance: [...from.provenance] }),
  }
  const contents = listContents(parts, sha256).map(({ kind, id, hash }) => ({ kind, id, hash }))
  return { yardstick: 'package/1', manifest: { ...from.manifest, contents }, ...parts }
}

/** The one text of a package: a `.yardstick` file is its UTF-8, without a line end. */
export function packageText(from: TemplatePackage): string {
  return canonicalText(from)
}
