import {
  type CompiledScheme,
  cellFormulas,
  cellValues,
  compile,
  type Shortfalls,
  shortfalls as shortfallsOf,
} from '@yardstick/engine'
import type { SelfEvaluationInput } from '@yardstick/exchange/render/self-evaluation'
import type { Declaration, Evaluation, GroupFacts, ReportTexts, Scheme, Submission } from '@yardstick/model'
import { sha256 } from './sha256.ts'

/** A result with all that it came from, as plain data. */
export interface ScoredResult {
  /** As it was published. */
  readonly scheme: Scheme
  /** The one it was bound to. */
  readonly declaration: Declaration | null
  /** As it was scored. */
  readonly submission: Submission
  /** With its traces. */
  readonly evaluation: Evaluation
}

/** What is made of a result: its report, its score table, its self-evaluation form. */
export type OfficeFileKind = 'report' | 'score-table' | 'form-xlsx' | 'form-docx'

export interface OfficeFileOptions {
  readonly texts?: ReportTexts | undefined
  readonly form?: SelfEvaluationInput['kind']
  /** ISO 8601, for the file's properties. */
  readonly madeAt: string
}

/** The bytes of a file for Word or Excel, whose library is loaded for it; null where the scheme does not compile. */
export async function officeFile(
  kind: OfficeFileKind,
  result: ScoredResult,
  { texts, form, madeAt }: OfficeFileOptions,
): Promise<Uint8Array | null> {
  const compiled = compiledOf(result)
  if (compiled === null) return null
  const { scheme } = compiled
  const { evaluation, submission } = result
  if (kind === 'report') {
    const [{ report }, { writeDocument }] = await Promise.all([
      import('@yardstick/exchange/render/report'),
      import('@yardstick/exchange/write/docx'),
    ])
    return writeDocument(report({ scheme, evaluation, submission, texts: texts ?? {}, madeAt }))
  }
  if (kind === 'score-table') {
    const [{ placeScores, scoreWorkbook }, { writeWorkbook }] = await Promise.all([
      import('@yardstick/exchange/render/score-workbook'),
      import('@yardstick/exchange/write/xlsx'),
    ])
    const formulas = cellFormulas(compiled, placeScores(scheme, evaluation.language), evaluation)
    const values = cellValues(compiled, submission)
    return writeWorkbook({ ...scoreWorkbook({ scheme, evaluation, formulas, values }), madeAt })
  }
  const { selfEvaluation, selfEvaluationDocument, selfEvaluationWorkbook } = await import(
    '@yardstick/exchange/render/self-evaluation'
  )
  const own = form === undefined ? {} : { kind: form }
  const filled = selfEvaluation({ scheme, evaluation, submission, texts: texts?.form ?? {}, madeAt, ...own })
  if (kind === 'form-xlsx') {
    const { writeWorkbook } = await import('@yardstick/exchange/write/xlsx')
    return writeWorkbook(selfEvaluationWorkbook(filled))
  }
  const { writeDocument } = await import('@yardstick/exchange/write/docx')
  return writeDocument(selfEvaluationDocument(filled))
}

/** 还差多少 of a result; null where the scheme does not compile. */
export async function shortfallsApart(
  result: ScoredResult,
  group: GroupFacts | null,
  of: readonly string[],
): Promise<Shortfalls | null> {
  const compiled = compiledOf(result)
  if (compiled === null) return null
  const { language } = result.evaluation
  return shortfallsOf(compiled, result.submission, { language, of: new Set(of), ...(group === null ? {} : { group }) })
}

/** A declaration that does not fit is left out, as where it was scored. */
function compiledOf({ scheme, declaration }: ScoredResult): CompiledScheme | null {
  const bound = declaration === null ? undefined : compile(scheme, { sha256, declaration })
  const read = bound?.ok ? bound : compile(scheme, { sha256 })
  return read.ok ? read.value : null
}
