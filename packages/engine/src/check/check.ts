import { hasError, type Issue, type Scheme, type Sha256 } from '@yardstick/model'
import { compileAll } from '../compile/compile.ts'
import type { CompiledScheme } from '../compile/compiled.ts'
import { contentHash } from '../compile/content-hash.ts'
import { checkAssumed } from './check-assumed.ts'
import { checkBestScore } from './check-best-score.ts'
import { checkCases } from './check-cases.ts'
import { checkDirection } from './check-direction.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkElements } from './check-elements.ts'
import { checkGrades } from './check-grades.ts'
import { checkOtherDepartment } from './check-other-department.ts'
import { checkPoints } from './check-points.ts'
import { checkPointsDigits } from './check-points-digits.ts'
import { checkScoreRange } from './check-score-range.ts'
import { checkSharing } from './check-sharing.ts'
import { checkTargets } from './check-targets.ts'
import { checkUnused } from './check-unused.ts'
import { inDocumentOrder } from './document-order.ts'
import { mendTargetUnits } from './mend-target-unit.ts'

/**
 * Everything that is wrong with a scheme's design, whether or not it can be scored: what compiling finds, whether points
 * and rules agree, and what in tables of the field is most often a slip (`design.md` 10).
 *
 * scheme   valid; not changed
 * returns  issues in document order; where a cure is known, `mend` is the first and `mends` are all of them, each an
 *          edit of this very scheme that takes its issue away. Test cases run only where the scheme compiles
 */
export async function check(scheme: Scheme, { sha256 }: { readonly sha256: Sha256 }): Promise<Issue[]> {
  const { value: compiled, issues } = compileAll(scheme, () => contentHash(scheme, sha256))
  const found = [...mendTargetUnits(issues, compiled), ...designChecks.flatMap((one) => one(compiled))]
  const cases = hasError(issues) ? [] : await checkCases(compiled, sha256)
  return inDocumentOrder([...found, ...cases], scheme)
}

/** One matter each; they see what there is of a scheme that does not compile. */
const designChecks: readonly ((compiled: CompiledScheme) => Issue[])[] = [
  checkPoints,
  checkPointsDigits,
  checkBestScore,
  checkScoreRange,
  checkElements,
  checkDirection,
  checkAssumed,
  checkTargets,
  checkGrades,
  checkDuplicates,
  checkUnused,
  checkOtherDepartment,
  checkSharing,
]
