import {
  type IssueCode,
  type Language,
  type Leaf,
  type Scoring,
  type ScoringMethod,
  validate,
  wordIssue,
} from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, line, scorings } from '../arbitrary.testing.ts'
import { isEqual } from '../phrase/equal.ts'
import { fold } from '../phrase/input.ts'
import { readRule } from '../reading/read-rule.ts'
import type { LeafContext } from './context.ts'
import { standardRows } from './standard.rows.testing.ts'
import { printStandard, readStandard } from './standard.ts'
import { asksCount } from './steps.ts'

const languages: readonly Language[] = ['zh', 'en']
const RUNS = { numRuns: 500, seed: 20250117 }

describe('a rule prints its 评分标准', () => {
  for (const row of standardRows) {
    test(row.title, () => {
      expect(printStandard(row.scoring, row.context, 'zh')).toBe(row.zh)
      expect(printStandard(row.scoring, row.context, 'en')).toBe(row.en)
    })
    test(`${row.title}, read back`, () => {
      for (const language of languages) {
        expect(readStandard(row[language], row.context, language)).toEqual({ ok: true, value: row.scoring })
      }
    })
  }
})

const rate: LeafContext = {
  name: '预算执行率',
  points: '10',
  valueType: 'rate',
  target: { comparator: '>=', value: '95%' },
}
const count: LeafContext = { name: '培训人次', points: '10', valueType: 'count', unit: '人次' }
const point = { size: '1%', per: 'percentage-point' } as const

describe('other spellings of the same sentence', () => {
  const rows: readonly [string, LeafContext, Scoring][] = [
    // as published: no target repeated, half-width signs, spaces, 计分
    ['达到目标值得满分,每降低 1个百分点扣 1 分,扣完为止', rate, { method: 'steps', below: { ...point, deduct: '1' } }],
    [
      '90%以上得10分,每降 5%扣 1 分,扣完为止。',
      rate,
      { method: 'steps', from: '90%', start: '10', below: { size: '5%', per: 'percentage-point', deduct: '1' } },
    ],
    [
      '≦100%,计5分;每超过一个百分点扣0.5分,扣完为止。',
      rate,
      { method: 'steps', from: '100%', start: '5', above: { ...point, deduct: '0.5' } },
    ],
    [
      '达到50人次得满分，每减少5%扣1分，扣完为止',
      count,
      { method: 'steps', from: '50', below: { size: '5%', per: 'percent-of-target', deduct: '1' } },
    ],
    [
      '小于0不得分;=0,计5分;0-10%(含),计4分;10-20%(含),计3分;20-30%(含),计2分;大于30%不得分。',
      rate,
      {
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '0', included: true, score: '5' },
          { from: '0', included: false, score: '4' },
          { from: '10%', included: false, score: '3' },
          { from: '20%', included: false, score: '2' },
          { from: '30%', included: false, score: '0' },
        ],
      },
    ],
    ['达到目标值得满分，否则不得分', rate, { method: 'pass' }],
    ['达到目标值得满分，未达到的，按完成率得分。', { ...count }, { method: 'ratio' }],
    [
      '（1）按规定的程序申请设立，得5分；（2）审批文件、材料符合相关要求，计5分。',
      count,
      {
        method: 'checklist',
        elements: [
          { id: '1', text: '按规定的程序申请设立', score: '5', met: 'judged' },
          { id: '2', text: '审批文件、材料符合相关要求', score: '5', met: 'judged' },
        ],
      },
    ],
    [
      '评定等级：优，得满分；良，得分值的80%；差，得0分',
      count,
      {
        method: 'levels',
        levels: [
          { name: '优', share: '100%' },
          { name: '良', share: '80%' },
          { name: '差', share: '0%' },
        ],
      },
    ],
  ]
  for (const [text, leaf, scoring] of rows) {
    test(text, () => expect(readStandard(text, leaf, 'zh')).toEqual({ ok: true, value: scoring }))
  }
})

