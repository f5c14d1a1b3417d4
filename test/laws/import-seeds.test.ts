import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compile, evaluate } from '@yardstick/engine'
import { type ImportAnswers, importTable } from '@yardstick/exchange/import-table'
import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { matchTable } from '@yardstick/exchange/match-table'
import { readTables } from '@yardstick/exchange/read/tables'
import { type Indicator, isBranch, type Scheme, type Submission, validate, walk } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { askedSubmission, itemNames } from './import-seeds/asked-submission.ts'
import { NOTE, seedDocument, seedWorkbook } from './import-seeds/published-table.ts'

/**
 * The published tables, laid out as their bureaus print them, become the schemes that were made of them by hand. Names of
 * items may differ, and so do the ids of a checklist's elements; everything else is the same once the questions listed here
 * are answered.
 */
const seeds: readonly {
  readonly name: string
  /** At most five, with the answers that their makers gave. */
  readonly questions: readonly string[]
  readonly answers: ImportAnswers
  /** Leaves whose rule by hand says more than the table does. */
  readonly more?: { readonly [id: string]: string }
  /** How many of the leaves score by values that the table knows too. */
  readonly scored: number
}[] = [
  { name: 'nanchang-2021-archives-project', questions: [], answers: {}, scored: 8 },
  {
    name: 'nanchang-2021-sysops-project',
    questions: ['step-count', 'points-differ', 'elements-sum'],
    answers: {
      'step-count': 'whole',
      // Not asked, since the standard says it too: 完成机房2套精密维保服务 as a target.
      '产出指标/产出数量/机房精密维保服务数量#target': '≥2套',
      // 达95%得5分 of an indicator of 10 points.
      'points-differ': 'row',
      // 得2分 and 得1分 of 2 points; 得1分 twice of 3; 得1分 four times of 3.
      '决策指标/项目立项/立项依据充分性#elements-sum': '1,1',
      '决策指标/项目立项/立项程序规范性#elements-sum': '1,2',
      '决策指标/绩效目标/绩效目标合理性#elements-sum': '1,1,0.5,0.5',
    },
    more: { 'output.cost.maintenance': '控制在预算内 is held against 成本预算, an item that the table does not name' },
    scored: 17,
  },
  { name: 'nanchang-2022', questions: [], answers: {}, scored: 4 },
  {
    name: 'shaoguan-2019',
    questions: ['standard-unread'],
    // 未超编, 未超标, 实际金额未超过计划金额 of rates.
    answers: { 'standard-unread': '≤100%' },
    scored: 33,
  },
  { name: 'yangquan-2021', questions: [], answers: {}, scored: 4 },
  {
    name: 'zhengning-2023',
    questions: ['full-score', 'target-unread', 'unread'],
    // The top level adds up to 97, the sheet says 100.
    answers: { 'full-score': '100', 'target-unread': '≥95%' },
    scored: 30,
  },
]

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function goldenOf<T>(seed: string, file: string): T {
  return JSON.parse(readFileSync(new URL(`../../rules/seeds/${seed}/${file}.json`, import.meta.url), 'utf8'))
}

async function imported(bytes: Uint8Array, name: string, answers: ImportAnswers = {}) {
  const tables = await readTables(bytes, name)
  expect(tables.ok ? [] : tables.issues).toEqual([])
  if (!tables.ok) throw new Error()
  const made = importTable(readIndicatorTable(tables.value[0]!.table), { name, language: 'zh', answers })!
  const valid = validate('scheme', made.scheme)
  expect(valid.ok ? [] : valid.issues).toEqual([])
  return made
}

/** What a table says of an indicator; elements by their order. */
function said(node: Indicator, more: { readonly [id: string]: string }, id: string) {
  const { name, code, points, kind } = node
  const common = { name, code, points, kind }
  if (isBranch(node)) return { ...common, combine: node.combine }
  if (more[id] !== undefined) return common
  const { scoring } = node
  const bare =
    scoring.method === 'checklist'
      ? { ...scoring, elements: scoring.elements.map((element, index) => ({ ...element, id: `${index + 1}` })) }
      : scoring
  return { ...common, target: node.target, scoring: bare }
}

describe.each(seeds)('[X6] the table of $name', ({ name, questions, answers, more = {}, scored }) => {
  const golden = goldenOf<Scheme>(name, 'scheme')

  test.each([
    ['xlsx', seedWorkbook],
    ['docx', seedDocument],
  ])('as %s becomes its scheme with at most five answers', async (_, write) => {
    const bytes = await write(golden)
    const asked = await imported(bytes, golden.name)
    expect(asked.questions.map(({ id }) => id).sort()).toEqual([...questions].sort())
    expect(questions.length).toBeLessThanOrEqual(5)
    const { scheme, questions: left, unused, told } = await imported(bytes, golden.name, answers)
    expect([left.filter(({ answer }) => answer === undefined).map(({ id }) => id), unused]).toEqual([[], []])
    expect(told.map((doubt) => ('text' in doubt ? doubt.text : doubt.kind))).toContain(NOTE)
    const nodes = walk(golden).map(({ node }) => node)
    expect(walk(scheme).map(({ node }, index) => said(node, more, nodes[index]?.id ?? ''))).toEqual(
      nodes.map((node) => said(node, more, node.id)),
    )
    expect([scheme.name, scheme.fullScore]).toEqual([golden.name, golden.fullScore])
  })

  test('scores as its scheme does wherever their values are the same', async () => {
    const { scheme } = await imported(await seedWorkbook(golden), golden.name, answers)
    const submission = goldenOf<Submission>(name, 'submission')
    const names = itemNames(golden, scheme)
    const [before, after] = [compile(golden, { sha256 }), compile(scheme, { sha256 })]
    expect(after.ok ? [] : after.issues).toEqual([])
    if (!before.ok || !after.ok) throw new Error()
    const given = await evaluate(before.value, submission, { sha256, language: 'zh' })
    const got = await evaluate(after.value, askedSubmission(submission, golden, scheme, names), {
      sha256,
      language: 'zh',
    })
    const [ids, scoreOf] = [walk(golden), new Map(got.indicators.map(({ id, score }) => [id, score]))]
    const same = walk(scheme).flatMap(({ node }, index) => {
      const { id, score } = given.indicators.find((each) => each.id === ids[index]!.node.id)!
      const mine = scoreOf.get(node.id)
      return isBranch(node) || mine === null || more[id] !== undefined ? [] : [{ id, score, mine }]
    })
    expect(same.filter((each) => each.score !== each.mine)).toEqual([])
    expect(same.length).toBe(scored)
  })

  test('again is no difference', async () => {
    const made = await imported(await seedWorkbook(golden), golden.name, answers)
    const { differences } = matchTable(made.scheme, made, { language: 'zh' })
    expect(differences.filter(({ kind }) => kind !== 'same')).toEqual([])
  })
})
