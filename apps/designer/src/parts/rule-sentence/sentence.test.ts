import { compile, standardContext } from '@yardstick/engine'
import {
  applyEdit,
  type Language,
  type Leaf,
  leaves,
  type Scheme,
  type Scoring,
  type Target,
  validate,
} from '@yardstick/model'
import { printStandard } from '@yardstick/wording'
import { describe, expect, it } from 'vitest'
import { ruleEdit } from '../method/rule-change.ts'
import { templateSchemes } from '../templates.testing.ts'
import { type SentencePart, sentenceParts } from './sentence.ts'

/** The sentence with its tokens in brackets: 达到目标值（{≥}{95%}）得满分. */
function bracketed(parts: readonly SentencePart[]): string {
  return parts.map(({ text, field }) => (field === undefined ? text : `{${text}}`)).join('')
}

function partsOf(scoring: Scoring, target: Target | undefined, language: Language = 'zh'): SentencePart[] {
  const leaf = { id: 'x', name: '指标', points: '10', scoring, ...(target === undefined ? {} : { target }) }
  const unit = target !== undefined && 'unit' in target ? target.unit : undefined
  const isRate = target !== undefined && 'value' in target && target.value.endsWith('%')
  return sentenceParts(leaf, { ...leaf, unit, ...(isRate ? { valueType: 'rate' } : {}) }, language)
}

const rate: Target = { comparator: '>=', value: '95%' }
const point = { size: '1%', per: 'percentage-point', deduct: '1' } as const

const rows: [string, Scoring, Target | undefined, string][] = [
  [
    'a ratio',
    { method: 'ratio', passLine: '60%' },
    rate,
    '达到目标值（{≥}{95%}）得满分，未达到的，按实际完成值÷目标值×分值计分；完成率低于{60%}的不得分。',
  ],
  [
    'steps with what a part of a step does',
    { method: 'steps', below: point, count: 'prorata' },
    rate,
    '达到目标值（{≥}{95%}）得满分，每降低{1}个{百分点}扣{1}分，不足{1}个百分点的{按比例扣分}，扣完为止。',
  ],
  [
    'bands with edges, ends and points',
    {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '60%', included: true, score: '5' },
        { from: '90%', included: true, score: '100%' },
      ],
    },
    rate,
    '{90%}{（含）以上}得{满分}；{60%}{（含）}～{90%}得{5}分；低于{60%}{不得分}。',
  ],
  [
    'a deadline',
    { method: 'pass' },
    { comparator: '<=', date: '2021-12-31' },
    '在目标时限（{2021年12月31日}{前}）内完成得满分，否则不得分。',
  ],
  [
    'a comparison that is said twice, by its sign',
    { method: 'pass' },
    { comparator: '<=', value: '90', unit: '万元' },
    '不超过目标值（{≤}{90}万元）得满分，否则不得分。',
  ],
  [
    'a level that begins at 0%, which says no 含',
    {
      method: 'levels',
      levels: [
        { name: '好', from: '60%', to: '100%' },
        { name: '差', from: '0%', to: '60%' },
      ],
    },
    undefined,
    '按评定等级计分：{好}，在指标分值的{60%}（含）～{100%}之间评定；{差}，在指标分值的{0%}～{60%}之间评定。',
  ],
  [
    'elements with their texts and items',
    {
      method: 'checklist',
      elements: [
        { id: '1', text: '有管理办法', score: '4', met: { item: '是否有办法' } },
        { id: '2', text: '执行到位', score: '6', met: 'judged' },
      ],
    },
    undefined,
    '①{有管理办法}，得{4}分（按“{是否有办法}”认定）；②{执行到位}，得{6}分。',
  ],
  [
    'a panel',
    { method: 'judgement', panel: { rule: 'mean', quorum: 3 } },
    undefined,
    '由专家组评分，取各位专家评分的{平均分}（至少{3}名专家评分有效），低于满分的须说明理由。',
  ],
]

