import { describe, expect, it } from 'vitest'
import { wordIssue } from './issue.ts'
import { edit } from './schema/edit.ts'
import { documentKind, namesAlong, nearest, schemas, validate, validateAs } from './validate.ts'

const leaf = { id: 'a', name: '甲', points: '5', scoring: { method: 'judgement' } as object }
const scheme = (more: object = {}, node: object = {}) => ({
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '5',
  items: [],
  indicators: [{ ...leaf, ...node }],
  ...more,
})

const issues = (document: unknown) => {
  const read = validate('scheme', document)
  return read.ok ? [] : read.issues.map(({ code, pointer }) => `${code} ${pointer}`.trim())
}

describe('the shape of a scheme', () => {
  it('a good one passes and is not changed', () => {
    const document = scheme()
    const before = JSON.stringify(document)
    const read = validate('scheme', document)
    expect(read).toEqual({ ok: true, value: document })
    expect(read.ok && read.value).not.toBe(document)
    expect(JSON.stringify(document)).toBe(before)
  })

  it.each<[string, unknown, string[]]>([
    ['no object', [], ['SHAPE_TYPE']],
    ['nothing', null, ['SHAPE_TYPE']],
    ['another document', scheme({ yardstick: 'submission/1' }), ['DOCUMENT_KIND /yardstick']],
    ['a newer form', scheme({ yardstick: 'scheme/2' }), ['DOCUMENT_NEWER /yardstick']],
    ['an older form without a way', scheme({ yardstick: 'scheme/0' }), ['DOCUMENT_KIND /yardstick']],
    ['a key that is missing', scheme({}, { points: undefined }), ['SHAPE_REQUIRED /indicators/0']],
    ['a key too many', scheme({}, { score: 1 }), ['SHAPE_UNKNOWN_KEY /indicators/0/score']],
    ['a number for points', scheme({}, { points: 5 }), ['SHAPE_TYPE /indicators/0/points']],
    ['negative points', scheme({}, { points: '-5' }), ['SHAPE_FORMAT /indicators/0/points']],
    ['31 digits', scheme({}, { points: '1'.repeat(31) }), ['SHAPE_FORMAT /indicators/0/points']],
    ['an id with a space', scheme({}, { id: 'a b' }), ['SHAPE_FORMAT /indicators/0/id']],
    ['an id that is a word of JavaScript', scheme({}, { id: 'constructor' }), ['SHAPE_FORMAT /indicators/0/id']],
    ['an unknown method', scheme({}, { scoring: { method: 'ratios' } }), ['SHAPE_CHOICE /indicators/0/scoring/method']],
    ['no method', scheme({}, { scoring: {} }), ['SHAPE_REQUIRED /indicators/0/scoring']],
    [
      // only the alternative that was meant speaks
      'a method with a wrong field',
      scheme({}, { scoring: { method: 'steps', below: { size: '1%', per: 'percent', deduct: '1' } } }),
      ['SHAPE_CHOICE /indicators/0/scoring/below/per'],
    ],
    [
      'a step of no width',
      scheme({}, { scoring: { method: 'steps', below: { size: '0%', per: 'unit', deduct: '1' } } }),
      ['SHAPE_FORMAT /indicators/0/scoring/below/size'],
    ],
    ['rounding to steps of 0', scheme({}, { rounding: { step: '0.0' } }), ['SHAPE_FORMAT /indicators/0/rounding/step']],
    [
      'a target of two kinds',
      scheme({}, { target: { text: '好', value: '1' } }),
      ['SHAPE_UNKNOWN_KEY /indicators/0/target/value'],
    ],
    ['an empty group', scheme({ conditions: { c: { any: [] } } }), ['SHAPE_SIZE /conditions/c/any']],
    ['an empty tree', scheme({ indicators: [] }), ['SHAPE_SIZE /indicators']],
    [
      'a leaf inside a branch',
      scheme({}, { scoring: undefined, children: [{ ...leaf, points: 1 }] }),
      ['SHAPE_TYPE /indicators/0/children/0/points'],
    ],
    ['a branch that scores', scheme({}, { children: [] }), ['SHAPE_UNKNOWN_KEY /indicators/0/scoring']],
  ])('%s', (_, document, expected) => {
    expect(issues(JSON.parse(JSON.stringify(document)))).toEqual(expected)
  })

  it('all issues are told, in document order', () => {
    expect(issues(scheme({ fullScore: 5, items: [{ id: '甲' }] }, { points: 'x', kind: 'bonuss' }))).toEqual([
      'SHAPE_TYPE /fullScore',
      'SHAPE_REQUIRED /items/0',
      'SHAPE_FORMAT /indicators/0/points',
      'SHAPE_CHOICE /indicators/0/kind',
    ])
  })

  it('an issue names the nodes on its way and says what was expected, found, and how to mend it', () => {
    const tree = scheme({}, { scoring: undefined, name: '产出', children: [{ ...leaf, poits: '5' }] })
    const read = validate('scheme', JSON.parse(JSON.stringify(tree)))
    const [found] = read.ok ? [] : read.issues
    expect(found).toMatchObject({ where: ['产出', '甲'], expected: 'points', found: 'poits' })
    expect(found && wordIssue(found, 'zh')).toBe(
      '产出 / 甲（/indicators/0/children/0/poits）：此处只有规定的各项，现有“poits”（是否为“points”？）；请改名或删去 [SHAPE_UNKNOWN_KEY]',
    )
    expect(found && wordIssue(found, 'en')).toBe(
      '产出 / 甲 (/indicators/0/children/0/poits): only known keys may stand here, found "poits" (did you mean "points"?); rename or remove it [SHAPE_UNKNOWN_KEY]',
    )
  })

  it.each([
    [{ points: 5 }, '应为文本，现为 5；请改正类型', 'expected text, found 5; correct the type'],
    [{ points: [] }, '应为文本，现为 []；请改正类型', 'expected text, found []; correct the type'],
    [
      { core: 'true' },
      '应为布尔值 true 或 false，现为 "true"；请改正类型',
      'expected true or false, found "true"; correct the type',
    ],
    [
      { points: '-5' },
      '写法应为不小于 0 的十进制数的文本，如 "7.5"，现为“-5”；请改写',
      'expected decimal text of at least 0 such as "7.5", found "-5"; rewrite it',
    ],
    [
      { rounding: { step: '0' } },
      '写法应为大于 0 的十进制数的文本，如 "7.5"，现为“0”；请改写',
      'expected decimal text above 0 such as "7.5", found "0"; rewrite it',
    ],
    [
      { id: 'constructor' },
      '写法应为不是程序保留的词，现为“constructor”；请改写',
      'expected a word that programs do not keep for themselves, found "constructor"; rewrite it',
    ],
    [{ name: '' }, '数量或长度应不少于 1，现为 0；请增减', 'size or length must be at least 1, found 0; add or remove'],
  ])('%j is worded', (node, zh, en) => {
    const read = validate('scheme', scheme({}, node))
    const [found] = read.ok ? [] : read.issues
    expect(found && wordIssue({ ...found, pointer: '', where: [] }, 'zh')).toBe(`${zh} [${found?.code}]`)
    expect(found && wordIssue({ ...found, pointer: '', where: [] }, 'en')).toBe(`${en} [${found?.code}]`)
  })
})

