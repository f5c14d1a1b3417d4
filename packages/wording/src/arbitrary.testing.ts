import type { Comparator, Condition, Operator, Scoring, StepCount, Target } from '@yardstick/model'
import { canonicalDecimal, type ItemType } from '@yardstick/model'
import fc from 'fast-check'
import type { LeafContext } from './standard/context.ts'

/** Random rules, targets and conditions, valid by schema and canonical, with words that try to break the sentences. */

const digits = (size: number) => fc.nat({ max: 10 ** size - 1 }).map(String)
const unsigned = fc
  .tuple(digits(4), fc.option(digits(3), { nil: undefined }))
  .map(([whole, fraction]) => canonicalDecimal(fraction === undefined ? whole : `${whole}.${fraction}`))
const points = fc.oneof(fc.constantFrom('0', '1', '2', '10', '100'), unsigned)
const signed = fc.tuple(fc.boolean(), points).map(([minus, text]) => canonicalDecimal(minus ? `-${text}` : text))
const quantity = fc.tuple(signed, fc.boolean()).map(([text, percent]) => (percent ? `${text}%` : text))
const score = fc.tuple(points, fc.boolean()).map(([text, percent]) => (percent ? `${text}%` : text))

const nasty = fc.constantFrom(
  '得满分',
  '，得1分',
  '，不得分',
  '“',
  '”',
  '"',
  '；',
  ';',
  '。',
  '，',
  '、',
  '：',
  ':',
  '（',
  '）',
  '(',
  ')',
  '\\',
  '\n',
  ' ',
  '\u3000',
  '①',
  '〔',
  '〕',
  '[',
  ']',
  '且',
  '或',
  '非',
  '是',
  '否',
  '的',
  '不',
  '属于',
  '包含',
  '=',
  '≥',
  '≤',
  '95%',
  '3',
  '个',
  '总分',
  '等级',
  '得分',
  '（含）',
  '～',
  '公式',
  '，原文“',
  ' and ',
  ' or ',
  'is one of',
  'yes',
  'no',
  'total',
  'points',
  ', full points',
  ': ',
  '预算执行率',
  '甲类',
  'A',
  'x',
  '2021-12-31',
  '2021年12月31日',
  '元',
  '万元',
  '百分点',
  '以上',
  '无',
  '/',
  '-',
  '目标值',
  '𠮷',
  'ﬁ',
  'İ',
)
export const line = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '按规定的程序申请设立',
        '审批文件、材料符合相关要求',
        '预算执行率',
        '执行到位，且有记录',
      ),
    },
    { weight: 4, arbitrary: fc.array(nasty, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  )
  .filter((text) => text.length > 0 && text.length <= 2000)
const name = line.filter(
  (text) =>
    text.length <= 200 && !['constructor', 'prototype', '__proto__'].includes(text) && !/[\p{Cc}[\]]/u.test(text),
)
const id = fc.oneof(
  fc.constantFrom('1', '2', '3', 'procedure', '批复文件', 'a.b-c_d', '得1分'),
  fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,8}$/u),
)

const comparator = fc.constantFrom<Comparator>('>=', '>', '<=', '<', '=')
const date = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const unit = fc.oneof(
  fc.constantFrom('个', '万元', '人次', '%', '天', '‰', '℃', '㎡', '°C', '次/年', '个百分点', '套（件）'),
  line,
)

function optional<K extends string, V>(key: K, value: fc.Arbitrary<V>): fc.Arbitrary<{ [P in K]?: V }> {
  return fc
    .option(value, { nil: undefined })
    .map((each) => (each === undefined ? {} : { [key]: each }) as { [P in K]?: V })
}

/** One record of several. */
function together<A extends object>(one: fc.Arbitrary<A>, ...others: fc.Arbitrary<object>[]): fc.Arbitrary<A> {
  return fc.tuple(one, ...others).map((parts) => Object.assign({}, ...parts) as A)
}

export const target: fc.Arbitrary<Target> = fc.oneof(
  together(fc.record({ comparator, value: quantity }), optional('unit', unit)),
  together(fc.record({ low: quantity, high: quantity }), optional('unit', unit)),
  fc.record({ comparator, formula: line }),
  fc.record({ comparator, date }),
  fc.record({ text: line }),
) as fc.Arbitrary<Target>

const operator = fc.constantFrom<Operator>(
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
)
const fact = fc.oneof(
  fc.constantFrom(
    '预算执行率',
    '是否公开',
    '是否包含附件',
    '或有负债',
    '总分',
    'total',
    'grade',
    'score:output.rate',
    'rate:1.2',
    'evidence:批复文件',
    'score:',
    'A不',
    '得分',
  ),
  line,
)
const scalar = fc.oneof(line, quantity, date, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
const conditionValue = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(scalar, fc.boolean()) },
  { weight: 1, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.record({ fact }) },
)
const comparison = fc.record({ fact, operator, value: conditionValue })
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition' },
    comparison,
    fc.record({ condition: line }),
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node

const stepCount = fc.constantFrom<StepCount>('prorata', 'whole', 'started')
const side = together(
  fc.record({
    size: quantity.filter((size) => !/^-|^0%?$/.test(size)),
    per: fc.constantFrom('percentage-point', 'percent-of-target', 'unit'),
    deduct: points,
  }),
  optional('count', stepCount),
  optional('limit', points),
)
const writtenTarget = together(target, optional('written', line))
const ascending = fc
  .uniqueArray(fc.integer({ min: -2000, max: 40_000 }), { minLength: 2, maxLength: 6 })
  .map((values) => values.sort((one, other) => one - other).map(String))