describe('what cannot be read says where it stopped', () => {
  const rows: readonly [string, IssueCode, span: { from: number; to: number } | undefined][] = [
    // the target of the row is another one
    ['达到目标值（≥90%）得满分，否则不得分。', 'WORDING_STANDARD_UNREAD', { from: 8, to: 21 }],
    // it divides the other way round
    ['不超过目标值（≥95%）得满分，超过的，按目标值÷实际完成值×分值计分。', 'WORDING_STANDARD_UNREAD', undefined],
    ['酌情扣分', 'WORDING_STANDARD_UNREAD', { from: 0, to: 4 }],
    ['', 'WORDING_STANDARD_UNREAD', { from: 0, to: 0 }],
    // 80% belongs to both, to none; nothing is said about what lies below
    ['80%（含）以上得满分；低于70%不得分。', 'WORDING_BANDS_GAP', undefined],
    ['80%（含）以上得满分；80%（含）以下不得分。', 'WORDING_BANDS_GAP', undefined],
    ['高于80%得满分；低于80%不得分。', 'WORDING_BANDS_GAP', undefined],
    ['80%（含）以上得满分；60%（含）～80%得5分。', 'WORDING_BANDS_GAP', undefined],
  ]
  for (const [text, code, span] of rows) {
    test(text === '' ? 'nothing' : text, () => {
      const result = readStandard(text, rate, 'zh')
      const issues = result.ok ? [] : result.issues
      expect(issues.map((issue) => [issue.code, issue.span])).toEqual([[code, span]])
    })
  }
})

describe('what cannot be read is told in a sentence without holes', () => {
  const rows: readonly [string, zh: string][] = [
    ['≥95%', '此处应为“得满分”、“得”、“不得分”、“得指标分值的”；现到此为止；请按评分标准的句式改写'],
    [
      '得分＝“支出',
      '此处应为“得分＝达到目标的同级指标个数÷同级指标总数×分值”、引号中的文字；现为“‘支出”；请按评分标准的句式改写',
    ],
    ['（1）', '此处应为“〔”、“要素”；现到此为止；请按评分标准的句式改写'],
    [
      '≥5%得5分；“',
      '此处应为“每降低”、“等于”、数字、“≥”、“高于”、“低于”、“≤”；现为单独一个引号；请按评分标准的句式改写',
    ],
    [
      '酌情扣分',
      '此处应为“达到”、“目标值”、数字、“不低于”、“不超过”、“不高于”、“等于”、“在”；现为“酌情扣分”；请按评分标准的句式改写',
    ],
  ]
  for (const [text, zh] of rows) {
    test(text, () => {
      const read = readStandard(text, rate, 'zh')
      expect(read.ok ? '' : wordIssue(read.issues[0]!, 'zh')).toBe(`${zh} [WORDING_STANDARD_UNREAD]`)
    })
  }
  test('in English too', () => {
    const read = readStandard('Full points at “90”', rate, 'en')
    expect(read.ok ? '' : wordIssue({ ...read.issues[0]!, pointer: '' }, 'en')).toMatch(
      /^expected here: "the target", a number, .*; found "'90'"; rewrite it as/,
    )
  })
})

describe('[W1] reading a printed 评分标准 gives the same rule', () => {
  for (const [method, scoring] of Object.entries(scorings) as [ScoringMethod, fc.Arbitrary<Scoring>][]) {
    for (const language of languages) {
      test(`${method}, ${language}`, () => {
        fc.assert(
          fc.property(scoring, context, (rule, leaf) => {
            expect(isValid(rule)).toBe(true)
            const text = printStandard(rule, leaf, language)
            expect(text).not.toBe('')
            expect(readStandard(text, leaf, language)).toEqual({ ok: true, value: rule })
          }),
          RUNS,
        )
      })
    }
  }
})

