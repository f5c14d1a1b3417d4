import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { audit } from '@yardstick/engine'
import { Exact, readJson, type ScoreSheet, type ScoreSheetRow, validate, wordIssue } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/**
 * The published sheets of the seeds, as they were transcribed, against the findings written down in `audit/`: a finding
 * that is not in the list fails until it is shown to be true and added. Then laws over random sheets.
 */
const home = new URL('./audit/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, home), 'utf8'))
const seeds = new URL('../../rules/seeds/', import.meta.url)
const ids = readdirSync(seeds).filter((id) => existsSync(new URL(`${id}/sheet.json`, seeds)))

function readSheet(id: string): ScoreSheet {
  const json = readJson(readFileSync(new URL(`${id}/sheet.json`, seeds), 'utf8'))
  if (!json.ok) throw new Error(`${id} is no JSON`)
  return validated(json.value)
}

function validated(document: unknown): ScoreSheet {
  const sheet = validate('score-sheet', document)
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues))
  return sheet.value
}

function findings(sheet: ScoreSheet) {
  return audit(sheet).map(({ code, where, expected, found }) => ({ code, where: [...where], expected, found }))
}

describe('published sheets', () => {
  test.each(ids)('%s contradicts itself as listed, and nowhere else', (id) => {
    expect(findings(readSheet(id))).toEqual(read(`${id}.json`))
  })

  test.each(ids)('%s: what others found is not read', (id) => {
    const sheet = readSheet(id)
    const wrong = [{ kind: 'sum', where: 'ROOT', detail: 'nothing', check: ['score-sum:ROOT'] }, 'none']
    expect(audit({ ...sheet, anomalies: wrong })).toEqual(audit(sheet))
  })

  test.each(ids)('%s: each finding points at something and has words', (id) => {
    const sheet = readSheet(id)
    for (const each of audit(sheet)) {
      expect(at(sheet, each.pointer), each.pointer).toBeDefined()
      expect(wordIssue(each, 'zh')).not.toMatch(/undefined|\[object|—(?!])/)
      expect(wordIssue(each, 'en')).not.toMatch(/undefined|\[object|、/)
    }
  })

  test.each(ids)('[AU4] %s: no printed points, score or score rate can change unseen', (id) => {
    const sheet = readSheet(id)
    if (sheet.partial !== undefined) return
    const before = JSON.stringify(audit(sheet))
    for (const pointer of printedNumbers(sheet)) {
      for (const step of ['1', '-1', '0.35']) {
        const changed = structuredClone(sheet)
        const tokens = pointer.split('/')
        const key = tokens.pop() ?? ''
        const holder = at(changed, tokens.join('/')) as Record<string, number>
        holder[key] = more(holder[key] ?? 0, step)
        expect(JSON.stringify(audit(changed)), `${pointer} ${step}`).not.toBe(before)
      }
    }
  })

  test('lists and sheets belong together', () => {
    const lists = readdirSync(home).filter((name) => name.endsWith('.json'))
    expect(lists).toEqual(ids.map((id) => `${id}.json`))
  })
})

/** Pointers of 分值, 得分 and 得分率 of every row, of the total and the scores repeated beside the table. */
function printedNumbers(sheet: ScoreSheet): string[] {
  const cells = rowsOf(sheet.tree, '/tree').flatMap(({ row, pointer }) =>
    (['weight', 'score', 'printedRate'] as const).flatMap((key) =>
      typeof row[key] === 'number' ? [`${pointer}/${key}`] : [],
    ),
  )
  const { perLevel1, perLevel2, total } = sheet.published
  return [
    '/fullScore',
    ...cells,
    ...(total === null ? [] : ['/published/total']),
    ...Object.keys(perLevel1 ?? {}).map((name) => `/published/perLevel1/${name}`),
    ...Object.keys(perLevel2 ?? {}).map((name) => `/published/perLevel2/${name}`),
  ]
}

function at(document: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1)
  return tokens.reduce<unknown>((node, token) => {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    return (node as Record<string, unknown> | undefined)?.[key]
  }, document)
}