const methods = {
  ratio: together(
    fc.record({ method: fc.constant('ratio') }),
    optional('target', writtenTarget),
    optional('passLine', quantity),
    optional('overshoot', fc.record({ beyond: quantity, effect: fc.constantFrom('refuse', 'reduce') })),
    optional('zeroTarget', fc.constantFrom('error', 'full', 'zero')),
  ),
  steps: fc.oneof(
    together(
      fc.record({ method: fc.constant('steps') }),
      optional('from', fc.oneof<fc.Arbitrary<unknown>[]>(quantity, fc.record({ low: quantity, high: quantity }))),
      optional('start', points),
      optional('below', side),
      optional('above', side),
      optional('count', stepCount),
      optional('floor', points),
    ),
    side.map((each) => ({ method: 'steps', below: each, above: each })),
  ),
  bands: fc
    .tuple(
      score,
      fc.oneof(
        ascending,
        ascending.map((edges) => edges.map((edge) => `${edge}%`)),
      ),
      fc.array(fc.record({ included: fc.boolean(), score, single: fc.boolean() }), { minLength: 6, maxLength: 6 }),
      score,
    )
    .map(([otherwise, edges, parts, after]) => ({
      method: 'bands',
      otherwise,
      bands: edges.flatMap((from, index) => {
        const part = parts[index] ?? { included: true, score: '0', single: false }
        return part.single
          ? [
              { from, included: true, score: part.score },
              { from, included: false, score: after },
            ]
          : [{ from, included: part.included, score: part.score }]
      }),
    })),
  curve: fc
    .tuple(
      ascending,
      fc.array(score, { minLength: 6, maxLength: 6 }),
      fc.constantFrom('hold', 'zero'),
      fc.constantFrom('hold', 'zero'),
    )
    .map(([edges, scores, below, above]) => ({
      method: 'curve',
      anchors: edges.map((each, index) => ({ at: each, score: scores[index] ?? '0' })),
      below,
      above,
    })),
  pass: together(
    fc.record({ method: fc.constant('pass') }),
    optional('threshold', writtenTarget),
    optional('condition', condition),
  ),
  checklist: fc
    .array(
      together(
        fc.record({
          id,
          text: line,
          score,
          met: fc.oneof<fc.Arbitrary<unknown>[]>(
            fc.constant('judged'),
            fc.record({ item: name }),
            fc.record({ evidence: name }),
            fc.record({ condition }),
          ),
        }),
        optional('gate', fc.constant(true)),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((elements) => ({ method: 'checklist', elements })),
  levels: fc
    .array(
      together(
        fc.record({ name: line }),
        optional('share', quantity),
        optional('from', quantity),
        optional('to', quantity),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((levels) => ({ method: 'levels', levels })),
  judgement: together(
    fc.record({ method: fc.constant('judgement') }),
    optional(
      'panel',
      fc.record({ rule: fc.constantFrom('mean', 'trimmed-mean', 'median'), quorum: fc.integer({ min: 1, max: 1000 }) }),
    ),
  ),
  formula: fc.record({ method: fc.constant('formula'), formula: line }),
  table: fc
    .tuple(
      fc.oneof(
        fc.array(fact, { minLength: 1, maxLength: 3 }),
        // Both bounds of one fact.
        fact.map((twice) => [twice, twice]),
        fc.tuple(fact, fact).map(([twice, once]) => [twice, twice, once]),
      ),
      fc.array(
        fc.record({
          cells: fc.array(fc.option(fc.record({ operator, value: conditionValue })), { minLength: 3, maxLength: 3 }),
          score,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.constantFrom('first', 'unique', 'sum'),
      score,
    )
    .map(([columns, rows, hit, otherwise]) => ({
      method: 'table',
      columns,
      rows: rows.map((row) => ({ when: row.cells.slice(0, columns.length), score: row.score })),
      hit,
      otherwise,
    })),
  'share-met': fc
    .oneof<fc.Arbitrary<unknown>[]>(fc.constant({ siblings: true }), fc.record({ list: name, met: condition }))
    .map((of) => ({ method: 'share-met', of })),
}

const distance = fc.oneof(methods.steps, methods.bands, methods.curve)
const rank = together(
  fc.record({
    method: fc.constant('rank'),
    rule: fc.oneof<fc.Arbitrary<unknown>[]>(
      fc.record({
        by: fc.constant('place'),
        places: fc.array(score, { minLength: 1, maxLength: 12 }),
        otherwise: score,
      }),
      fc.constant({ by: 'best' }),
      fc.record({ by: fc.constant('mean'), distance: fc.constantFrom('absolute', 'relative'), scoring: distance }),
    ),
  }),
  optional('order', fc.constantFrom('descending', 'ascending')),
  optional('within', name),
)

export const scorings = { ...methods, rank } as unknown as { readonly [M in Scoring['method']]: fc.Arbitrary<Scoring> }

export const context: fc.Arbitrary<LeafContext> = together(
  fc.record({ name: line, points }),
  optional('target', target),
  optional('unit', unit),
  optional('valueType', fc.constantFrom<ItemType>('number', 'money', 'rate', 'count', 'date')),
  optional('stepCount', stepCount),
  optional('elementIds', fc.array(id, { maxLength: 3 })),
  optional(
    'names',
    fc.constant({
      nameOf: (each: string) => (each === 'output.rate' ? '合格率' : undefined),
      idOf: (each: string) => (each === '合格率' ? 'output.rate' : undefined),
    }),
  ),
) as fc.Arbitrary<LeafContext>
