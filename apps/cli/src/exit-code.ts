import type { Issue } from '@yardstick/model'
import type { ExitCode, Given } from './command.ts'

/** 1 where there is an error, with --strict also where there is a warning. */
export function exitCodeOf(issues: readonly Pick<Issue, 'severity'>[], given: Given): ExitCode {
  const isStrict = given.flags.has('strict')
  return issues.some(({ severity }) => severity === 'error' || (isStrict && severity === 'warning')) ? 1 : 0
}
