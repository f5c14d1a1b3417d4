import { parseTarget } from './parse-target.ts'
import { printTarget } from './print-target.ts'
import type { TargetReading } from './reading.ts'

/**
 * The target that a cell or sentence holds, in Chinese or English: a number, range or day, or else a sentence. Words that
 * differ from the normal form (`printTarget`) are kept as `written`.
 */
export function readTarget(text: string): TargetReading {
  const reading = parseTarget(text)
  const { target } = reading
  if (target === undefined) return reading
  const isNormal = printTarget(target, 'zh') === text || printTarget(target, 'en') === text
  return isNormal ? reading : { ...reading, target: { ...target, written: text.trim().slice(0, 2000) } }
}
