import { compile } from '@yardstick/engine'
import {
  bind,
  checkSubmission,
  type Declaration,
  hasError,
  type Issue,
  type LayerName,
  type Result,
  type Scheme,
  type Submission,
  upToLayer,
  validate,
} from '@yardstick/model'
import { wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'

/**
 * A submission as it is to be stored: of the right shape, and without errors against its scheme, seen from the top and
 * from each layer that was written. Warnings are handed back, to be shown.
 *
 * layers   that were written
 * seesAll  whether whoever wrote may see all layers; else issues are of what was reported alone, since they hold values
 * throws   422 with all issues, in document order
 */
export function checkDocument(
  scheme: Scheme,
  submission: Submission,
  { layers, seesAll }: { readonly layers: Iterable<LayerName>; readonly seesAll: boolean },
): { submission: Submission; issues: readonly Issue[] } {
  const read = validate('submission', submission)
  if (!read.ok) throw wrongData(read.issues)
  const found = new Map<string, Issue>()
  const seen = seesAll
    ? [read.value, ...[...new Set(layers)].map((layer) => upToLayer(read.value, layer))]
    : [upToLayer(read.value, 'reported')]
  for (const each of seen.flatMap((document) => checkSubmission(scheme, document))) {
    found.set(`${each.code} ${each.pointer}`, each)
  }
  const issues = [...found.values()]
  if (hasError(issues)) throw wrongData(issues)
  return { submission: read.value, issues }
}

/** What is merely still to be written when a declaration is saved, and wrong when it is handed in. */
const UNFINISHED: ReadonlySet<string> = new Set(['DECLARATION_TARGET_MISSING', 'DECLARATION_INDIVIDUAL_EMPTY'])

/**
 * A declaration against its scheme: within its limits, and its own leaves of a kind that can be scored.
 *
 * isWhole  whether what is still to be written is wrong, too
 */
export function checkDeclaration(scheme: Scheme, declaration: Declaration, isWhole: boolean): readonly Issue[] {
  const bound: Result<unknown> = bind(scheme, declaration)
  if (!bound.ok) return isWhole ? bound.issues : bound.issues.filter(({ code }) => !UNFINISHED.has(code))
  const compiled = compile(scheme, { sha256, declaration })
  // What was published was without errors: those there are now came with the declaration.
  return (compiled.ok ? compiled.value.issues : compiled.issues).filter(({ severity }) => severity === 'error')
}
