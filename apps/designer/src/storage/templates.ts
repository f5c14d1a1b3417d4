import {
  type Declaration,
  type Evaluation,
  type Result,
  type Scheme,
  type SchemeCase,
  type Submission,
  validate,
} from '@yardstick/model'
import type { Design } from '../store/design.ts'

/** A built-in template as its list shows it. */
export interface TemplateSummary {
  /** national/project-evaluation */
  readonly path: string
  readonly group: 'national' | 'departments' | 'seeds'
  readonly id: string
  readonly name: string
  readonly region?: string
  readonly year?: number
  readonly departmentTypes?: readonly string[]
  readonly description?: string
  readonly leaves: number
  readonly fullScore: string
  /** What the report it was taken from gave, in all and for each part of the top level. */
  readonly published?: Published
}

export interface Published {
  readonly total: string | null
  readonly grade: string | null
  readonly parts: readonly { readonly name: string; readonly points: string; readonly score: string | null }[]
}

interface Template {
  readonly scheme: unknown
  readonly submission?: Submission
  readonly members?: readonly Submission[]
  readonly declaration?: unknown
  readonly expected?: Evaluation | { readonly runs: readonly { readonly expected: SchemeCase['expected'] }[] }
}

export async function templates(): Promise<TemplateSummary[]> {
  return (await read('rules/index.json')) as TemplateSummary[]
}

/** A template as a design of one's own: what stands beside the scheme comes along as samples with expected scores. */
export async function template(path: string): Promise<Result<Design>> {
  const { scheme, submission, members, declaration, expected } = (await read(`rules/${path}.json`)) as Template
  const checked = validate('scheme', scheme)
  if (!checked.ok) return checked
  const declared = declaration === undefined ? undefined : validate('declaration', declaration)
  if (declared !== undefined && !declared.ok) return declared
  const samples = [submission, ...(members ?? [])].filter((each) => each !== undefined)
  // A sample scored under a declaration is no test of the bare scheme.
  const expectedOf = (index: number) => (index === 0 && declared === undefined ? expectationOf(expected) : {})
  const cases = [
    ...samples.map(({ yardstick: _, ...rest }, index) => ({
      name: nameOf(rest.subject),
      submission: rest,
      expected: expectedOf(index),
    })),
    ...(checked.value.cases ?? []),
  ]
  const declarations: Declaration[] = declared === undefined ? [] : [declared.value]
  const whole: Scheme = cases.length === 0 ? checked.value : { ...checked.value, cases }
  return { ok: true, value: { scheme: whole, declarations } }
}

function nameOf({ department, unit, project }: Submission['subject']): string {
  return [department, unit, project].filter((each) => each !== undefined).join(' · ')
}

function expectationOf(expected: Template['expected']): SchemeCase['expected'] {
  if (expected === undefined) return {}
  if ('runs' in expected) return expected.runs[0]?.expected ?? {}
  const scores = Object.fromEntries(expected.indicators.map(({ id, score }) => [id, score]))
  return { total: expected.total, grade: expected.grade, scores }
}

async function read(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, document.baseURI))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
