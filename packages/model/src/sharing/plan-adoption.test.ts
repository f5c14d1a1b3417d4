import { expect, it } from 'vitest'
import type { TemplatePackage } from '../schema/template-package.ts'
import { adopted, national } from './example.testing.ts'
import { planAdoption } from './plan-adoption.ts'

const scheme = { ...national, formCode: '财绩01' }
const file = (of = scheme): TemplatePackage => ({
  yardstick: 'package/1',
  manifest: {
    id: 't',
    name: '甲',
    version: '2',
    publisher: '国家',
    licence: 'CC0',
    minimumEngine: '0.1',
    dependencies: [{ id: 'base', version: '1.2' }],
    contents: [{ kind: 'scheme', id: 'national', hash: '0'.repeat(64) }],
  },
  schemes: [of],
})
const known = {
  templates: [{ id: 'base', version: '1.1', publisher: '国家' }],
  schemes: [
    { id: 'national', name: '旧方案', formCode: '财绩01', template: { id: 't', publisher: '国家', version: '1' } },
    { id: 'other', name: '他方案', formCode: null, template: { id: 't', publisher: '某省' } },
  ],
}

it('the plan of an adoption says what it brings and needs, and what it clashes with', () => {
  const plan = planAdoption({ package: file(), schemeId: 'national', known })
  expect(plan?.brings).toEqual({
    leaves: 5,
    fullScore: '100',
    items: 4,
    measures: 1,
    rules: 2,
    cases: 0,
    parameters: [
      { id: 'target', name: '满意度目标', default: '90%' },
      { id: 'line', name: '逾期线', default: '0.6' },
    ],
    locked: 3,
    limited: 3,
  })
  expect(plan?.needs).toEqual({
    items: ['预算数', '支出数', '满意度', '闲置'],
    itemsOfEvaluators: [],
    judged: ['示例', '社会效益'],
    evidence: [],
    dependencies: [{ id: 'base', version: '1.2' }],
    minimumEngine: '0.1',
  })
  expect(plan?.issues.map(({ code, found }) => `${code} ${String(found)}`)).toEqual([
    'ADOPT_AGAIN 旧方案',
    'ADOPT_SAME_ID national',
    'ADOPT_SAME_FORM 财绩01',
    'ADOPT_DEPENDENCY 1.1',
  ])
})

it('limits of the levels above count too, and a scheme that is not there has no plan', () => {
  const plan = planAdoption({ package: file({ ...adopted(), formCode: 'x' }), schemeId: 'national', known })
  expect(plan?.brings).toMatchObject({ locked: 3, limited: 3, parameters: [] })
  expect(planAdoption({ package: file(), schemeId: 'none', known })).toBeUndefined()
})
