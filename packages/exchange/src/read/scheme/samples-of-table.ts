import { writeName } from '@yardstick/formula'
import {
  CivilDate,
  conversion,
  Exact,
  type Item,
  type JudgedValue,
  type Language,
  type Leaf,
  type Level,
  leaves,
  type Scheme,
  type SchemeCase,
  type Scoring,
  type Target,
} from '@yardstick/model'
import { readTarget } from '@yardstick/wording'
import type { IndicatorRow } from '../indicator/indicator-table.ts'
import { SampleValues } from './sample-values.ts'

type Submission = SchemeCase['submission']
type Items = Submission['items']
type Judgements = NonNullable<Submission['judgements']>

/** A row and the indicator it became. */
export interface SampledRow {
  readonly row: IndicatorRow
  readonly id: string
  readonly points: string
}

/**
 * Samples that make a table score at once: one in which every target is just reached, and, where the table holds actual
 * values or scores, one with those. The one that has a value for everything comes first.
 */
export function samplesOfTable(
  rows: readonly SampledRow[],
  scheme: Pick<Scheme, 'items' | 'measures' | 'indicators'>,
  { name, language }: { readonly name: string; readonly language: Language },
): SchemeCase[] {
  const words = WORDS[language]
  const subject = { department: name }
  const sampled = leavesOf(rows, scheme)
  const full = fullSample(sampled, scheme)
  const reached: SchemeCase = {
    name: words.reached,
    submission: { subject, period: '-', note: words.reachedNote, ...full },
    expected: {},
  }
  const printed = printedSample(sampled, scheme, words.printed)
  if (printed === undefined) return [reached]
  const { isWhole, ...values } = printed
  const actual: SchemeCase = {
    name: words.printed,
    submission: { subject, period: '-', note: words.printedNote, ...values },
    expected: {},
  }
  return isWhole ? [actual, reached] : [reached, actual]
}

interface SampledLeaf extends SampledRow {
  /** Undefined for a branch. */
  readonly leaf: Leaf | undefined
  /** The item that is its whole value; undefined where a formula is, or people judge. */
  readonly item: Item | undefined
}

function leavesOf(rows: readonly SampledRow[], scheme: Pick<Scheme, 'items' | 'indicators'>): SampledLeaf[] {
  const leafById = new Map(leaves(scheme).map(({ node }) => [node.id, node]))
  const itemByFormula = new Map(scheme.items.map((item) => [writeName(item.id), item]))
  return rows.map((each) => {
    const leaf = leafById.get(each.id)
    return { ...each, leaf, item: leaf?.actual === undefined ? undefined : itemByFormula.get(leaf.actual) }
  })
}

const WORDS = {
  zh: {
    reached: '全部达标',
    reachedNote: '按目标值填写的示例，用来试算',
    printed: '表中实际完成值',
    printedNote: '取自导入的表格',
  },
  en: {
    reached: 'All targets reached',
    reachedNote: 'An example filled in from the targets',
    printed: 'Actual values of the table',
    printedNote: 'From the imported table',
  },
} as const

function fullSample(rows: readonly SampledLeaf[], { items, measures = [] }: Pick<Scheme, 'items' | 'measures'>) {
  const values = new SampleValues(items, measures)
  const judgements: Judgements = {}
  for (const { id, points, leaf, item } of rows) {
    if (leaf === undefined) continue
    const { actual, scoring, target } = leaf
    if (isJudged(scoring)) judgements[id] = fullJudgement(scoring, points)
    if (item !== undefined)
      values.set(item.id, isJudged(scoring) ? reaching(target, item) : fullValue(scoring, target, points, item))
    else if (actual !== undefined) values.reach(actual, fullValue(scoring, target, points, { type: 'number' }))
  }
  values.fill()
  return { items: values.items, ...(Object.keys(judgements).length === 0 ? {} : { judgements }) }
}

const isJudged = ({ method }: Scoring) => ['checklist', 'levels', 'judgement'].includes(method)

/** A value that gets the full points. */
function fullValue(scoring: Scoring, target: Target | undefined, points: string, item: Pick<Item, 'type'>): string {
  switch (scoring.method) {
    case 'bands':
      return bestOfBands(scoring, points, item)
    case 'curve':
      return best(scoring.anchors, points).at
    case 'pass':
      return reaching(scoring.threshold ?? target, item)
    case 'ratio':
      return reaching(scoring.target ?? target, item)
    case 'steps':
      if (scoring.from === undefined) return reaching(target, item)
      return typeof scoring.from === 'string' ? scoring.from : scoring.from.low
    default:
      return '0'
  }
}

function reaching(target: Target | undefined, item: Pick<Item, 'type'>): string {
  if (target === undefined || 'text' in target || 'formula' in target) return '0'
  if ('low' in target) return target.low
  if ('date' in target) {
    const shift = { '<': -1, '>': 1 }[target.comparator as string] ?? 0
    const day = CivilDate.parse(target.date)
    return day === undefined ? target.date : dayAfter(day, shift)
  }
  const side = { '<': -1, '>': 1 }[target.comparator as string] ?? 0
  return side === 0 ? target.value : beside(target.value, side, item)
}

function dayAfter({ dayNumber }: CivilDate, days: number): string {
  return new Date((dayNumber + days) * 86_400_000).toISOString().slice(0, 10)
}

function bestOfBands(scoring: Extract<Scoring, { method: 'bands' }>, points: string, item: Pick<Item, 'type'>): string {
  const top = best(scoring.bands, points)
  const first = scoring.bands[0]!
  if (pointsOf(scoring.otherwise, points).compare(pointsOf(top.score, points)) > 0) return beside(first.from, -1, item)
  return top.included ? top.from : beside(top.from, 1, item)
}

