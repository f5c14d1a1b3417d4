import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, evaluate, fastScheme, groupFacts } from '@yardstick/engine'
import { type Declaration, type Evaluation, type Result, type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'

/**
 * Golden cases are data, and every evaluator there is runs them: the reference and the fast path in this process, and the
 * scorer in Python.
 * `test/cases/scoring` holds one point each, named for it; the seed reports come to what was published; the templates of
 * `rules` to what a separate script worked out. A changed golden file is a changed behaviour.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const foldersIn = (path: string) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

interface Case {
  readonly scheme: unknown
  readonly submission: unknown
  readonly declaration?: unknown
  /** Submissions of the whole group, the scored one among them. */
  readonly group?: readonly unknown[]
}

/** What an evaluator says; a case expects some of it. */
interface Answer {
  readonly total: string | null
  readonly grade: string | null
  readonly state: string
  readonly scores: { readonly [id: string]: string | null }
  readonly states: { readonly [id: string]: string }
}
type Expected = Partial<Answer>

type Evaluator = (given: Case) => Promise<Answer> | Answer

const evaluators: readonly (readonly [name: string, evaluator: Evaluator | undefined])[] = [
  ['reference', async (given) => answerOf(await reference(given))],
  ['fast path', async (given) => (await fast(given)).answer],
  ['Python', hasPython() ? python : undefined],
]

describe.each(evaluators)('%s', (name, evaluator) => {
  if (evaluator === undefined) {
    test('is not here', () => console.log(`NOT RUN: golden cases in ${name}, Python 3 not found`))
    return
  }
  const folder = join(root, 'test/cases/scoring')
  test.each(foldersIn(folder))('%s', async (id) => {
    const answer = await evaluator(caseIn(join(folder, id)))
    expect(answer).toMatchObject(json(join(folder, id, 'evaluation.json')) as Expected)
  })

  test.each(seeds())('%s comes to what its evaluation says', async (path, scheme, evaluation) => {
    const given = { scheme: json(join(path, scheme)), submission: json(join(path, 'submission.json')) }
    expect(await evaluator(given)).toEqual(answerOf(json(join(path, evaluation)) as Evaluation))
  })

  test.each(templateRuns())('%s: %s', async (_path, _run, given, expected) => {
    expect(await evaluator(given)).toMatchObject(expected)
  })
})

/** What the fast path leaves to the reference, and why. Whatever is not here it scores alone. */
const GROUP_MEAN = 'the mean of a group is taken row by row'
const MANY_DIGITS = 'points were entered with more digits than two'
const LEFT_TO_THE_REFERENCE: ReadonlyMap<string, string> = new Map([
  ['not-applicable-at-the-group-mean', GROUP_MEAN],
  ['departments/health: submission.json', GROUP_MEAN],
  ['departments/health: group/district-4.json', GROUP_MEAN],
  ['rounding-half-away-from-zero', MANY_DIGITS],
  ['rounding-lifts-onto-the-grade-edge', MANY_DIGITS],
  ['rounding-modes-of-a-leaf', MANY_DIGITS],
  ['rounding-stays-below-the-grade-edge', MANY_DIGITS],
  ['rounding-none-until-the-total', 'a third of a point is no whole number of any unit'],
  ['units-judged-scores-are-weighted-by-funds', 'results of subordinate units are weighed row by row'],
])

describe('the fast path runs where it must', () => {
  const folder = join(root, 'test/cases/scoring')
  const runs: [name: string, given: Case][] = [
    ...foldersIn(folder).map((id): [string, Case] => [id, caseIn(join(folder, id))]),
    ...seeds().map(([path, scheme]): [string, Case] => [
      `${path.slice(root.length)}/${scheme}`,
      { scheme: json(join(path, scheme)), submission: json(join(path, 'submission.json')) },
    ]),
    ...templateRuns().map(([path, run, given]): [string, Case] => [`${path}: ${run}`, given]),
  ]
  test('what is left to the reference is a case', () => {
    expect([...LEFT_TO_THE_REFERENCE.keys()].filter((name) => !runs.some(([run]) => run === name))).toEqual([])
  })

  test.each(runs)('%s', async (name, given) => {
    const { byReference } = await fast(given)
    if (!LEFT_TO_THE_REFERENCE.has(name)) expect(byReference).toBe(0)
  })
})

describe('the seed reports, to the letter', () => {
  test.each(seeds())('%s: scores, sentences and findings', async (path, scheme, evaluation) => {
    const expected = json(join(path, evaluation)) as Evaluation
    const given = { scheme: json(join(path, scheme)), submission: json(join(path, 'submission.json')) }
    const { indicators, ...whole } = await reference(given)
    const written = indicators.map(({ trace, ...indicator }) => indicator)
    expect({ ...whole, indicators: written, engine: '' }).toEqual({ ...expected, engine: '' })
  })
})