describe('[W11] a printed 评分标准 among anybody’s words gives the same rule, whole', () => {
  for (const [method, scoring] of Object.entries(scorings) as [ScoringMethod, fc.Arbitrary<Scoring>][]) {
    for (const language of languages) {
      test(`${method}, ${language}`, { timeout: 300_000 }, () => {
        fc.assert(
          fc.property(scoring, context, (rule, leaf) => {
            const text = printStandard(rule, leaf, language)
            const first = readRule(text, leaf, language)
            // The sentence of a rule that leaves the counting of steps to its scheme leaves it open; points that are not
            // the row's may be asked about, and stand as they are said.
            const open = first.questions.filter(({ kind }) => kind !== 'elements-sum' && kind !== 'points-differ')
            const counts = asksCount(rule, leaf) && leaf.stepCount === undefined
            expect([text, open.map(({ kind }) => kind)]).toEqual([text, counts ? ['step-count'] : []])
            const rest = first.questions.filter((question) => !open.includes(question))
            const answers = Object.fromEntries(rest.map(({ id }) => [id, 'said']))
            const reading =
              open.length < first.questions.length ? readRule(text, { ...leaf, answers }, language) : first
            expect([text, reading.scoring]).toEqual([text, rule])
            expect(reading.status).toBe(counts ? 'partial' : 'full')
            const { measures, items, rules, leaf: besides } = reading
            expect({ measures, items, rules, besides }).toEqual({ measures: [], items: [], rules: [], besides: {} })
          }),
          { ...RUNS, numRuns: 40 },
        )
      })
    }
  }
})

test('[W10] two different rules never print alike', () => {
  const anyScoring = fc.oneof(...Object.values(scorings))
  fc.assert(
    fc.property(anyScoring, anyScoring, context, fc.constantFrom(...languages), (one, other, leaf, language) => {
      const same = printStandard(one, leaf, language) === printStandard(other, leaf, language)
      expect(same).toBe(isEqual(one, other))
    }),
    { ...RUNS, numRuns: 1000 },
  )
})

test('[W7] signs of either width and spaces between words make no difference', () => {
  for (const row of standardRows.filter((each) => !HOLDS_FREE_TEXT.has(each.scoring.method))) {
    const narrow = [...row.zh].map((letter) => fold(letter)).join('')
    const spaced = [...row.zh].map((letter) => (/[，；。（）]/.test(letter) ? ` ${letter} ` : letter)).join('')
    for (const text of [narrow, spaced, `  ${row.zh}  `]) {
      expect([text, readStandard(text, row.context, 'zh')]).toEqual([text, { ok: true, value: row.scoring }])
    }
    const loud = row.en.toUpperCase().replaceAll(' ', '  ')
    expect([loud, readStandard(loud, row.context, 'en')]).toEqual([loud, { ok: true, value: row.scoring }])
  }
})

/** Methods whose sentences carry names and texts of the author, in which every sign counts. */
const HOLDS_FREE_TEXT = new Set(['checklist', 'levels', 'formula', 'table', 'share-met', 'pass', 'rank', 'ratio'])

test('[W8] any text reads to a valid rule or to one issue with its place', () => {
  const sentences = standardRows.flatMap((row) => [row.zh, row.en])
  const broken = fc
    .tuple(
      fc.constantFrom(...sentences),
      fc.nat({ max: 200 }),
      fc.nat({ max: 20 }),
      fc.oneof(line, fc.constantFrom(...sentences)),
    )
    .map(([text, at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length))
  fc.assert(
    fc.property(fc.oneof(broken, line), context, fc.constantFrom(...languages), (text, leaf, language) => {
      const result = readStandard(text, leaf, language)
      if (result.ok) expect(isValid(result.value)).toBe(true)
      else {
        expect(result.issues).toHaveLength(1)
        const { span } = result.issues[0] ?? {}
        if (span !== undefined) expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true)
      }
    }),
    { numRuns: 1500, seed: 8 },
  )
})

/** Valid by the scheme's schema and already in canonical decimals. */
function isValid(scoring: Scoring): boolean {
  const scheme = {
    yardstick: 'scheme/1',
    id: 's',
    name: 's',
    version: '1',
    fullScore: '10',
    items: [],
    indicators: [{ id: 'i', name: 'i', points: '10', scoring }],
  }
  const result = validate('scheme', scheme)
  if (!result.ok) return false
  expect((result.value.indicators[0] as Leaf).scoring).toEqual(scoring)
  return true
}
