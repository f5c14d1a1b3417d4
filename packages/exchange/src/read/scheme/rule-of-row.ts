import {
  type Comparator,
  conversion,
  Exact,
  type Item,
  type Language,
  type Scoring,
  type Target,
} from '@yardstick/model'
import { asksCount, type LeafContext, readStandard, readTarget } from '@yardstick/wording'
import type { IndicatorRow } from '../indicator/indicator-table.ts'

/**
 * What a row's words say of its rule. A 评分标准 that reads fully is the rule; else the target's form suggests one (≥ → in
 * proportion, 达成 → three levels); else it is judged. Where a rule came from is kept, so that it can be told.
 */
export interface LeafRule {
  readonly target: Target | undefined
  /** The target was written without a comparator, and which way is better was taken from the name. */
  readonly isBareTarget: boolean
  /** The target could not be read for certain and stands as it was written. */
  readonly isTargetUnread: boolean
  readonly scoring: Scoring
  readonly from: 'standard' | 'target' | 'nothing'
  /** There is a 评分标准 that no rule could be read from. */
  readonly isStandardUnread: boolean
  /** The 评分标准 does not say how a part of a step counts. */
  readonly isCountOpen: boolean
}

export function ruleOfRow(
  row: IndicatorRow,
  points: string,
  { language, comparator, unread = 'target' }: RowChoices,
): LeafRule {
  const [read, ...others] = targetsOfRow(row, comparator)
  for (const each of [read, ...others]) {
    const stated = scoringOfStandard(row, points, each.target, language)
    if (stated !== undefined) return { ...each, ...stated, from: 'standard', isStandardUnread: false }
  }
  const { target, isTargetUnread } = read
  const isStandardUnread = row.standard !== undefined
  const mayJudge = isTargetUnread || (isStandardUnread && unread === 'judgement')
  const suggested = mayJudge ? undefined : scoringOfTarget(target, language)
  return {
    ...read,
    scoring: suggested ?? { method: 'judgement' },
    from: suggested === undefined ? 'nothing' : 'target',
    isStandardUnread,
    isCountOpen: false,
  }
}

interface RowChoices {
  readonly language: Language
  readonly comparator?: Comparator | undefined
  /** What scores a row whose 评分标准 is not read: the method that its target suggests, or people. */
  readonly unread?: 'target' | 'judgement' | undefined
}

/** The row's target, and where its comparator was only guessed, the same one the other way round: the standard may tell. */
function targetsOfRow(row: IndicatorRow, comparator: Comparator | undefined): [RowTarget, ...RowTarget[]] {
  const read = targetOfRow(row, comparator)
  const { target, isBareTarget } = read
  if (!isBareTarget || comparator !== undefined || target === undefined || !('comparator' in target)) return [read]
  const turned = { ...target, comparator: target.comparator === '<=' ? ('>=' as const) : ('<=' as const) }
  return [read, { ...read, target: turned }]
}

type RowTarget = Pick<LeafRule, 'target' | 'isBareTarget' | 'isTargetUnread'>

/** Words in names of which less is better. */
const LESS_IS_BETTER =
  /成本|投诉|差错|错误|事故|违规|违法|违纪|损失|遗失|失业|故障|超支|超标|能耗|退件|逾期|缺陷|死亡|流失|空编|结余|结转|时长|耗时|办理时限|响应时间/

function targetOfRow({ name, target: text }: IndicatorRow, comparator: Comparator | undefined): RowTarget {
  if (text === undefined) return { target: undefined, isBareTarget: false, isTargetUnread: false }
  const { target, issues, confidence } = readTarget(text)
  const isBareTarget = issues.some(({ code }) => code === 'WORDING_TARGET_NO_COMPARATOR')
  if (isBareTarget && target !== undefined && 'comparator' in target) {
    const guessed = comparator ?? (LESS_IS_BETTER.test(name) ? '<=' : '>=')
    return { target: { ...target, comparator: guessed }, isBareTarget, isTargetUnread: false }
  }
  // A comparator without a value, a day without its year: the words stay, so that nothing is lost.
  const isTargetUnread = confidence === 'unsure'
  const written = target ?? (isTargetUnread ? { text: text.trim() } : undefined)
  return { target: written, isBareTarget: false, isTargetUnread }
}

type Stated = Pick<LeafRule, 'scoring' | 'isCountOpen'>

/**
 * The rule that a standard states in full. Tables say the same of many rows, and are read again with every answer about
 * them, so readings are kept: reading takes some milliseconds, which thousands of rows would make a minute.
 */
function scoringOfStandard(
  { standard }: IndicatorRow,
  points: string,
  target: Target | undefined,
  language: Language,
): Stated | undefined {
  if (standard === undefined) return undefined
  const key = JSON.stringify([standard, points, target, language])
  if (!readings.has(key)) {
    if (readings.size >= MOST_READINGS) readings.clear()
    readings.set(key, readStated(standard, points, target, language))
  }
  return readings.get(key)
}

const readings = new Map<string, Stated | undefined>()
const MOST_READINGS = 10_000

function readStated(
  standard: string,
  points: string,
  target: Target | undefined,
  language: Language,
): Stated | undefined {
  const context: LeafContext = { name: '', points, target, ...kindOf(target) }
  for (const each of language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)) {
    const read = readStandard(standard, context, each)
    if (read.ok && isWhole(read.value, target))
      return { scoring: read.value, isCountOpen: asksCount(read.value, context) }
  }
  return undefined
}

