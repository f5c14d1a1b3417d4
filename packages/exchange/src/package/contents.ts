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

/** The canonical text of a part. */
type Write = (part: unknown) => string
type Hash = (part: unknown) => string

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
export function listContents(source: Parts, sha256: Sha256, write: Write = canonicalText): ContentEntry[] {
  const hash = (part: unknown) => sha256(write(part ?? null))
  return [
    ...list(source.schemes).map((each, at) => entry('scheme', each, `/schemes/${at}`, hash)),
    ...list(source.modules).map((each, at) => entry('module', each, `/modules/${at}`, hash)),
    ...(source.readme === undefined ? [] : [readmeEntry(source.readme, hash)]),
    ...list(source.provenance).map((each, at) => sealEntry(each, `/provenance/${at}`, hash)),
  ]
}

function readmeEntry(readme: unknown, hash: Hash): ContentEntry {
  return { kind: 'readme', id: 'readme', name: 'readme', hash: hash(readme), pointer: '/readme' }
}

/** Known by its template, whole by its hash: its signature too. */
function sealEntry(seal: unknown, pointer: string, hash: Hash): ContentEntry {
  const manifest = member(seal, 'manifest')
  const id = text(member(manifest, 'id'))
  return { kind: 'seal', id, name: text(member(manifest, 'name')) || id, hash: hash(seal), pointer }
}

function entry(kind: PartKind, document: unknown, pointer: string, hash: Hash): ContentEntry {
  const id = text(member(document, 'id'))
  return { kind, id, name: text(member(document, 'name')) || id, hash: hash(document), pointer }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[key] : undefined
}
