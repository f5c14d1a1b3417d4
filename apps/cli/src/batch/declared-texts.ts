import type { Declared as DeclaredDocuments } from '../read/read-schemes.ts'
import type { Declared } from './job.ts'

/** Declarations as threads share them. */
export function declaredTexts(declared: DeclaredDocuments): Declared {
  if (declared.kind !== 'many') return declared
  const texts = [...declared.textByKey.values()].map((text) => Buffer.from(text))
  const length = texts.reduce((sum, each) => sum + each.length, 0)
  const bytes = new Uint8Array(new SharedArrayBuffer(length))
  const offsets = new Float64Array(new SharedArrayBuffer((texts.length + 1) * 8))
  let at = 0
  texts.forEach((text, place) => {
    bytes.set(text, at)
    at += text.length
    offsets[place + 1] = at
  })
  const placeByKey = new Map([...declared.textByKey.keys()].map((key, place) => [key, place]))
  return { kind: 'many', bytes, offsets, placeByKey }
}
