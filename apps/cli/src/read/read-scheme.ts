import { type CompiledScheme, compile } from '@yardstick/engine'
import { bind, type Declaration, hashDocument } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readDocument } from './read-document.ts'
import { type Read, refused } from './refusal.ts'
import { sha256 } from './sha256.ts'

/** A scheme ready to score with, and the hash of the declaration it is bound to. */
export interface ReadyScheme {
  readonly compiled: CompiledScheme
  readonly declaration?: string
}

export async function readScheme(io: Io, file: string, declarationFile?: string): Promise<Read<ReadyScheme>> {
  const scheme = await readDocument(io, 'scheme', file)
  if (!scheme.ok) return scheme
  let declaration: Declaration | undefined
  if (declarationFile !== undefined) {
    const read = await readDocument(io, 'declaration', declarationFile)
    if (!read.ok) return read
    declaration = read.value
    // Bound once by itself, so that what is wrong with the declaration is told of its file.
    const bound = bind(scheme.value, declaration)
    if (!bound.ok) return refused(declarationFile, bound.issues)
  }
  const compiled = compile(scheme.value, { sha256, ...(declaration === undefined ? {} : { declaration }) })
  if (!compiled.ok) return refused(file, compiled.issues)
  return {
    ok: true,
    value: {
      compiled: compiled.value,
      ...(declaration === undefined ? {} : { declaration: hashDocument(declaration, sha256) }),
    },
  }
}