describe('what a request may hold is worded:', () => {
  it.each([
    ['digits', '^\\d{6,12}$', '3601', '6 至 12 位数字', '6 to 12 digits'],
    ['an id', '^[0-9a-z-]{1,64}$', '../x', '1 至 64 个小写字母、数字或“-”', '1 to 64 small letters, digits or "-"'],
    ['a hash', '^[0-9a-f]{64}$', 'x', '64 个数字或字母 a 至 f', '64 digits or letters a to f'],
    [
      'a line of text',
      '^[^\\u0000-\\u001f\\u007f]+$',
      'a\nb',
      '不含换行和控制字符的文字',
      'text without line breaks and control characters',
    ],
    [
      'a name without blanks',
      '^[^\\s\\u0000-\\u001f\\u007f/:]+$',
      'a b',
      '不含空格、换行、“/”、“:”和控制字符的文字',
      'text without blanks, "/", ":" and control characters',
    ],
  ])('%s', (_, pattern, text, zh, en) => {
    const read = validateAs({ type: 'string', pattern }, text)
    expect(read.ok ? [] : read.issues).toMatchObject([{ code: 'SHAPE_FORMAT', expected: { zh, en } }])
  })
})

describe('looking at documents', () => {
  it.each([
    [{ yardstick: 'scheme/1' }, 'scheme'],
    [{ yardstick: 5 }, undefined],
    [{}, undefined],
    [[], undefined],
    [null, undefined],
  ])('%j says it is %s', (document, kind) => {
    expect(documentKind(document)).toBe(kind)
  })

  it.each([
    ['实际支岀', '实际支出'],
    ['poits', 'points'],
    ['满意度', undefined],
    ['', undefined],
  ])('%s is nearest to %s', (word, known) => {
    expect(nearest(word, ['实际支出', '预算数', 'points'])).toBe(known)
  })

  it('a path that leads nowhere has the names up to there', () => {
    expect(namesAlong({ a: [{ name: '甲' }] }, '/a/0/b/c')).toEqual(['甲'])
  })

  it('no schema uses a keyword whose errors have no words', () => {
    const worded = [
      ...['type', 'required', 'additionalProperties', 'enum', 'const', 'pattern', 'discriminator', 'propertyNames'],
      ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'maxProperties'],
      ...['if', 'then', 'else', 'oneOf', 'anyOf', 'items', 'properties', '$ref', '$defs'],
      ...['$schema', '$id', 'title', 'description', 'x-decimal'],
    ]
    const used = new Set<string>()
    const collect = (schema: unknown) => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, value] of Object.entries(schema)) {
        used.add(key)
        if (key === 'properties' || key === '$defs') Object.values(value).forEach(collect)
        else if (Array.isArray(value)) value.forEach(collect)
        else if (key !== 'discriminator') collect(value)
      }
    }
    for (const schema of [...Object.values(schemas), edit]) collect(schema)
    expect([...used].filter((keyword) => !worded.includes(keyword))).toEqual([])
  })

  it('every schema says which dialect it is written in', () => {
    for (const schema of Object.values(schemas)) {
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    }
  })
})
