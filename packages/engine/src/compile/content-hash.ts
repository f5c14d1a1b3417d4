import { hashDocument, type Scheme, type Sha256 } from '@yardstick/model'

/** By scheme, since one is compiled again for each of the declarations that are bound to it. */
const known = new WeakMap<Scheme, { readonly sha256: Sha256; readonly hash: string }>()

/** The content hash of a scheme. Computing it takes as long as compiling, and whoever only scores never asks for it. */
export function contentHash(scheme: Scheme, sha256: Sha256): string {
  let found = known.get(scheme)
  if (found?.sha256 !== sha256) {
    found = { sha256, hash: hashDocument(scheme, sha256) }
    known.set(scheme, found)
  }
  return found.hash
}