describe('the sentence shows its tokens', () => {
  it.each(rows)('%s', (_, scoring, target, expected) => {
    expect(bracketed(partsOf(scoring, target))).toBe(expected)
  })

  it('edges of a date as days', () => {
    const bands = [{ from: '18992', included: false, score: '50%' }]
    const target: Target = { comparator: '<=', date: '2021-12-31' }
    const leaf = {
      id: 'x',
      name: '指标',
      points: '5',
      target,
      scoring: { method: 'bands', otherwise: '100%', bands } as Scoring,
    }
    const parts = sentenceParts(leaf, { ...leaf, valueType: 'date' }, 'zh')
    expect(bracketed(parts)).toBe('{2021年12月31日}（含）以前得{满分}；晚于{2021年12月31日}得指标分值的{50%}。')
    const edge = parts[0]?.field
    expect(edge?.kind === 'date' && edge.put('2022-01-01').scoring).toMatchObject({ bands: [{ from: '18993' }] })
  })

  it('in English too', () => {
    expect(bracketed(partsOf({ method: 'steps', below: point, count: 'whole' }, rate, 'en'))).toBe(
      'Full points at the target ({≥}{95%}) or above; {1} point off for every {percentage point} below, down to zero; a part of a step {does not count}.',
    )
  })
})

describe('a token changes the rule', () => {
  it('a number that is said twice changes both', () => {
    const parts = partsOf(rows[2]![1], rate)
    const edge = parts.find((part) => part.text === '90%')?.field
    expect(edge?.kind === 'number' && edge.put('85%').scoring).toMatchObject({
      bands: [{ from: '60%' }, { from: '85%' }],
    })
  })

  it('a step counted in units is written without %', () => {
    const per = partsOf(rows[1]![1], rate).find((part) => part.field?.name === 'per')?.field
    expect(per?.kind === 'choice' && per.put('unit').scoring).toMatchObject({
      below: { size: '1', per: 'unit', deduct: '1' },
    })
  })

  it('an optional number that is emptied leaves the rule', () => {
    const line = partsOf(rows[0]![1], rate).find((part) => part.text === '60%')?.field
    expect(line?.kind === 'number' && line.put(undefined)).toEqual({ scoring: { method: 'ratio' } })
  })
})

describe.each(templateSchemes)('every rule of %s', (_name, scheme) => {
  const compiled = compile(scheme, { sha256: () => '0'.repeat(64) })
  if (!compiled.ok) throw new Error(compiled.issues[0]?.code)
  const all = leaves(scheme).map(({ node }): [string, Leaf] => [node.name, node])
  const contextOf = (leaf: Leaf) => {
    const node = compiled.value.nodeById.get(leaf.id)
    if (node?.type !== 'leaf') throw new Error(leaf.id)
    return standardContext(node, compiled.value)
  }

  it('is printed as printStandard prints it', () => {
    for (const [name, leaf] of all) {
      for (const language of ['zh', 'en'] as const) {
        const text = sentenceParts(leaf, contextOf(leaf), language)
          .map((part) => part.text)
          .join('')
        expect(text, name).toBe(printStandard(leaf.scoring, contextOf(leaf), language))
      }
    }
  })

  it('stays a valid rule whichever token is changed', () => {
    const { rules: _, cases: __, ...rest } = scheme
    const methods = new Map(all.map(([, leaf]) => [leaf.scoring.method, leaf]))
    for (const leaf of methods.values()) {
      const alone: Scheme = { ...rest, indicators: [leaf] }
      for (const { field } of sentenceParts(leaf, contextOf(leaf), 'zh')) {
        if (field === undefined || field.kind === 'item') continue
        const next = { number: '3', choice: '', words: '别的', date: '2022-06-30' }[field.kind]
        const values =
          field.kind === 'choice'
            ? field.choices
            : [field.kind === 'number' && field.form.percent === 'always' ? '3%' : next]
        for (const value of values) {
          const edited = applyEdit(alone, ruleEdit(leaf.id, field.put(value)))
          const checked = edited.ok
            ? validate('scheme', JSON.parse(JSON.stringify(edited.value.scheme)) as Scheme)
            : edited
          expect(checked.ok ? [] : checked.issues, `${leaf.name}: ${field.key} ${value}`).toEqual([])
        }
      }
    }
  })
})
