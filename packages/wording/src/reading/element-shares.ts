import { closed, type Found } from './element-closings.ts'
import { ITS_POINTS, NUMBER, numberOf, PERCENT } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import { BETWEEN } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { ElementSaid } from './statement.ts'

/** 具备要素①，得到指标分值的40%；如不具备，该指标分值为0。具备要素②③④，分别得到20%. */
export function assigned(source: Source, at: number, listed: readonly ElementSaid[] | undefined): Found | undefined {
  const { folded } = source
  const given = new Map<number, ElementSaid>()
  let to = at
  let place = at
  let last: number[] = []
  while (place < folded.length) {
    while (place < folded.length && BETWEEN.test(folded[place]!)) place++
    const match = ASSIGN.match(folded, place)
    const numbers = match === undefined ? undefined : numbersOf(match.said['numbers'] ?? '')
    const score = match === undefined ? undefined : numberOf(match.said['score'] ?? '')
    if (match !== undefined && numbers !== undefined && score !== undefined) {
      for (const number of numbers) {
        const element = listed?.[number - 1] ?? {
          text: `要素${String.fromCodePoint(0x245f + number)}`,
          span: match.spans['numbers']!,
        }
        if (given.has(number) || (listed !== undefined && listed[number - 1] === undefined)) return undefined
        given.set(number, { ...element, score, scoreSpan: match.spans['score'] })
      }
      last = numbers
      place = to = match.end
      continue
    }
    const gate = GATE.match(folded, place)
    const number = last.length === 1 ? last[0] : undefined
    const element = number === undefined ? undefined : given.get(number)
    if (gate === undefined || number === undefined || element === undefined) break
    given.set(number, { ...element, isGate: true })
    place = to = gate.end
  }
  const count = listed?.length ?? given.size
  if (given.size === 0 || given.size !== count || (listed === undefined && count < 2)) return undefined
  const elements = [...given].sort(([one], [other]) => one - other).map(([, element]) => element)
  return closed(source, { elements, to })
}

const NUMBERS = '(?:[①-⑳]|\\([1-9]\\))(?:[①-⑳、,和及与至~-]|\\([1-9]\\))*'
const ASSIGN = pattern`${maybe('其中:?', '如', '若')}${maybe('符合', '具备', '满足', '达到', '做到', '完成')}${maybe('第')}${maybe('评价', '评分')}${maybe('要点', '要素', '标准', '条件', '内容', '项')}${slot('numbers', NUMBERS)}${maybe('项', '条', '点')}${maybe('内容', '要求', '标准', '条件', '要素', '要点')}${maybe('的')}[,:]?${maybe('则')}${maybe('分别', '各', '均', '每项', '各项', '分别各')}${maybe('可')}${maybe('得到', '得', '计', '占', '为', '赋')}${maybe(ITS_POINTS)}${maybe('的')}${slot('score', `(?:${PERCENT}|${NUMBER}(?=分))`)}${maybe('分')}${maybe('的?(?:该?(?:指标)?(?:分值|权重分|权重|满分))')}(?=[,;。\n]|$)`
const GATE = pattern`${maybe('如果?', '若')}${maybe('不具备', '没有', '缺少', '不符合', '缺失', '不满足')}${maybe('该要素', '该项', '此项', '要素[①-⑳]', '[①-⑳]', '的')}[,]?${maybe('则')}${maybe('该项?', '本项?', '此项')}${maybe('指标')}${oneOf('分值为0', '得分为0', '不得分', '得0分', '分值为0分', '得分为0分', '计0分')}(?=[,;。\n]|$)`

/** ②③④, ②-④, ①、② → 2 3 4; undefined for what is no rising list. */
function numbersOf(words: string): number[] | undefined {
  const plain = words.replace(/[①-⑳]/gu, (sign) => ` ${sign.codePointAt(0)! - 0x245f} `).replace(/\(([1-9])\)/g, ' $1 ')
  const numbers: number[] = []
  let isTo = false
  for (const [part] of plain.matchAll(/\d+|[-~至]/g)) {
    if (/[-~至]/.test(part)) {
      isTo = true
      continue
    }
    const number = Number(part)
    const before = numbers.at(-1)
    if (before !== undefined && number <= before) return undefined
    if (isTo && before !== undefined) for (let between = before + 1; between < number; between++) numbers.push(between)
    numbers.push(number)
    isTo = false
  }
  return numbers.length === 0 ? undefined : numbers
}
