import type { SchemeCase } from '@yardstick/model'

/** Whether a sample is a test: it says what it is to give. */
export function hasExpected({ total, grade, scores }: SchemeCase['expected']): boolean {
  return total !== undefined || grade !== undefined || Object.keys(scores ?? {}).length > 0
}
