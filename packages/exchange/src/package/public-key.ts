import { type PublicKey, type Result, readJson, validate } from '@yardstick/model'

/** A public key as a person gives it out, from the text of its file. */
export function readPublicKey(text: string): Result<PublicKey> {
  const json = readJson(text, 100_000)
  return json.ok ? validate('key', json.value) : json
}