function best<T extends { readonly score: string }>(members: readonly T[], points: string): T {
  return members.reduce((one, other) =>
    pointsOf(other.score, points).compare(pointsOf(one.score, points)) > 0 ? other : one,
  )
}

function pointsOf(score: string, points: string): Exact {
  return score.endsWith('%') ? Exact.of(points).times(Exact.of(score)) : Exact.of(score)
}

/** The next value of the item's digits above or below. */
function beside(text: string, side: number, item: Pick<Item, 'type'>): string {
  const isPercent = text.endsWith('%')
  const number = Exact.of(isPercent ? text.slice(0, -1) : text)
  const step = Exact.of(item.type === 'count' ? '1' : '0.01')
  const next = side > 0 ? number.plus(step) : number.minus(step)
  return next.toText() + (isPercent ? '%' : '')
}

function fullJudgement(scoring: Scoring, points: string): string | JudgedValue {
  if (scoring.method === 'levels') {
    const { name, to, share } = scoring.levels[0]!
    return { level: name, ...(share === undefined && to !== undefined ? { share: to } : {}) }
  }
  if (scoring.method === 'checklist') return { elements: elementsOf(scoring, true) }
  if (scoring.method !== 'judgement' || scoring.panel === undefined) return points
  const experts = Array.from({ length: scoring.panel.quorum }, (_, index) => ({
    who: String(index + 1),
    score: points,
  }))
  return { experts }
}

function elementsOf({ elements }: Extract<Scoring, { method: 'checklist' }>, isMet: boolean) {
  return Object.fromEntries(elements.flatMap(({ id, met }) => (met === 'judged' ? [[id, isMet]] : [])))
}

/** What the table says was done and scored; undefined where it says nothing of it. */
function printedSample(rows: readonly SampledLeaf[], scheme: Pick<Scheme, 'items'>, why: string) {
  const items: Items = {}
  const judgements: Judgements = {}
  const scores: { [id: string]: string } = {}
  let isWhole = true
  for (const { id, points, leaf, item, row } of rows) {
    const score = numberIn(row.score)
    if (score !== undefined && score.sign >= 0) scores[id] = score.toText()
    if (leaf === undefined) continue
    const value = item === undefined || row.actual === undefined ? undefined : valueIn(row.actual, item)
    if (item !== undefined && value !== undefined) items[item.id] = value
    if (leaf.actual !== undefined && !isJudged(leaf.scoring)) continue
    const judged = judgedFrom(leaf.scoring, points, score, row.actual)
    if (judged === undefined) isWhole = false
    else judgements[id] = { layers: [{ layer: 'judged', value: judged, why }] }
  }
  if (scheme.items.some((item) => !Object.hasOwn(items, item.id))) isWhole = false
  const isEmpty = Object.keys(items).length + Object.keys(judgements).length === 0
  if (isEmpty) return undefined
  return {
    items,
    ...(Object.keys(judgements).length === 0 ? {} : { judgements }),
    ...(Object.keys(scores).length === 0 ? {} : { claims: { scores } }),
    isWhole,
  }
}

/** Read as a target is, brought to the item's unit; undefined for words, and for a bare number where a rate is wanted. */
function valueIn(text: string, item: Item): string | undefined {
  const { target } = readTarget(text)
  if (target === undefined) return undefined
  if ('date' in target) return item.type === 'date' ? target.date : undefined
  if (!('value' in target) || item.type === 'date') return undefined
  const isPercent = target.value.endsWith('%')
  if (isPercent !== (item.type === 'rate')) return undefined
  if (isPercent) return target.value
  const factor = conversion(target.unit, item.unit)
  const value = factor === undefined ? undefined : Exact.of(target.value).times(factor)
  return value?.decimalDigits === undefined ? undefined : value.toText()
}

function judgedFrom(
  scoring: Scoring,
  points: string,
  score: Exact | undefined,
  actual: string | undefined,
): string | JudgedValue | undefined {
  if (scoring.method === 'levels') return levelFrom(scoring.levels, points, score, actual)
  const full = Exact.of(points)
  if (score === undefined || score.sign < 0 || score.compare(full) > 0) return undefined
  if (scoring.method === 'judgement') return scoring.panel === undefined ? score.toText() : undefined
  if (scoring.method !== 'checklist') return undefined
  if (score.equals(full)) return { elements: elementsOf(scoring, true) }
  return score.sign === 0 ? { elements: elementsOf(scoring, false) } : undefined
}

function levelFrom(
  levels: readonly Level[],
  points: string,
  score: Exact | undefined,
  actual: string | undefined,
): JudgedValue | undefined {
  const full = Exact.of(points)
  const share = score === undefined || full.sign === 0 ? undefined : score.over(full)
  if (share !== undefined) {
    const level = levels.find((each) =>
      each.share === undefined
        ? share.compare(Exact.of(each.from ?? '0')) >= 0 && share.compare(Exact.of(each.to ?? '1')) <= 0
        : share.equals(Exact.of(each.share)),
    )
    const percent = share.times(Exact.integer(100))
    if (level === undefined || percent.decimalDigits === undefined) return undefined
    return { level: level.name, ...(level.share === undefined ? { share: `${percent.toText()}%` } : {}) }
  }
  const named = levels.find(({ name }) => name === actual?.trim())
  return named === undefined ? undefined : { level: named.name, ...(named.to === undefined ? {} : { share: named.to }) }
}

function numberIn(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : Exact.parse(text.normalize('NFKC').replace(/[\s分]/g, ''))
}