describe('random sheets', () => {
  const runs = { numRuns: 300, seed: 20221121 }

  test('[AU1] a sheet that adds up, with rates rounded and targets reached, has no findings', () => {
    fc.assert(
      fc.property(consistentSheets, (sheet) => {
        expect(audit(validated(sheet))).toEqual([])
      }),
      runs,
    )
  })

  test('[AU2] one contradiction planted is found, exactly that', () => {
    const planted = new Set<string>()
    fc.assert(
      fc.property(consistentSheets, fc.constantFrom(...plants), fc.nat(), (sheet, plant, choice) => {
        const copy = structuredClone(sheet)
        const expected = plant(copy, choice)
        if (expected === undefined) return
        for (const each of expected) planted.add(each[0])
        const found = audit(validated(copy)).map((each) => [each.code, each.pointer, each.expected, each.found])
        expect(found).toEqual(expected)
      }),
      { ...runs, numRuns: 2000 },
    )
    expect(planted.size).toBeGreaterThanOrEqual(12)
  })

  test('[AU3] whatever a row holds as facts, the audit answers and leaves the sheet as it is', () => {
    const data = fc.dictionary(
      fc.oneof(fc.constantFrom(...KEYS), fc.string()),
      fc.oneof(fc.constantFrom(...CELLS), fc.jsonValue({ maxDepth: 3 }), fc.double()),
    )
    const rows = fc.array(
      fc.record({
        name: fc.constantFrom('预算执行率', '满意度', '扣分项', '合计', '加分', '人员控制率'),
        weight: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        standard: fc.option(fc.constantFrom(...STANDARDS)),
        data,
        children: fc.constant<ScoreSheetRow[]>([]),
      }),
    )
    fc.assert(
      fc.property(rows, fc.double({ noNaN: true, noDefaultInfinity: true }), (tree, fullScore) => {
        const sheet: ScoreSheet = { id: '乱', fullScore, tree, published: { total: null } }
        const before = structuredClone(sheet)
        for (const each of audit(sheet)) expect(wordIssue(each, 'en')).toMatch(/AUDIT_/)
        expect(sheet).toEqual(before)
      }),
      { ...runs, numRuns: 1000 },
    )
  })
})

const KEYS = ['op', 'target', 'actual', 'targets', 'criteria', 'met', 'rate', '执行率', '预算', '支出', '编制', '实有']
const CELLS = [
  '95%',
  '≥',
  '2021年12月31日',
  '10万',
  '>=',
  '80%-120%',
  [1, 2],
  [true],
  { 年初: 1 },
  [{ 编制: 0 }],
  0,
  -1,
  null,
]
const STANDARDS = ['达95%得5分，每降低0%扣1分', '得0分，否则不得分', '100%±5%得2分，超出范围，每增加1%扣1分']

// A sheet in which everything holds ------------------------------------------------------------------------------------

interface Shape {
  readonly children: readonly Shape[]
  /** Of a leaf: points in halves, and the score in hundredths of the points. */
  readonly halves: number
  readonly share: number
  readonly prints: {
    readonly points: boolean
    readonly score: boolean
    readonly rate: boolean
    readonly facts: boolean
  }
}

