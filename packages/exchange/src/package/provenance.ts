import {
  hashDocument,
  type Issue,
  issue,
  type Manifest,
  type Result,
  type Scheme,
  type Seal,
  type Sha256,
  type TemplateRef,
} from '@yardstick/model'
import { BUILT_IN_PUBLISHER } from './built-in.ts'
import { hashOfManifest } from './contents.ts'

/**
 * Where a template comes from, in seals. A scheme names the template it was adapted from by the hash of its manifest; a
 * manifest names the seals before it, each whole, signature and all, so that nobody on the way can sign one anew. So the last
 * file alone proves the whole way, through any number of hands. What comes with the product is signed by nobody: a way may
 * begin there without a seal.
 */
export interface HashedSeal {
  readonly seal: Seal
  /** Of its manifest. */
  readonly hash: string
}

/** A seal that has to be there, and what asks for it. */
interface Wanted {
  /** What the hash is of: a lineage names the manifest, a manifest the seals before it. */
  readonly of: 'manifest' | 'seal'
  readonly hash: string
  /** What is known of the template; a seal before a seal is known by its id only. */
  readonly template: Pick<TemplateRef, 'id'> & Partial<TemplateRef>
  readonly pointer: string
  readonly where: readonly string[]
}

type Adopted = Pick<Scheme, 'name' | 'lineage'>

/**
 * The seals that a new package of these schemes carries, nearest first, each once. What is missing is an issue that names the
 * template whose package has to be at hand.
 *
 * seals  those of the packages at hand and of their provenance (`sealsOf`)
 */
export function provenanceFor(
  schemes: readonly Adopted[],
  seals: readonly HashedSeal[],
  sha256: Sha256,
): Result<Seal[]> {
  const { found, issues } = follow(schemes, seals, sha256)
  return issues.length === 0 ? { ok: true, value: found.map(({ seal }) => seal) } : { ok: false, issues }
}

/** The seals in a package that was read, its own among them: what `provenanceFor` takes. */
export function sealsOf(read: {
  readonly hash: string
  readonly seal: Seal | null
  readonly provenance: readonly HashedSeal[]
}): HashedSeal[] {
  return [...(read.seal === null ? [] : [{ seal: read.seal, hash: read.hash }]), ...read.provenance]
}

/**
 * Holds the seals of a package to the lineages of its schemes: none is missing, each leads from one of the schemes, and each
 * template is the one that the lineage says. Whether their signatures are right is seen elsewhere. Seals come back nearest first.
 */
export function checkProvenance(
  schemes: readonly Adopted[],
  seals: readonly Seal[],
  sha256: Sha256,
): Result<HashedSeal[]> {
  const hashed = seals.map((seal) => ({ seal, hash: hashOfManifest(seal.manifest, sha256) }))
  const { found, issues } = follow(schemes, hashed, sha256)
  const strangers = hashed.flatMap((each, at) => {
    if (found.includes(each)) return []
    const { name, publisher } = each.seal.manifest
    return [
      issue('PACKAGE_SEAL_UNRELATED', { pointer: `/provenance/${at}`, where: [name], found: { name, publisher } }),
    ]
  })
  // A chain that breaks leaves seals without anybody who asks for them: then the break alone is told.
  const told = issues.length > 0 ? issues : strangers
  return told.length === 0 ? { ok: true, value: found } : { ok: false, issues: told }
}

function follow(
  schemes: readonly Adopted[],
  seals: readonly HashedSeal[],
  sha256: Sha256,
): { found: HashedSeal[]; issues: Issue[] } {
  const byHash = {
    manifest: new Map(seals.map((each) => [each.hash, each])),
    seal: new Map(seals.map((each) => [hashDocument(each.seal, sha256), each])),
  }
  const issues: Issue[] = []
  const found = new Set<HashedSeal>()
  const told = new Set<string>()
  let wanted = schemes.flatMap(wantedBy)
  while (wanted.length > 0) {
    const next: Wanted[] = []
    for (const each of wanted) {
      const there = byHash[each.of].get(each.hash)
      if (there === undefined) {
        if (each.template.publisher !== BUILT_IN_PUBLISHER && !told.has(each.hash)) issues.push(missing(each))
        told.add(each.hash)
        continue
      }
      issues.push(...contradictions(each, there.seal.manifest))
      if (found.has(there)) continue
      found.add(there)
      next.push(...sealsBefore(there.seal.manifest))
    }
    wanted = next
  }
  return { found: [...found], issues }
}

function wantedBy({ name, lineage }: Adopted, at: number): Wanted[] {
  if (lineage === undefined) return []
  const { template } = lineage
  return [{ of: 'manifest', hash: template.hash, template, pointer: `/schemes/${at}/lineage/template`, where: [name] }]
}

function sealsBefore({ contents, name }: Manifest): Wanted[] {
  const before = contents.filter(({ kind }) => kind === 'seal')
  return before.map(({ id, hash }) => ({ of: 'seal', hash, template: { id }, pointer: '/provenance', where: [name] }))
}

function missing({ hash, template, pointer, where }: Wanted): Issue {
  const { id, version, publisher } = template
  const expected = { template: id, version: version ?? null, publisher: publisher ?? null, hash: hash.slice(0, 16) }
  return issue('PACKAGE_SEAL_MISSING', { pointer, where, expected })
}

/** What a lineage says of its template that the template's own manifest does not. */
function contradictions({ template, pointer, where }: Wanted, manifest: Manifest): Issue[] {
  const wrong = (['id', 'version', 'publisher'] as const).flatMap((field) => {
    const said = template[field]
    if (said === undefined || said === manifest[field]) return []
    return [issue('PACKAGE_LINEAGE', { pointer: `${pointer}/${field}`, where, expected: manifest[field], found: said })]
  })
  const { scheme } = template
  const isThere = manifest.contents.some(({ kind, id }) => kind === 'scheme' && id === scheme)
  if (scheme === undefined || isThere) return wrong
  const expected = manifest.contents.filter(({ kind }) => kind === 'scheme').map(({ id }) => id)
  return [...wrong, issue('PACKAGE_LINEAGE', { pointer: `${pointer}/scheme`, where, expected, found: scheme })]
}