/** What is known of the value: 每少1% of a number that has no unit may be of its target, or a point of what is a rate. */
function kindOf(target: Target | undefined): Pick<LeafContext, 'valueType'> {
  if (target === undefined || 'text' in target || 'formula' in target) return {}
  if (!('date' in target) && !isRate(target) && target.unit === undefined) return {}
  return { valueType: typeOf(target).type }
}

/** Whether the rule says everything that is needed to score by it, and names nothing that is not there. */
function isWhole(scoring: Scoring, target: Target | undefined): boolean {
  const hasNumber = target !== undefined && ('value' in target || 'low' in target)
  switch (scoring.method) {
    case 'steps':
      return scoring.from !== undefined || hasNumber
    case 'ratio':
      return isPositive(scoring.target ?? target)
    case 'pass':
      return scoring.condition === undefined && (scoring.threshold !== undefined || hasNumber || isDate(target))
    case 'checklist':
      return scoring.elements.every(({ met }) => met === 'judged')
    case 'bands':
    case 'curve':
    case 'levels':
    case 'judgement':
      return true
    default:
      return false
  }
}

/** A target that can be divided by. */
function isPositive(target: Target | undefined): boolean {
  return target !== undefined && 'value' in target && Exact.of(target.value).sign > 0
}

/** Whether the method leans on the leaf's target. */
export function usesTarget(scoring: Scoring): boolean {
  switch (scoring.method) {
    case 'ratio':
      return scoring.target === undefined
    case 'pass':
      return scoring.threshold === undefined && scoring.condition === undefined
    case 'steps':
      return scoring.from === undefined
    default:
      return false
  }
}

/** The method that a target's form suggests; undefined where it says nothing. */
export function scoringOfTarget(target: Target | undefined, language: Language): Scoring | undefined {
  if (target === undefined) return undefined
  if ('text' in target)
    return {
      method: 'levels',
      levels: LEVELS.map(({ zh, en, ...range }) => ({ name: { zh, en }[language], ...range })),
    }
  if ('value' in target) {
    // What is to be exactly so, or is to be 0, knows no nearer and farther.
    const isAll = target.comparator === '=' || Exact.of(target.value).sign <= 0
    return { method: isAll ? 'pass' : 'ratio' }
  }
  return { method: 'pass' }
}

/** 财预〔2020〕10号: what is described in words is given one of three levels, and a number within it. */
const LEVELS = [
  { zh: '达成预期指标', en: 'Reached', from: '80%', to: '100%' },
  { zh: '部分达成预期指标并具有一定效果', en: 'Partly reached, with some effect', from: '60%', to: '80%' },
  { zh: '未达成预期指标且效果较差', en: 'Not reached, with little effect', from: '0%', to: '60%' },
] as const

/** The type and unit of the value that the rule scores; undefined where people judge. */
export function valueOfRule({ scoring, target }: Pick<LeafRule, 'scoring' | 'target'>): Omit<Item, 'id'> | undefined {
  switch (scoring.method) {
    case 'checklist':
    case 'levels':
    case 'judgement':
    case 'formula':
    case 'table':
    case 'share-met':
      return undefined
    case 'bands':
      return target === undefined || 'text' in target
        ? typeOfTexts(scoring.bands.map(({ from }) => from))
        : typeOf(target)
    case 'curve':
      return target === undefined || 'text' in target
        ? typeOfTexts(scoring.anchors.map(({ at }) => at))
        : typeOf(target)
    case 'pass':
      return scoring.condition === undefined ? typeOf(scoring.threshold ?? target) : undefined
    case 'ratio':
      return typeOf(scoring.target ?? target)
    default:
      return target === undefined || 'text' in target
        ? typeOfTexts(scoring.method === 'steps' && typeof scoring.from === 'string' ? [scoring.from] : [])
        : typeOf(target)
  }
}

function typeOfTexts(texts: readonly string[]): Omit<Item, 'id'> {
  return { type: texts.some((text) => text.endsWith('%')) ? 'rate' : 'number' }
}

/** The type and unit of a value that is held against a target. */
export function typeOf(target: Target | undefined): Omit<Item, 'id'> {
  if (target === undefined || 'text' in target || 'formula' in target) return { type: 'number' }
  if ('date' in target) return { type: 'date' }
  if (isRate(target)) return { type: 'rate' }
  const { unit } = target
  const own = unit === undefined ? {} : { unit }
  if (unit !== undefined && conversion(unit, '元') !== undefined) return { type: 'money', ...own }
  const value = 'low' in target ? target.low : target.value
  return { type: unit !== undefined && COUNTED.test(unit) && Exact.of(value).isWhole ? 'count' : 'number', ...own }
}

/** What comes in whole pieces only. */
const COUNTED = /^(?:个|人|人次|名|次|项|份|台|套|家|户|件|场|期|篇|宗|起|条|处|所|座|辆|批|册|本|班|支|间|例|盏|株)$/

function isRate(target: Target): boolean {
  const texts = 'low' in target ? [target.low, target.high] : 'value' in target ? [target.value] : []
  return texts.some((text) => text.endsWith('%'))
}

function isDate(target: Target | undefined): boolean {
  return target !== undefined && 'date' in target
}
