import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  canonicalText,
  type Declaration,
  type Edit,
  hashDocument,
  type Scheme,
  type Submission,
  validate,
} from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf, edited, leafOf, read, schemeOf, sha256 } from '../check/check.testing.ts'
import { compile, compileAll } from '../compile/compile.ts'
import { groupFacts } from '../evaluate/group.ts'
import { type Impact, impact } from './impact.ts'

const compiledOf = (scheme: Scheme) => compileAll(scheme, () => hashDocument(scheme, sha256)).value

const scheme = schemeOf(
  [
    branchOf('产出', '60', [
      leafOf('满意', '40', {
        actual: '满意度',
        target: { comparator: '>=', value: '95%' },
        scoring: { method: 'ratio' },
      }),
      leafOf('数量', '20', {
        actual: '完成数',
        target: { comparator: '>=', value: '10' },
        scoring: { method: 'steps', below: { size: '1', per: 'unit', deduct: '5' } },
      }),
    ]),
    leafOf('评定', '40'),
  ],
  {
    fullScore: '100',
    grades: [{ name: '优', from: '90' }, { name: '良', from: '80' }, { name: '差' }],
  },
)

function submitted(department: string, rate: string | null, done: number, judged: number, kind = '甲'): Submission {
  return {
    yardstick: 'submission/1',
    subject: { department, attributes: { 类别: kind } },
    period: '2024',
    items: { 满意度: rate, 完成数: done },
    judgements: { 评定: judged },
  }
}

const all = [
  submitted('一局', '95%', 10, 35),
  submitted('二局', '76%', 9, 40),
  submitted('三局', '95%', 9, 40),
  submitted('四局', null, 10, 40),
]

const after = (edit: Edit, options?: Parameters<typeof impact>[3]) =>
  impact(compiledOf(scheme), compiledOf(edited(scheme, edit)), all, options)

const shown = ({ rows }: Impact) =>
  rows.map(({ subject, before, after: then, difference, through }) => [
    subject.department,
    `${before.total} ${before.grade} ${before.rank}`,
    `${then.total} ${then.grade} ${then.rank}`,
    difference,
    through.map((each) => `${each.kind} ${each.id}: ${each.before} → ${each.after}`),
  ])

