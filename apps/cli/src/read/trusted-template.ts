import { fingerprint, type Trust, type TrustedKey } from '@yardstick/exchange/package'
import { issue } from '@yardstick/model'
import type { Given } from '../command.ts'
import type { Io } from '../io.ts'
import { keyFolder, readKeyRing } from '../keys/key-ring.ts'
import { isTrusted, trustIn } from '../render/template-report.ts'
import { readTemplate, type Template } from './read-template.ts'
import { type Read, refused } from './refusal.ts'

/** A package from somebody who is trusted here; of another one the fingerprint is told, to be compared. */
export async function trustedTemplate(
  io: Io,
  given: Given,
  file: string,
): Promise<Read<Template & { readonly keys: readonly TrustedKey[] }>> {
  const template = await readTemplate(io, file)
  if (!template.ok) return template
  const ring = await readKeyRing(keyFolder(given, io))
  if (!ring.ok) return ring
  const keys = ring.value.trusted
  const trust: Trust = trustIn(template.value, keys)
  if (isTrusted(trust)) return { ok: true, value: { ...template.value, keys } }
  const { seal, package: read } = template.value
  const figures = seal === null ? null : fingerprint(seal.signature.key)
  const found = { publisher: read.manifest.publisher, fingerprint: figures, trust }
  return refused(file, [issue('TEMPLATE_UNTRUSTED', { where: [read.manifest.name], found })])
}