const prints = fc.record({ points: fc.boolean(), score: fc.boolean(), rate: fc.boolean(), facts: fc.boolean() })
const shares = fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 100 }))
const halves = fc.integer({ min: 1, max: 40 })
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ children: fc.constant([]), halves, share: shares, prints }),
    fc.record({ children: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }), halves, share: shares, prints }),
  ),
}))
const consistentSheets: fc.Arbitrary<ScoreSheet> = fc
  .record({ top: fc.array(shape, { minLength: 1, maxLength: 5 }), repeats: fc.boolean(), isGraded: fc.boolean() })
  .map(({ top, repeats, isGraded }) => {
    const built = top.map((each, index) => build(each, `指标${index}`))
    const full = total(built.map((each) => each.points))
    const score = total(built.map((each) => each.score))
    const bands = isGraded ? GRADES.map((each) => band(each, full)) : null
    const grade = bands?.find((each) => each.min <= number(score))?.name ?? null
    const perLevel1 = Object.fromEntries(built.map((each) => [each.row.name, number(each.score)]))
    const published = { total: number(score), grade, perLevel1: repeats ? perLevel1 : null }
    return { id: '合', fullScore: number(full), grades: bands, tree: built.map((each) => each.row), published }
  })

interface Built {
  readonly row: ScoreSheetRow
  readonly points: Exact
  readonly score: Exact
}

function build(shape: Shape, name: string): Built {
  const children = shape.children.map((each, index) => build(each, `${name}-${index}`))
  const isLeaf = children.length === 0
  const points = isLeaf
    ? Exact.integer(shape.halves).over(Exact.integer(2))
    : total(children.map((each) => each.points))
  const score = isLeaf
    ? points.times(Exact.integer(shape.share)).over(Exact.integer(100)).round(2)
    : total(children.map((each) => each.score))
  const row: ScoreSheetRow = {
    name,
    weight: isLeaf || shape.prints.points ? number(points) : null,
    score: isLeaf || shape.prints.score ? number(score) : null,
    ...(shape.prints.rate ? { printedRate: rateOf(points, score) } : {}),
    ...(isLeaf && shape.prints.facts ? factsOf(points, score) : {}),
    children: children.map((each) => each.row),
  }
  return { row, points, score }
}

/** Elements, a standard, a target and a rate that all hold. */
function factsOf(points: Exact, score: Exact): Pick<ScoreSheetRow, 'standard' | 'data'> {
  const lost = points.minus(score)
  const isFull = lost.sign === 0
  return {
    standard: `运行稳定得${points.toText()}分，每发现1次不稳定扣${isFull ? '1' : lost.toText()}分`,
    data: {
      occurrences: isFull ? 0 : 1,
      criteria: isFull ? [number(points)] : [number(score), number(lost)],
      met: isFull ? [true] : [true, false],
      deduction: `扣${lost.toText()}分`,
      target: '≥90%',
      actual: isFull ? '90%' : '89.99%',
      全年预算数: 300,
      全年执行数: 200,
      执行率: '66.67%',
    },
  }
}

const number = (value: Exact) => Number(value.toText())
const total = (values: readonly Exact[]) => values.reduce((left, right) => left.plus(right), Exact.zero)
const rateOf = (points: Exact, score: Exact) => number(score.over(points).times(Exact.integer(100)).round(2))

const GRADES = [
  { name: '优', from: 90, to: 100 },
  { name: '良', from: 80, to: 90 },
  { name: '中', from: 60, to: 80 },
  { name: '差', from: 0, to: 60 },
]

function band({ name, from, to }: (typeof GRADES)[number], full: Exact) {
  const share = (percent: number) => number(full.times(Exact.integer(percent)).over(Exact.integer(100)))
  return { name, min: share(from), max: share(to), maxExclusive: to < 100 }
}

// Contradictions, each with the findings it must raise: code, pointer, expected, found ----------------------------------

type Expected = readonly [string, string, unknown, unknown]
type Plant = (sheet: ScoreSheet, choice: number) => Expected[] | undefined

interface Placed {
  readonly row: ScoreSheetRow
  readonly pointer: string
}

function rowsOf(rows: readonly ScoreSheetRow[], pointer: string): Placed[] {
  return rows.flatMap((row, index) => [
    { row, pointer: `${pointer}/${index}` },
    ...rowsOf(row.children, `${pointer}/${index}/children`),
  ])
}

function pick(sheet: ScoreSheet, choice: number, is: (row: ScoreSheetRow) => boolean): Placed | undefined {
  const rows = rowsOf(sheet.tree, '/tree').filter((each) => is(each.row))
  return rows[choice % Math.max(rows.length, 1)]
}

