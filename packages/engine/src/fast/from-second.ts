import type { CompiledScheme } from '../compile/compiled.ts'
import { type FastScheme, fastScheme } from './fast-scheme.ts'

const seen = new WeakSet<CompiledScheme>()

/**
 * The fast path of a scheme from the second submission on that it is asked for. To make a plan takes longer than to score
 * one submission by the reference, and of twenty thousand units with declarations of their own each has one.
 */
export function fastFromSecond(compiled: CompiledScheme): FastScheme | undefined {
  if (seen.has(compiled)) return fastScheme(compiled)
  seen.add(compiled)
  return undefined
}