describe('what a change does', () => {
  it('nothing, where nothing changes', async () => {
    expect(await after({ type: 'set-scheme', fields: { version: '2' } })).toEqual({
      subjects: 4,
      changed: { score: 0, grade: 0, rank: 0, state: 0 },
      grades: [
        { before: '优', after: '优', count: 2 },
        { before: '良', after: '良', count: 1 },
        { before: null, after: null, count: 1 },
      ],
      rows: [],
    })
  })

  it('a stricter step: whose score, grade and rank, and through which indicator', async () => {
    const found = await after({
      type: 'set-scoring',
      id: '数量',
      scoring: { method: 'steps', below: { size: '1', per: 'unit', deduct: '12' } },
    })
    expect(shown(found)).toEqual([
      ['二局', '87 良 3', '80 良 3', '-7', ['indicator 数量: 15 → 8']],
      ['三局', '95 优 1', '88 良 2', '-7', ['indicator 数量: 15 → 8']],
    ])
    expect(found.changed).toEqual({ score: 2, grade: 1, rank: 1, state: 0 })
    expect(found.grades).toContainEqual({ before: '优', after: '良', count: 1 })
  })

  it('a total that appears comes first', async () => {
    const found = await after({ type: 'set-scheme', fields: { missing: 'zero' } })
    expect(shown(found)).toEqual([['四局', 'null null null', '60 差 4', null, ['indicator 满意: null → 0']]])
    expect(found.changed).toEqual({ score: 1, grade: 1, rank: 1, state: 1 })
  })

  it('indicators that come and go, moved points, the largest first', async () => {
    const found = await after({
      type: 'batch',
      edits: [
        { type: 'remove-indicator', id: '数量' },
        {
          type: 'add-indicator',
          parent: null,
          index: 2,
          indicator: leafOf('新', '10', { scoring: { method: 'formula', formula: '10' } }),
        },
        { type: 'set-points', points: { 满意: '50', 产出: '50' } },
      ],
    })
    expect(shown(found)[0]).toEqual([
      '三局',
      '95 优 1',
      '100 优 1',
      '5',
      ['indicator 数量: 15 → null', 'indicator 满意: 40 → 50', 'indicator 新: null → 10'],
    ])
  })

  it('the largest contributions are listed, and how many others there are', async () => {
    const edit: Edit = { type: 'set-points', points: { 满意: '20', 数量: '35', 评定: '45' } }
    const [whole] = (await after(edit)).rows
    const [part] = (await after(edit, { most: 1 })).rows
    expect(whole!.through).toHaveLength(2)
    expect(whole).not.toHaveProperty('further')
    expect(part).toMatchObject({ through: [whole!.through[0]], further: 1 })
    expect(part!.through).toHaveLength(1)
  })

  it('rules on the total and the grade are told with their reasons', async () => {
    const conditions = { fact: '完成数', operator: 'lessThan', value: 10 } as const
    const rule = (id: string, event: object) =>
      ({ type: 'add-rule', index: 0, rule: { id, name: id, conditions, event } }) as unknown as Edit
    const found = await after({
      type: 'batch',
      edits: [
        rule('扣分', { type: 'deduct', params: { points: '2', reason: '未完成任务' } }),
        rule('封顶', { type: 'cap-grade', params: { grade: '差', reason: '未完成任务' } }),
      ],
    })
    expect(shown(found)[0]).toEqual([
      '二局',
      '87 良 3',
      '85 差 3',
      '-2',
      ['line 扣分: 0 → -2', 'rule 封顶: null → cap-grade'],
    ])
    expect(found.rows[0]?.through[0]?.name).toBe('未完成任务')
  })

  it('a branch that is put together otherwise is told by itself', async () => {
    const equal = read({
      ...scheme,
      indicators: [
        branchOf('产出', '60', [leafOf('甲', '60'), leafOf('乙', '60')], { combine: 'best-of' }),
        leafOf('评定', '40'),
      ],
    })
    const least = edited(equal, { type: 'set-indicator', id: '产出', fields: { combine: 'minimum' } })
    const one = { ...submitted('一局', '95%', 10, 40), judgements: { 甲: 50, 乙: 40, 评定: 40 } }
    const found = await impact(compiledOf(equal), compiledOf(least), [one])
    expect(shown(found)).toEqual([['一局', '90 优 1', '80 良 1', '-10', ['indicator 产出: 50 → 40']]])
  })

  it('ranks are 1-1-3, within an attribute where that is asked for', async () => {
    const kinds = [
      submitted('一局', '95%', 10, 35, '甲'),
      submitted('二局', '95%', 10, 30, '乙'),
      submitted('三局', '95%', 9, 40, '甲'),
    ]
    const strict = compiledOf(
      edited(scheme, {
        type: 'set-scoring',
        id: '数量',
        scoring: { method: 'steps', below: { size: '1', per: 'unit', deduct: '6' } },
      }),
    )
    const together = await impact(compiledOf(scheme), strict, kinds)
    expect(together.rows.map((row) => [row.subject.department, row.before.rank, row.after.rank])).toEqual([
      ['三局', 1, 2],
    ])
    const apart = await impact(compiledOf(scheme), strict, kinds, { within: '类别' })
    expect(apart.rows.map((row) => [row.subject.department, row.before.rank, row.after.rank])).toEqual([['三局', 1, 2]])
    const alone = await impact(compiledOf(scheme), strict, [kinds[1]!, kinds[2]!], { within: '类别' })
    expect(alone.rows.map((row) => [row.subject.department, row.before.rank, row.after.rank])).toEqual([['三局', 1, 1]])
  })

  it('a scheme that reads the group takes the submissions for it', async () => {
    const ranked = edited(scheme, {
      type: 'set-scoring',
      id: '数量',
      scoring: { method: 'rank', rule: { by: 'place', places: ['20', '10'], otherwise: '0' } },
    })
    const found = await impact(compiledOf(scheme), compiledOf(ranked), all.slice(0, 3))
    expect(shown(found)).toEqual([
      ['二局', '87 良 3', '82 良 3', '-5', ['indicator 数量: 15 → 10']],
      ['三局', '95 优 1', '90 优 2', '-5', ['indicator 数量: 15 → 10']],
    ])
  })
})

