import type { Target } from '@yardstick/model'
import { readTarget, type TargetReading } from '@yardstick/wording'

/** A target as a unit writes it: a number's full-width signs become the plain ones, sentences stay as they are. */
export function readOwnTarget(text: string): TargetReading {
  const read = readTarget(text)
  const { target } = read
  if (target === undefined || !('written' in target) || 'text' in target) return read
  const plain: Target = { ...target, written: target.written?.normalize('NFKC') }
  return { ...read, target: plain }
}
