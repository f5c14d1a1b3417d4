import type { Evaluation, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { type EvaluateOptions, present } from './present.ts'
import { score } from './score.ts'

/** Compiled scheme × submission → Evaluation, by exact arithmetic, with the reason for every point (`design.md` 8, 9). */
export async function evaluate(
  compiled: CompiledScheme,
  submission: Submission,
  options: EvaluateOptions,
): Promise<Evaluation> {
  return present(await score(compiled, submission, options.group), options)
}