describe('submissions that are scored by declarations of their own', () => {
  const open = edited(scheme, { type: 'set-indicator', id: '满意', fields: { declared: { atLeast: '50%' } } })
  const stricter = edited(open, { type: 'set-indicator', id: '满意', fields: { declared: { atLeast: '80%' } } })
  const declare = (value: string): Declaration => ({
    yardstick: 'declaration/1',
    scheme: { id: scheme.id },
    ...{ subject: { department: '某局' }, period: '2024' },
    targets: { 满意: { comparator: '>=', value } },
  })
  /** One asks less of itself, one asks too little for the stricter scheme, one declares nothing. */
  const members = [
    { submission: submitted('一局', '90%', 10, 40), declaration: declare('90%') },
    { submission: submitted('二局', '60%', 10, 40), declaration: declare('60%') },
    { submission: submitted('三局', '47.5%', 10, 40), declaration: undefined },
  ]
  const submissions = members.map(({ submission }) => submission)
  const by = (of: Scheme) => (submission: Submission) => {
    const { declaration } = members.find((each) => each.submission === submission)!
    return compile(of, { sha256, ...(declaration === undefined ? {} : { declaration }) })
  }

  it('are compared as each is scored, and say why where they cannot be scored', async () => {
    const found = await impact(compiledOf(open), compiledOf(stricter), submissions, {
      scoredBy: { before: by(open), after: by(stricter) },
    })
    expect(shown(found)).toEqual([
      ['二局', '100 优 1', 'null null null', null, []],
      ['三局', '80 良 3', '80 良 2', '0', []],
    ])
    expect(found.rows[0]!.after.issues).toMatchObject([{ code: 'DECLARATION_TARGET_LIMIT' }])
    expect(found.changed).toEqual({ score: 1, grade: 1, rank: 2, state: 1 })
  })

  it('make up a group by what they come to so; whoever cannot be scored is in no mean', async () => {
    const averaged = (of: Scheme) =>
      edited(of, { type: 'set-indicator', id: '满意', fields: { notApplicable: 'group-mean' } })
    const rates = async (of: Scheme) => {
      const { members } = await groupFacts(compiledOf(averaged(of)), submissions, by(averaged(of)))
      return members.map((each) => each.rates)
    }
    expect(await rates(open)).toEqual([{ 满意: '1' }, { 满意: '1' }, { 满意: '0.5' }])
    expect(await rates(stricter)).toEqual([{ 满意: '1' }, {}, { 满意: '0.5' }])
  })
})

describe('published data', () => {
  it('004 read as printed and as meant: 90 becomes 96', async () => {
    const root = fileURLToPath(new URL('../../../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url))
    const json = (name: string) => JSON.parse(readFileSync(root + name, 'utf8'))
    const submission = validate('submission', json('submission.json'))
    if (!submission.ok) throw new Error('submission')
    const found = await impact(compiledOf(read(json('printed.scheme.json'))), compiledOf(read(json('scheme.json'))), [
      submission.value,
    ])
    expect(shown(found)).toEqual([
      [
        '南昌市人力资源和社会保障局',
        '90 优 1',
        '96 优 1',
        '6',
        ['indicator satisfaction.served.insured: 1 → 6', 'indicator decision.initiation.procedure: 2 → 3'],
      ],
    ])
  })
})

describe('laws of impact', () => {
  const data = fc.array(
    fc.record({
      rate: fc.integer({ min: 0, max: 100 }),
      done: fc.integer({ min: 0, max: 12 }),
      judged: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  const other = edited(scheme, {
    type: 'set-scoring',
    id: '满意',
    scoring: { method: 'bands', otherwise: '10', bands: [{ from: '80%', included: true, score: '40' }] },
  })

  it('[C1] forwards and backwards are mirror images, and nothing that came in changes', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (rows) => {
        const submissions = rows.map(({ rate, done, judged }, index) =>
          submitted(`局${index}`, `${rate}%`, done, judged),
        )
        const text = canonicalText(submissions)
        const there = await impact(compiledOf(scheme), compiledOf(other), submissions)
        const back = await impact(compiledOf(other), compiledOf(scheme), submissions)
        expect(canonicalText(submissions)).toBe(text)
        expect(back.changed).toEqual(there.changed)
        expect(back.rows.map((row) => [row.index, row.after, row.before])).toEqual(
          there.rows.map((row) => [row.index, row.before, row.after]),
        )
        expect((await impact(compiledOf(scheme), compiledOf(scheme), submissions)).rows).toEqual([])
      }),
      { numRuns: 30, seed: 20_240_721 },
    )
  })

  it('[C2] under sums, what indicators gain and lose adds up to the difference of the total', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (rows) => {
        const submissions = rows.map(({ rate, done, judged }, index) =>
          submitted(`局${index}`, `${rate}%`, done, judged),
        )
        const { rows: changed } = await impact(compiledOf(scheme), compiledOf(other), submissions)
        for (const { difference, through } of changed) {
          const whole = through.reduce((sum, each) => sum + Number(each.difference), 0)
          expect(whole).toBeCloseTo(Number(difference), 9)
        }
      }),
      { numRuns: 30, seed: 20_240_722 },
    )
  })
})
