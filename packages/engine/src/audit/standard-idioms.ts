import { Exact } from '@yardstick/model'
import { normalise, readPercent, readPrinted } from './printed.ts'
import type { RowView } from './sheet-view.ts'

/**
 * The few sentences of a 评分标准 whose meaning is plain, each with the scores that it can give for the facts of the row.
 * Where the sentence does not say how part of a step counts, all three ways are given. A sentence that is not here, or a
 * fact that is not in the row, gives no score at all and nothing is claimed.
 */
export function possibleScores(text: string, row: RowView, points: Exact): readonly Exact[] {
  // Several awards or a limit of its own make the sentence more than the idiom.
  if ((text.match(/[得计](?:满|\d[\d.]*)分/g)?.length ?? 0) > 1 || /最多|至多|上限|不超过[^,;。]*分/.test(text))
    return []
  const mayBeNothing = /(?<!否则)不得分|不计分|[得计为]0分|零分/.test(text) ? [Exact.zero] : []
  for (const { pattern, scores } of IDIOMS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const numbers = match.slice(1).flatMap((each) => numberOf(each, points) ?? [])
    const possible = scores(numbers, row, points).map((each) => each.clamp(Exact.zero, points))
    return possible.length === 0 ? [] : [...possible, ...mayBeNothing]
  }
  return []
}

/** 一 and a number that is left out are 1, 满 is all the points. */
function numberOf(text: string | undefined, points: Exact): Exact | undefined {
  if (text === undefined || text === '一') return Exact.one
  return text === '满' ? points : Exact.parse(text)
}

/** Rules of which only a part is known: "(revealed) …", "… (略)". */
export function isPartialText(standard: string): boolean {
  return /^\s*[（(][a-z ]+[)）]|…|\.\.\.|[（(]略[)）]|从略/i.test(standard)
}

interface Idiom {
  /** Its groups are numbers, in the order in which `scores` takes them apart. */
  readonly pattern: RegExp
  readonly scores: (numbers: readonly Exact[], row: RowView, points: Exact) => readonly Exact[]
}

const N = '(\\d{1,9}(?:\\.\\d{1,6})?)'
const FULL = '(\\d{1,6}(?:\\.\\d{1,6})?|满)'
const ONE = '(\\d{1,6}(?:\\.\\d{1,6})?|一)?'