const isLeaf = (row: ScoreSheetRow) => row.children.length === 0
const isFull = (row: ScoreSheetRow) => isLeaf(row) && row.weight === row.score
const exact = (value: number | null) => Exact.fromNumber(value ?? 0) ?? Exact.zero
const text = (value: number | null) => exact(value).toText()
const more = (value: number | null, by: string) => number(exact(value).plus(Exact.of(by)))

const plants: readonly Plant[] = [
  function wrongTotal(sheet) {
    const before = sheet.published.total
    sheet.grades = null
    sheet.published.total = more(before, '-1.5')
    if (sheet.published.total < 0) return undefined
    return [['AUDIT_SCORE_SUM', '/published/total', text(before), text(sheet.published.total)]]
  },
  function wrongFullScore(sheet) {
    const before = sheet.fullScore
    sheet.grades = null
    sheet.fullScore = more(before, '3')
    return [['AUDIT_POINTS_SUM', '/tree', text(sheet.fullScore), text(before)]]
  },
  function wrongHeading(sheet, choice) {
    const top = sheet.tree.flatMap((row, index) => (isLeaf(row) || row.score === null || row.score < 2 ? [] : [index]))
    const index = top[choice % Math.max(top.length, 1)]
    const row = index === undefined ? undefined : sheet.tree[index]
    if (row === undefined || sheet.published.total === null) return undefined
    const before = row.score
    delete row.printedRate
    sheet.published.perLevel1 = null
    row.score = more(before, '-1.5')
    const sum = more(sheet.published.total, '-1.5')
    const { total: printed } = sheet.published
    const place = `/tree/${index}/score`
    const suspect = { value: text(before), agreesWith: [text(printed)] }
    return [
      ['AUDIT_SCORE_SUM', '/published/total', text(sum), text(printed)],
      ['AUDIT_SCORE_SUM', place, text(before), text(row.score)],
      ['AUDIT_SUM_SUSPECT', place, suspect, { value: text(row.score), agreesWith: [] }],
    ]
  },
  function rateInScoreCell(sheet, choice) {
    const placed = pick(sheet, choice, isLeaf)
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, printedScore: 100 }
    return [['AUDIT_SCORE_ABOVE_POINTS', `${placed.pointer}/data/printedScore`, text(placed.row.weight), '100']]
  },
  function wrongRate(sheet, choice) {
    const placed = pick(sheet, choice, (row) => row.printedRate !== undefined)
    if (placed === undefined) return undefined
    const before = exact(placed.row.printedRate ?? 0)
    const wrong = before.plus(Exact.of('5.01'))
    placed.row.printedRate = number(wrong)
    return [['AUDIT_RATE', `${placed.pointer}/printedRate`, `${before.toText()}%`, `${wrong.toText()}%`]]
  },
  function cutOffRate(sheet, choice) {
    const placed = pick(sheet, choice, (row) => isLeaf(row) && row.printedRate !== undefined)
    if (placed === undefined || placed.row.weight === null || placed.row.score === null) return undefined
    const ratio = exact(placed.row.score).over(exact(placed.row.weight)).times(Exact.integer(100))
    const cut = ratio.round(2, 'down')
    if (cut.equals(ratio.round(2)) || cut.decimalDigits !== 2) return undefined
    placed.row.printedRate = number(cut)
    const [expected, found] = [`${ratio.round(2).toText()}%`, `${cut.toText()}%`]
    return [['AUDIT_RATE_TRUNCATED', `${placed.pointer}/printedRate`, expected, found]]
  },
  function repeatedOtherwise(sheet) {
    const { perLevel1 } = sheet.published
    const [first] = sheet.tree
    if (!perLevel1 || first === undefined) return undefined
    const before = perLevel1[first.name] ?? 0
    perLevel1[first.name] = more(before, '0.75')
    return [
      ['AUDIT_PUBLISHED_SCORE', `/published/perLevel1/${first.name}`, text(before), text(perLevel1[first.name] ?? 0)],
    ]
  },
  function wrongGrade(sheet) {
    const { grades, published } = sheet
    const right = published.grade
    if (!grades || right === null || right === undefined || published.total === null) return undefined
    published.grade = grades.find((each) => each.name !== right)?.name ?? null
    return [['AUDIT_GRADE', '/published/grade', { grade: right, total: text(published.total) }, published.grade]]
  },
  function gapBetweenGrades(sheet) {
    const upper = sheet.grades?.[0]
    const lower = sheet.grades?.[1]
    if (upper === undefined || lower?.max === undefined || lower.min >= lower.max) return undefined
    const before = text(lower.max)
    lower.max = number(exact(lower.max).minus(Exact.of('0.001')))
    const total = sheet.published.total ?? 0
    if (lower.max <= total && total < upper.min) return undefined
    if (lower.max <= lower.min) return undefined
    return [['AUDIT_GRADE_GAP', '/grades/0', before, text(lower.max)]]
  },
  function oneElementTooMany(sheet, choice) {
    const placed = pick(sheet, choice, (row) => Array.isArray(row.data?.['criteria']))
    const data = placed?.row.data
    if (placed === undefined || !data) return undefined
    placed.row.data = {
      ...data,
      criteria: [...(data['criteria'] as number[]), 1],
      met: [...(data['met'] as boolean[]), false],
    }
    const { weight } = placed.row
    return [['AUDIT_ELEMENTS_SUM', `${placed.pointer}/data/criteria`, text(weight), text(more(weight, '1'))]]
  },
  function elementNotMet(sheet, choice) {
    const placed = pick(sheet, choice, (row) => isFull(row) && Array.isArray(row.data?.['met']))
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, met: [false] }
    return [['AUDIT_ELEMENTS_SCORE', `${placed.pointer}/score`, '0', text(placed.row.score)]]
  },
  function deductionThatLeadsElsewhere(sheet, choice) {
    const placed = pick(sheet, choice, (row) => isFull(row) && row.data?.['deduction'] !== undefined)
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, deduction: '扣0.5分' }
    const left = more(placed.row.weight, '-0.5')
    return [['AUDIT_DEDUCTION', `${placed.pointer}/score`, text(left), text(placed.row.score)]]
  },
  function missedTarget(sheet, choice) {
    const placed = pick(sheet, choice, (row) => isFull(row) && row.data?.['target'] !== undefined)
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, actual: '89.99%' }
    return [['AUDIT_TARGET_MISSED', `${placed.pointer}/data/actual`, '≥90%', '89.99%']]
  },
  function targetWithoutValue(sheet, choice) {
    const placed = pick(sheet, choice, (row) => row.data?.['target'] !== undefined)
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, target: '≥' }
    return [['AUDIT_TARGET_WITHOUT_VALUE', `${placed.pointer}/data/target`, null, '≥']]
  },
  function wrongStandard(sheet, choice) {
    const placed = pick(sheet, choice, (row) => isFull(row) && typeof row.standard === 'string')
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, occurrences: 1 }
    const left = Exact.of(text(placed.row.weight)).minus(Exact.one).max(Exact.zero)
    return [['AUDIT_STANDARD_SCORE', `${placed.pointer}/score`, left.toText(), text(placed.row.score)]]
  },
  function wrongDataRate(sheet, choice) {
    const placed = pick(sheet, choice, (row) => row.data?.['执行率'] !== undefined)
    if (placed === undefined) return undefined
    placed.row.data = { ...placed.row.data, 执行率: '67.66%' }
    const expected = { name: '执行率', rate: '66.67%', by: '200 ÷ 300', over: '全年预算数' }
    return [['AUDIT_DATA_RATE', `${placed.pointer}/data/执行率`, expected, '67.66%']]
  },
]
