import { canonicalText, hashDocument, type Manifest, type Sha256 } from '@yardstick/model'

/** What of a package stands in its manifest by its hash. */
export type PartKind = Manifest['contents'][number]['kind']

export interface ContentEntry {
  readonly kind: PartKind
  readonly id: string
  /** As people know it. */
  readonly name: string
  readonly hash: string
  /** JSON Pointer of the part. */
  readonly pointer: string
}

/** "The hash of a package", everywhere: of the canonical text of its manifest, which is what is signed. */
export function hashOfManifest(manifest: Manifest, sha256: Sha256): string {
  return hashDocument(manifest, sha256)
}

/** What a package is made of; as foreign JSON it may lack any of it. */
export interface Parts {
  readonly schemes?: unknown
  readonly modules?: unknown
  readonly readme?: unknown
  readonly provenance?: unknown
}

/**
 * What there is in a package, in the order in which the manifest lists it: schemes, modules, the readme, earlier seals.
 *
 * source  a package, also one whose shape has not been checked: what is no object counts as one without a name
 */
export function listContents(source: Parts, sha256: Sha256): ContentEntry[] {
  const seals = list(source.provenance).map((seal) => member(seal, 'manifest'))
  return [
    ...list(source.schemes).map((each, at) => entry('scheme', each, `/schemes/${at}`, sha256)),
    ...list(source.modules).map((each, at) => entry('module', each, `/modules/${at}`, sha256)),
    ...(source.readme === undefined ? [] : [readmeEntry(source.readme, sha256)]),
    ...seals.map((each, at) => entry('seal', each, `/provenance/${at}`, sha256)),
  ]
}

function readmeEntry(readme: unknown, sha256: Sha256): ContentEntry {
  return { kind: 'readme', id: 'readme', name: 'readme', hash: hashDocument(readme, sha256), pointer: '/readme' }
}

function entry(kind: PartKind, document: unknown, pointer: string, sha256: Sha256): ContentEntry {
  const id = text(member(document, 'id'))
  const hash = sha256(canonicalText(document ?? null))
  return { kind, id, name: text(member(document, 'name')) || id, hash, pointer }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[key] : undefined
}
