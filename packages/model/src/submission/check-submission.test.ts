import { describe, expect, it } from 'vitest'
import type { Scheme } from '../schema/scheme.ts'
import type { Submission } from '../schema/submission.ts'
import { validate } from '../validate.ts'
import { checkSubmission } from './check-submission.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '20',
  items: [
    { id: '实际支出', type: 'money', unit: '万元' },
    { id: '满意度', type: 'rate', evidence: '问卷' },
  ],
  indicators: [
    {
      id: 'output',
      name: '产出',
      points: '20',
      children: [
        { id: 'spend', name: '支出', points: '10', scoring: { method: 'ratio' } },
        { id: 'quality', name: '质量', points: '10', scoring: { method: 'judgement' } },
      ],
    },
  ],
}

const check = (more: Partial<Submission>) =>
  checkSubmission(scheme, {
    subject: { department: '某局' },
    period: '2024',
    items: {},
    ...more,
  }).map(({ code, pointer, where, expected, found }) => ({ code, pointer, where, expected, found }))

describe('a submission', () => {
  it('that is right has no issues', () => {
    const submission = {
      yardstick: 'submission/1',
      scheme: { id: 'demo' },
      subject: { department: '某局' },
      period: '2024',
      items: { 实际支出: 12.5, 满意度: '95%' },
      judgements: { quality: 10 },
      evidence: { 满意度: [{ name: '问卷.pdf' }], quality: [] },
      claims: { total: '20', scores: { spend: '9.5' } },
    }
    const read = validate('submission', submission)
    expect(read.ok && checkSubmission(scheme, read.value)).toEqual([])
  })

  it('for another scheme is said to be so', () => {
    expect(check({ scheme: { id: 'other' } })).toEqual([
      { code: 'SUBMISSION_SCHEME', pointer: '/scheme/id', where: [], expected: 'demo', found: 'other' },
    ])
  })

  it('with a name the scheme does not have gets a suggestion', () => {
    expect(check({ items: { 实际支岀: 1 }, judgements: { qualty: 1 }, evidence: { 满意: [] } })).toEqual([
      {
        code: 'SUBMISSION_UNKNOWN_ITEM',
        pointer: '/items/实际支岀',
        where: [],
        expected: '实际支出',
        found: '实际支岀',
      },
      {
        code: 'SUBMISSION_UNKNOWN_INDICATOR',
        pointer: '/judgements/qualty',
        where: [],
        expected: 'quality',
        found: 'qualty',
      },
      { code: 'SUBMISSION_UNKNOWN_EVIDENCE', pointer: '/evidence/满意', where: [], expected: '满意度', found: '满意' },
    ])
  })

  it('may judge neither a branch nor a computed leaf', () => {
    expect(check({ judgements: { output: 5, spend: 5 } })).toMatchObject([
      { code: 'SUBMISSION_NOT_JUDGED', where: ['产出'], expected: 'sum', found: 5 },
      { code: 'SUBMISSION_NOT_JUDGED', where: ['产出', '支出'], expected: 'ratio', found: 5 },
    ])
  })

  it('with units is checked unit by unit', () => {
    const unit = { name: '一中', items: { 满意度: 'x' }, judgements: { quality: 11 } }
    expect(check({ units: [unit, { name: '一中', items: {} }] })).toMatchObject([
      { code: 'SUBMISSION_TYPE', pointer: '/units/0/items/满意度', where: ['一中', '满意度'] },
      { code: 'SUBMISSION_SCORE_LIMIT', pointer: '/units/0/judgements/quality', where: ['一中', '产出', '质量'] },
      { code: 'SUBMISSION_UNIT_TWICE', pointer: '/units/1/name', where: ['一中'] },
    ])
  })

  it('cannot claim more than there is', () => {
    expect(check({ claims: { total: '20.5', scores: { spend: '-1', output: '20', nothing: '1' } } })).toMatchObject([
      { code: 'SUBMISSION_CLAIM', pointer: '/claims/total', expected: '20', found: '20.5' },
      {
        code: 'SUBMISSION_CLAIM',
        pointer: '/claims/scores/spend',
        where: ['产出', '支出'],
        expected: '10',
        found: '-1',
      },
      { code: 'SUBMISSION_UNKNOWN_INDICATOR', pointer: '/claims/scores/nothing', found: 'nothing' },
    ])
  })

  it('asks for evidence only where there is a value', () => {
    expect(check({ items: { 满意度: '91%' } })).toMatchObject([{ code: 'SUBMISSION_EVIDENCE', expected: '问卷' }])
    expect(check({ items: { 满意度: null } })).toEqual([])
  })

  it('[M12] with very many wrong names or records is answered soon', () => {
    const items = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`没有的数据项${index}`, 1]))
    const wide: Scheme = {
      ...scheme,
      items: [
        ...Array.from({ length: 3_000 }, (_, index) => ({ id: `数据项${index}`, type: 'number' as const })),
        { id: '任务', type: 'list', fields: [{ id: '完成', type: 'count' }] },
      ],
    }
    const 任务 = Array.from({ length: 100_000 }, () => ({ 完成: -1 }))
    const started = Date.now()
    const found = checkSubmission(wide, { subject: { department: '某局' }, period: '2024', items: { ...items, 任务 } })
    expect(Date.now() - started).toBeLessThan(10_000)
    expect(found.length).toBe(100_100)
  })

  it('takes evidence of the whole for that of its units', () => {
    const units = [{ name: '一所', items: { 满意度: '95%' } }]
    expect(check({ units }).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['SUBMISSION_EVIDENCE', '/units/0/items/满意度'],
    ])
    expect(check({ units, evidence: { 满意度: [{ name: '问卷.pdf' }] } })).toEqual([])
  })
})
