import { conversion, Exact, type Item, type Language, type Scoring, type Target } from '@yardstick/model'

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

interface ScoredBy {
  readonly scoring: Scoring
  readonly target: Target | undefined
}

/** The type and unit of the value that the rule scores; undefined where people judge. */
export function valueOfRule({ scoring, target }: ScoredBy): Omit<Item, 'id'> | undefined {
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
