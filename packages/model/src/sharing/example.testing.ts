import { createHash } from 'node:crypto'
import { applyEdit } from '../edit/apply-edit.ts'
import type { Edit } from '../edit/edit.ts'
import type { Issue } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Lineage, TemplateRef } from '../schema/sharing.ts'
import { validate } from '../validate.ts'
import { adopt } from './adopt.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const reference = (publisher: string, version = '1'): TemplateRef => ({
  id: 't',
  version,
  hash: sha256(`${publisher} ${version}`),
  publisher,
  scheme: 'national',
})

const judged = { method: 'judgement' }

/** A framework whose 共性指标 are locked, whose 个性指标 are for others to fill, and whose 效果 may be weighed anew. */
export const national = read({
  yardstick: 'scheme/1',
  id: 'national',
  name: '部门整体支出绩效评价',
  version: '1',
  fullScore: '100',
  items: [
    { id: '预算数', type: 'money', unit: '元' },
    { id: '支出数', type: 'money', unit: '元' },
    { id: '满意度', type: 'rate' },
    { id: '闲置', type: 'number' },
  ],
  measures: [{ id: '执行率', formula: '支出数 / 预算数', type: 'rate' }],
  indicators: [
    {
      id: 'common',
      name: '共性指标',
      points: '50',
      children: [
        {
          id: 'rate',
          name: '预算执行率',
          points: '30',
          target: { comparator: '>=', value: '95%' },
          actual: '执行率',
          scoring: { method: 'ratio' },
        },
        { id: 'system', name: '制度健全', points: '20', scoring: { method: 'pass', condition: { condition: '守法' } } },
      ],
    },
    {
      id: 'own',
      name: '个性指标',
      points: '20',
      children: [{ id: 'model', name: '示例', points: '20', scoring: judged }],
    },
    {
      id: 'effect',
      name: '效果指标',
      points: '30',
      children: [
        {
          id: 'content',
          name: '满意度',
          points: '20',
          actual: '满意度',
          target: { comparator: '>=', value: '90%' },
          scoring: { method: 'ratio' },
        },
        { id: 'use', name: '社会效益', points: '10', scoring: judged },
      ],
    },
  ],
  conditions: { 守法: { fact: '满意度', operator: 'greaterThan', value: 0 } },
  rules: [
    {
      id: 'late',
      name: '逾期扣分',
      conditions: { fact: 'rate:rate', operator: 'lessThan', value: 0.6 },
      event: { type: 'deduct', params: { indicator: 'rate', points: '1', reason: '逾期' } },
    },
    {
      id: 'veto',
      name: '一票否决',
      conditions: { fact: '闲置', operator: 'greaterThan', value: 0 },
      event: { type: 'veto', params: { reason: '事故' } },
    },
  ],
  grades: [{ name: '优', from: '90' }, { name: '差' }],
  sharing: {
    parameters: [
      {
        id: 'target',
        name: '满意度目标',
        of: 'indicator',
        in: 'content',
        field: 'target/value',
        least: '80%',
        most: '95%',
      },
      { id: 'line', name: '逾期线', of: 'rule', in: 'late', field: 'conditions/value', least: '0.5' },
    ],
    boundaries: [
      { indicator: 'common', mayChange: false },
      { indicator: 'own', mayChange: true, mayAdd: true },
      { indicator: 'effect', mayAdd: false, points: { plusMinus: '5' } },
    ],
  },
})

function read(document: object): Scheme {
  const outcome = validate('scheme', document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

export function adopted(
  scheme: Scheme = national,
  parameters: { [id: string]: string } = {},
  mode: Lineage['mode'] = 'reference',
  publisher = '国家',
): Scheme {
  const region = { name: '某省', code: '110000' }
  const outcome = adopt({ template: reference(publisher), scheme }, { mode, parameters, region }, sha256)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

export function done(scheme: Scheme, ...edits: Edit[]): Scheme {
  const outcome = applyEdit(scheme, { type: 'batch', edits })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value.scheme
}

/** An issue in short: LIMIT_LOCKED 共性指标 / 预算执行率 changed. */
export function brief({ code, where, found }: Issue): string {
  const change = (found as { change?: string } | null)?.change
  return [code, where.join(' / '), change].filter((part) => part !== undefined && part !== '').join(' ')
}
