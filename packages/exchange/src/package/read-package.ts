import {
  canonicalText,
  ENGINE_VERSION,
  type Issue,
  issue,
  type Json,
  type Result,
  type Seal,
  type Sha256,
  type Signature,
  type TemplatePackage,
  validate,
} from '@yardstick/model'
import { checkContents } from './check-contents.ts'
import { hashOfManifest } from './contents.ts'
import { member, readFileText } from './file-text.ts'
import { checkProvenance, type HashedSeal } from './provenance.ts'
import { isSealWhole, isSigned } from './signature.ts'
import { versionOrder } from './version-order.ts'

/** A package that is whole: what is in it is what was signed, and where it comes from is proved. Whom to trust is another question. */
export interface ReadPackage {
  readonly package: TemplatePackage
  /** Of its manifest: what others know it by. */
  readonly hash: string
  /** Null for what comes with the product. */
  readonly seal: Seal | null
  /** The seals of the templates it was adapted from, nearest first; their signatures are right. */
  readonly provenance: readonly HashedSeal[]
}

export interface ReadHow {
  /** It comes with the product, which answers for it: it may be unsigned. */
  readonly isBuiltIn?: boolean
}

/**
 * The bytes or the text of a `.yardstick` file → the package, or all that is wrong with it.
 *
 * The order is that of cost, so that a hostile file ends early: its size; that it is the one canonical text of its content;
 * that each part has the hash in the manifest, which names a changed part whatever was changed in it; the signature; its
 * shape; the chain of seals.
 */
export function readPackage(file: Uint8Array | string, sha256: Sha256, how: ReadHow = {}): Result<ReadPackage> {
  const text = readFileText(file)
  if (!text.ok) return text
  const { value } = text.value
  const changed = checkContents(text.value, sha256)
  if (changed.length > 0) return refused(changed)
  const sealed = signatureIssues(value, how)
  if (sealed.length > 0) return refused(sealed)
  const read = validate('package', value)
  if (!read.ok) return read
  return readWhole(read.value, value, sha256)
}

const refused = (issues: readonly Issue[]) => ({ ok: false, issues }) as const

/** What the parts say together, once each has its shape. */
function readWhole(read: TemplatePackage, written: Json, sha256: Sha256): Result<ReadPackage> {
  const { manifest, signature, schemes, modules = [], provenance = [] } = read
  const issues = [...decimalIssues(read, written), ...newerIssues(read)]
  if (schemes.length + modules.length === 0) issues.push(issue('PACKAGE_EMPTY', { where: [manifest.name] }))
  provenance.forEach((seal, at) => {
    if (isSealWhole(seal)) return
    const { name, publisher } = seal.manifest
    issues.push(issue('PACKAGE_SEAL_SIGNATURE', { pointer: `/provenance/${at}`, where: [name], found: { publisher } }))
  })
  const seals = checkProvenance(schemes, provenance, sha256)
  if (!seals.ok) issues.push(...seals.issues)
  issues.push(...proposalIssues(read))
  if (issues.length > 0 || !seals.ok) return refused(issues)
  const seal = signature === undefined ? null : { manifest, signature }
  return {
    ok: true,
    value: { package: read, hash: hashOfManifest(manifest, sha256), seal, provenance: seals.value },
  }
}

/**
 * The signature of the manifest, before its shape: whatever was changed in it is told as that. What has no shape of a signature
 * is left to `validate`.
 */
function signatureIssues(document: Json, { isBuiltIn = false }: ReadHow): Issue[] {
  const [manifest, signature] = [member(document, 'manifest'), member(document, 'signature')]
  const where = nameOf(manifest)
  if (signature === undefined) return isBuiltIn ? [] : [issue('PACKAGE_UNSIGNED', { where })]
  const [key, value] = ['key', 'value'].map((each) => member(signature, each))
  const pointer = '/signature'
  const unknown = [...algorithmIssues(signature, pointer, where), ...sealAlgorithmIssues(document)]
  if (unknown.length > 0) return unknown
  if (!isHex(key, 64) || !isHex(value, 128) || typeof manifest !== 'object' || manifest === null) return []
  if (isSigned(manifest as TemplatePackage['manifest'], { algorithm: 'Ed25519', key, value } as Signature)) return []
  const publisher = member(manifest, 'publisher')
  const found = { publisher: typeof publisher === 'string' ? publisher : null }
  return [issue('PACKAGE_SIGNATURE', { pointer, where, found })]
}

function sealAlgorithmIssues(document: Json): Issue[] {
  const seals = member(document, 'provenance')
  if (!Array.isArray(seals)) return []
  return (seals as Json[]).flatMap((seal, at) =>
    algorithmIssues(member(seal, 'signature'), `/provenance/${at}/signature`, nameOf(member(seal, 'manifest'))),
  )
}

function algorithmIssues(signature: Json | undefined, pointer: string, where: readonly string[]): Issue[] {
  const found = member(signature, 'algorithm')
  if (typeof found !== 'string' || found === 'Ed25519') return []
  return [issue('PACKAGE_ALGORITHM', { pointer, where, expected: 'Ed25519', found: found.slice(0, 40) })]
}

/** A decimal has one text too: "7.50" would be read as "7.5", whose hash is another. */
function decimalIssues(read: TemplatePackage, written: Json): Issue[] {
  const [canonical, text] = [canonicalText(read), canonicalText(written)]
  if (canonical === text) return []
  let at = 0
  while (text[at] === canonical[at]) at++
  const [expected, near] = [canonical, text].map((each) => each.slice(Math.max(0, at - 12), at + 8))
  return [issue('PACKAGE_NOT_CANONICAL', { expected: expected!, found: { at: at + 1, near: near! } })]
}

function newerIssues({ manifest: { minimumEngine, name } }: TemplatePackage): Issue[] {
  if (versionOrder(minimumEngine, ENGINE_VERSION) <= 0) return []
  const at = { pointer: '/manifest/minimumEngine', where: [name] }
  return [issue('PACKAGE_ENGINE', { ...at, expected: ENGINE_VERSION, found: minimumEngine })]
}

/** What is proposed has to be adapted from what it would change. */
function proposalIssues({ manifest: { name, proposal }, schemes }: TemplatePackage): Issue[] {
  if (proposal === undefined) return []
  if (schemes.some(({ lineage }) => lineage?.template.hash === proposal.to.hash)) return []
  const { id, version } = proposal.to
  return [issue('PACKAGE_PROPOSAL', { pointer: '/manifest/proposal/to', where: [name], found: { id, version } })]
}

function nameOf(manifest: Json | undefined): string[] {
  const name = member(manifest, 'name')
  return typeof name === 'string' ? [name.slice(0, 200)] : []
}

const isHex = (value: Json | undefined, digits: number): value is string =>
  typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value)