const IDIOMS: readonly Idiom[] = [
  {
    // 100%±5%得2分，超出100%±5%范围，每增加或减少1%扣0.2分
    pattern: new RegExp(
      `${N}%±${N}%(?:以内|范围内)?[得计]${FULL}分[,;。]?超出.*?每[^,;。]*?${ONE}(?:%|个百分点)扣${N}分`,
    ),
    scores: ([middle, tolerance, full, size, each], row) => {
      const rate = rateOf(row)
      if (!middle || !tolerance || !full || !size || !each || !rate) return []
      const beyond = rate.minus(percent(middle)).abs().minus(percent(tolerance))
      return takenOff(full, beyond, percent(size), each)
    },
  },
  {
    // 满意度达95%得5分，每降低1%扣1分
    pattern: new RegExp(
      `(?:达到?|[≥≧=]|>=|不低于|大于等于|在|^)${N}%(?:及?以上)?(?:的|者)?,?[得计]${FULL}分[,;。]?每(?:降低|减少|下降|低于?|少|降)${ONE}(?:%|个百分点)(?:的)?,?扣${N}分`,
    ),
    scores: ([threshold, full, size, each], row) => {
      const rate = rateOf(row)
      if (!threshold || !full || !size || !each || !rate) return []
      return takenOff(full, percent(threshold).minus(rate), percent(size), each)
    },
  },
  {
    // 控制率≤100%计5分，每超过一个百分点扣0.5分
    pattern: new RegExp(
      `(?:[≤≦]|<=|不高于|不超过|小于等于|控制在)${N}%(?:以内|之内)?(?:的|者)?,?[得计]${FULL}分[,;。]?每(?:超过|超出|超|高于|高|增加|上升)${ONE}(?:%|个百分点)(?:的)?,?扣${N}分`,
    ),
    scores: ([limit, full, size, each], row) => {
      const rate = rateOf(row)
      if (!limit || !full || !size || !each || !rate) return []
      return takenOff(full, rate.minus(percent(limit)), percent(size), each)
    },
  },
  {
    // 得10分，每发现1次不稳定状况扣2分
    pattern: new RegExp(`[得计]${FULL}分[,;。]?每(?:发现|发生|出现|有)${ONE}[次起例项个处][^,;。]*?扣${N}分`),
    scores: ([full, size, each], row) => {
      const occurrences = readPrinted(row.data['occurrences'])
      if (!full || !size || !each || !occurrences) return []
      return takenOff(full, occurrences.value, size, each)
    },
  },
  {
    // 完成机房2套精密维保服务得满分，每减少1项扣10分
    pattern: new RegExp(`完成[^,;。]*得满分[,;。]?每(?:减少|缺少|少|缺)${ONE}[^\\d,;。]{0,3}扣${N}分`),
    scores: ([size, each], row, points) => {
      const [goal, actual] = [readPrinted(row.data['target']), readPrinted(row.data['actual'])]
      if (!size || !each || !goal || !actual || goal.isPercent || actual.isPercent || goal.unit !== actual.unit)
        return []
      return takenOff(points, goal.value.minus(actual.value), size, each)
    },
  },
  {
    // 成本控制在预算内得5分，否则不得分
    pattern: new RegExp(`控制[在住于]?预算(?:范围)?[之以]?内[得计]${N}分,否则(?:不得分|[得计]?0分)`),
    scores: ([full], { data }) => {
      const [budget, actual] = [readPrinted(data['预算']), readPrinted(data['实际'])]
      if (!full || !budget || !actual || budget.unit !== actual.unit) return []
      return [actual.value.atMost(budget.value) ? full : Exact.zero]
    },
  },
  {
    // 未达到100%按资金实际到位率*指标权重得分
    pattern: /未达到?100%,?(?:的,?)?按[^,;。]*(?:率|比例)[*×xX](?:该?指标)?(?:权重|分值)[得计]分/,
    scores: (_, row, points) => {
      const rate = rateOf(row)
      return rate === undefined ? [] : [points.times(rate.min(Exact.one))]
    },
  },
]

/** Full marks less the steps beyond the edge: pro rata, whole steps only, and each step begun. */
function takenOff(full: Exact, beyond: Exact, size: Exact, each: Exact): readonly Exact[] {
  if (size.sign <= 0) return []
  const steps = beyond.max(Exact.zero).over(size)
  return [steps, steps.floor(), steps.ceiling()].map((count) => full.minus(count.times(each)))
}

/** The one rate of the row: said to be it, named as the row is, or the only percentage there. */
function rateOf({ row, data }: RowView): Exact | undefined {
  for (const key of ['rate', 'actual']) {
    const rate = readPercent(percentOnly(data[key]))
    if (rate !== undefined) return rate.value
  }
  const rates = Object.entries(data).flatMap(([key, cell]) => {
    const rate = NOT_A_FACT.has(key) ? undefined : readPercent(percentOnly(cell))
    return rate === undefined ? [] : [{ key, value: rate.value }]
  })
  const named = rates.filter(({ key }) => row.name.includes(key) || key.includes(row.name))
  const [only, ...others] = named.length > 0 ? named : rates
  return others.length > 0 ? undefined : only?.value
}

/** Only what is written with its sign; a bare number may be anything. */
function percentOnly(cell: unknown): unknown {
  return typeof cell === 'string' && normalise(cell).endsWith('%') ? cell : undefined
}

const NOT_A_FACT = new Set(['target', 'printedRate', '得分率', 'printedScore'])
const percent = (number: Exact) => number.over(Exact.integer(100))
