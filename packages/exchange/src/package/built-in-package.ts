import {
  canonicalText,
  type Result,
  type Scheme,
  type SchemeCase,
  type Sha256,
  type TemplatePackage,
  validate,
} from '@yardstick/model'
import { BUILT_IN_PUBLISHER } from './built-in.ts'
import { makePackage } from './make-package.ts'

/**
 * The package of a folder of the library that comes with the product. It is unsigned and carries no date, so that server,
 * command line and tests make the same one of the same folder: its hash is what the lineages of adaptations name. The
 * sample beside the scheme becomes its first case, so that whoever looks at the package can see it scored.
 *
 * fileOf  the text of a file of the folder; undefined where there is none
 */
export function builtInPackage(fileOf: (name: string) => string | undefined, sha256: Sha256): Result<TemplatePackage> {
  const read = (name: string): unknown => JSON.parse(fileOf(name) ?? 'null')
  const bare = validate('scheme', read('scheme.json'))
  if (!bare.ok) return bare
  const sample = sampleOf(read('submission.json'), read('evaluation.json') ?? read('expected.json'))
  const scheme = sample === undefined ? bare : validate('scheme', withSample(bare.value, sample))
  if (!scheme.ok) return scheme
  const readme = fileOf('README.md')
  const contents = { manifest: headOf(scheme.value), schemes: [scheme.value] }
  return { ok: true, value: makePackage({ ...contents, ...(readme === undefined ? {} : { readme }) }, sha256) }
}

function headOf({ id, name, version, region, departmentTypes, formCode, basis }: Scheme) {
  return {
    id,
    name,
    version: dottedVersion(version),
    publisher: BUILT_IN_PUBLISHER,
    ...(region === undefined ? {} : { region }),
    ...(departmentTypes === undefined ? {} : { departmentTypes }),
    ...(formCode === undefined ? {} : { formCode }),
    ...(basis === undefined ? {} : { basis }),
    licence: 'Apache-2.0',
    minimumEngine: '0.1',
  }
}

/** A scheme's version is free text ("2024年版"), a package's counts up. */
export function dottedVersion(version: string): string {
  const numbers = version.match(/\d{1,9}/g) ?? ['1']
  return numbers.slice(0, 4).join('.')
}

/** What stands beside a scheme: a submission, and the evaluation it gives or the runs it was tried in. */
interface Sample {
  readonly subject: { readonly department: string; readonly unit?: string; readonly project?: string }
}
interface Gives {
  readonly total: string | null
  readonly grade: string | null
  readonly indicators: readonly { readonly id: string; readonly score: string | null }[]
}
interface Runs {
  readonly runs: readonly {
    readonly submission: string
    readonly declaration?: string
    readonly group?: unknown
    readonly expected: SchemeCase['expected']
  }[]
}

/** A sample that needs a declaration or a group before it scores is no case of the scheme alone. */
function sampleOf(submission: unknown, result: unknown): SchemeCase | undefined {
  if (submission === null || result === null) return undefined
  const expected = 'runs' in (result as Runs) ? ofRuns(result as Runs) : ofEvaluation(result as Gives)
  if (expected === undefined) return undefined
  const { yardstick: _, ...rest } = submission as SchemeCase['submission'] & { readonly yardstick?: string }
  const { department, unit, project } = (submission as Sample).subject
  const name = [department, unit, project].filter((each) => each !== undefined).join(' · ')
  return { name, submission: rest, expected }
}

function ofRuns({ runs }: Runs): SchemeCase['expected'] | undefined {
  const alone = runs.find((run) => run.declaration === undefined && run.group === undefined)
  return alone?.submission === 'submission.json' ? alone.expected : undefined
}

function ofEvaluation({ total, grade, indicators }: Gives): SchemeCase['expected'] {
  return { total, grade, scores: Object.fromEntries(indicators.map(({ id, score }) => [id, score])) }
}

/** Most schemes have it among their cases already, under a name of its own. */
function withSample(scheme: Scheme, sample: SchemeCase): Scheme {
  const { cases = [] } = scheme
  const entries = ({ submission: { items, judgements = {} } }: SchemeCase) => canonicalText({ items, judgements })
  const isThere = cases.some((each) => entries(each) === entries(sample))
  return isThere ? scheme : { ...scheme, cases: [sample, ...cases] }
}