function caseIn(path: string): Case {
  const optional = (name: string) => (existsSync(join(path, name)) ? json(join(path, name)) : undefined)
  const [declaration, group] = [optional('declaration.json'), optional('group.json') as readonly unknown[] | undefined]
  return {
    scheme: json(join(path, 'scheme.json')),
    submission: json(join(path, 'submission.json')),
    ...(declaration === undefined ? {} : { declaration }),
    ...(group === undefined ? {} : { group }),
  }
}

function seeds(): [path: string, scheme: string, evaluation: string][] {
  return foldersIn(join(root, 'rules/seeds')).flatMap((id) => {
    const path = join(root, 'rules/seeds', id)
    const readings: [string, string][] = [
      ['scheme.json', 'evaluation.json'],
      ['printed.scheme.json', 'printed.evaluation.json'],
    ]
    return readings
      .filter(([scheme]) => existsSync(join(path, scheme)))
      .map(([scheme, evaluation]): [string, string, string] => [path, scheme, evaluation])
  })
}

/** The runs that the templates' own expectations list, each with its declaration and its group. */
function templateRuns(): [path: string, run: string, given: Case, expected: Expected][] {
  return ['national', 'departments'].flatMap((shelf) =>
    foldersIn(join(root, 'rules', shelf)).flatMap((id) => {
      const path = join(root, 'rules', shelf, id)
      const { runs } = json(join(path, 'expected.json')) as { runs: TemplateRun[] }
      return runs.map((run): [string, string, Case, Expected] => [
        `${shelf}/${id}`,
        run.name ?? run.submission,
        {
          scheme: json(join(path, 'scheme.json')),
          submission: json(join(path, run.submission)),
          ...(run.declaration === undefined ? {} : { declaration: json(join(path, run.declaration)) }),
          ...(run.group === undefined ? {} : { group: run.group.map((name) => json(join(path, name))) }),
        },
        run.expected,
      ])
    }),
  )
}

interface TemplateRun {
  readonly name?: string
  readonly submission: string
  readonly declaration?: string
  readonly group?: readonly string[]
  readonly expected: Expected
}

async function reference(given: Case): Promise<Evaluation> {
  const { compiled, submission, group } = await prepared(given)
  return evaluate(compiled, submission, { sha256, language: 'zh', ...(group === undefined ? {} : { group }) })
}

/** The fast path's answer, with how many leaves, or the whole, it asked the reference for. */
async function fast(given: Case): Promise<{ answer: Answer; byReference: number }> {
  const { compiled, submission, group } = await prepared(given)
  const scheme = fastScheme(compiled)
  const memory = scheme.open(1)
  scheme.fill(memory, 0, submission)
  scheme.run(memory, 1, { submissionAt: () => submission, group })
  const scores = scheme.read(memory, 0)
  const { total, grade, state } = scores
  const answer = {
    total,
    grade,
    state,
    scores: Object.fromEntries(compiled.nodes.map(({ node }, index) => [node.id, scores.scoreOf(index)])),
    states: Object.fromEntries(compiled.nodes.map(({ node }, index) => [node.id, scores.stateOf(index)])),
  }
  return { answer, byReference: memory.byReference + (scores.isByReference ? 1 : 0) }
}

async function prepared(given: Case) {
  const scheme: Scheme = valid(validate('scheme', given.scheme))
  const submission: Submission = valid(validate('submission', given.submission))
  const declaration: Declaration | undefined =
    given.declaration === undefined ? undefined : valid(validate('declaration', given.declaration))
  const compiled = valid(compile(scheme, { sha256, ...(declaration === undefined ? {} : { declaration }) }))
  const members = given.group?.map((member) => valid(validate('submission', member)))
  const group = members === undefined ? undefined : await groupFacts(compiled, members)
  return { compiled, submission, group }
}

function python(given: Case): Answer {
  const ran = spawnSync('python3', [join(root, 'test/third-voice/score.py')], {
    input: `${JSON.stringify(given)}\n`,
    encoding: 'utf8',
    env: { ...process.env, PYTHONUTF8: '1' },
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout) as Answer
}

function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info[0] != 3)']).status === 0
}

function answerOf({ total, grade, state, indicators }: Evaluation): Answer {
  return {
    total,
    grade,
    state,
    scores: Object.fromEntries(indicators.map((each) => [each.id, each.score])),
    states: Object.fromEntries(indicators.map((each) => [each.id, each.state])),
  }
}

function valid<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
