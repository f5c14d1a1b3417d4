import { Exact } from '@yardstick/model'
import { gradedAt, isFamily } from './graded.ts'
import { FULL_POINTS, ITS_POINTS, NO_POINTS, NUMBER, numberOf, PERCENT } from './lexemes.ts'
import { type ListItem, listItemsAt } from './list-marks.ts'
import { type Match, maybe, maybeSlot, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import {
  BETWEEN,
  type GivenScore,
  isWithinScores,
  type ScoredClause,
  scoredClauseAt,
  scoredClauses,
} from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { ElementSaid, ElementsStatement, Statement } from './statement.ts'

/**
 * Checklists: ①…（1分）；②…（1分）, …得1分；…得1分 without numbers, 评价要点：①…②…。符合一项得1分, and shares given to numbers
 * (具备要素①，得到指标分值的40%). An element is a fact that somebody judges: clauses that hold a value against a number, deduct
 * by steps or leave the points to discretion make it another rule, and none is read here.
 */
export function elementsAt(source: Source, at: number, row: { readonly points?: string } = {}): Statement[] {
  const { folded } = source
  if (isWithinScores(folded, at) || gradedAt(source, at, row).length > 0) return []
  const header = HEADER.match(folded, at)
  const start = header?.end ?? at
  const items = listItemsAt(folded, start)
  const found =
    items !== undefined
      ? (numbered(source, items) ?? assigned(source, start, undefined))
      : (assigned(source, start, undefined) ??
        plain(source, start) ??
        single(source, start) ??
        enumerated(source, start))
  if (found !== undefined) return [{ ...found, kind: 'elements', from: at, spans: found.spans ?? {} }]
  const pair = at === 0 ? pairAt(source, start) : undefined
  return pair === undefined ? [] : [{ ...pair, from: at }]
}

type Found = Omit<ElementsStatement, 'kind'> & { readonly to: number; readonly spans?: Record<string, Span> }

const WHAT = oneOf('要点', '要素', '内容', '标准', '依据', '细则', '方面', '办法', '条件')
/** 评价要点：, 主要考核以下4个方面： before a list; without a sign behind it only where a number follows. */
const HEADER = pattern`${maybe('其中:?')}${maybe('主要', '重点', '具体')}${maybe('绩效')}${maybe('从', '根据', '按', '按照')}${maybe('评价', '评分', '考核', '考察', '考评', '计分', '核查', '检查', '包括')}${maybe('以下[几一二三四五六七八九十两\\d]+(?:个|项|条)?')}${maybe(WHAT)}${maybe('进行', '主要')}${maybe('评价', '评分', '考核', '包括', '为', '有', '如下')}(?:[:,]\n?|\n|(?=[①-⑳⑴-⒇]|\([1一]\)))`

// Numbered lists

function numbered(source: Source, items: readonly ListItem[]): Found | undefined {
  const { folded } = source
  const elements: ElementSaid[] = []
  let to = 0
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1
    const gate = isLast && index > 1 ? scoredClauseAt(folded, item.from) : undefined
    if (gate !== undefined && isNone(gate)) {
      // Its number is taken with the list; the gate is read by itself.
      to = item.from
      break
    }
    const body = isLast ? lastBody(folded, item) : item
    const read = itemElements(source, body)
    if (read === undefined) return undefined
    elements.push(...read.elements)
    to = read.end
  }
  if (!isChecklist(source, elements)) return undefined
  const given = assigned(source, to, elements)
  if (given !== undefined) return given
  return closed(source, { elements, to })
}

/** The last item ends with its points, else with its sentence, else before what is said of all items. */
function lastBody(folded: string, item: ListItem): Span {
  const scored = scoredClauseAt(folded, item.from)
  const limit = folded.slice(item.from).search(/[;。\n]/)
  const end = limit < 0 ? folded.length : item.from + limit
  for (let place = item.from + 2; place < end; place++) {
    const isHere = /[,]/.test(folded[place - 1]!) && closingAt(folded, place) !== undefined
    if (isHere && (scored === undefined || scored.end > place)) return { from: item.from, to: place - 1 }
  }
  if (scored === undefined) return { from: item.from, to: end }
  return { from: item.from, to: otherwiseAt(folded, scored.end) ?? scored.end }
}

/** What one item holds: an element, several of them with points of their own, or none that could be one. */
function itemElements(source: Source, body: Span): { elements: ElementSaid[]; end: number } | undefined {
  const { folded } = source
  const clauses: ScoredClause[] = []
  let at = body.from
  let end = body.from
  while (at < body.to) {
    while (at < body.to && BETWEEN.test(folded[at]!)) at++
    if (at >= body.to) break
    const otherwise = otherwiseAt(folded, at)
    if (otherwise !== undefined && otherwise <= body.to && clauses.length > 0) {
      at = end = otherwise
      continue
    }
    const clause = clauseWithin(folded, at, body.to)
    if (clause === undefined) break
    clauses.push(clause)
    at = end = clause.end
  }
  const rest = trimmed(folded, at, body.to)
  if (clauses.length > 0) {
    if (rest.to > rest.from) return undefined
    const elements = clauses.map((clause) => elementOf(source, clause))
    return elements.some((each) => each === undefined) ? undefined : { elements: elements as ElementSaid[], end }
  }
  if (rest.to <= rest.from || !isFact(folded.slice(rest.from, rest.to))) return undefined
  return { elements: [{ text: textOf(source, rest), span: rest, ...evidence(folded, rest) }], end: body.to }
}

/** A clause whose words may hold semicolons: an item of a list is one thing however long. */
function clauseWithin(folded: string, at: number, to: number): ScoredClause | undefined {
  const whole = scoredClauseAt(folded, at, to)
  if (whole !== undefined) return whole
  const next = /[;。\n]/g
  next.lastIndex = at
  for (let found = next.exec(folded); found !== null && found.index < to; found = next.exec(folded)) {
    const later = scoredClauseAt(folded, found.index + 1, to)
    if (later !== undefined) return { ...later, text: { from: at, to: later.text.to } }
  }
  return undefined
}

function elementOf(source: Source, clause: ScoredClause): ElementSaid | undefined {
  const { folded } = source
  const { text, score, scoreSpan } = clause
  const said = scoreOf(score)
  if (said === undefined || !isFact(folded.slice(text.from, text.to))) return undefined
  return { text: textOf(source, text), span: text, score: said, scoreSpan, ...evidence(folded, text) }
}

/** 存在截留挪用的，本项不得分: a fact beside the list that takes everything. */
const isNone = ({ score }: ScoredClause) => score.is === 'none'

function scoreOf(score: GivenScore): string | undefined {
  if (score.is === 'full') return '100%'
  return score.is === 'points' && Exact.of(score.score).sign > 0 ? score.score : undefined
}

// Without numbers

/** …，得2分；…，得1分: at least two, each with points. */
function plain(source: Source, at: number): Found | undefined {
  const { folded } = source
  const elements: ElementSaid[] = []
  let to = at
  let place = at
  while (place < folded.length) {
    while (place < folded.length && BETWEEN.test(folded[place]!)) place++
    const otherwise = elements.length > 0 ? otherwiseAt(folded, place) : undefined
    if (otherwise !== undefined) {
      place = to = otherwise
      continue
    }
    if (elements.length > 0 && closingAt(folded, place) !== undefined) break
    const clause = scoredClauseAt(folded, place)
    const element = clause === undefined ? undefined : elementOf(source, clause)
    if (clause === undefined || (isNone(clause) && elements.length > 1)) break
    if (element === undefined || element.score === '100%') return undefined
    elements.push(element)
    place = to = clause.end
  }
  if (elements.length < 2 || !isChecklist(source, elements)) return undefined
  return closed(source, { elements, to })
}

/** 有…制度得2分，没有不得分: one fact that gives all or nothing. */
function single(source: Source, at: number): Found | undefined {
  const { folded } = source
  const [clause] = scoredClauses(folded, at)
  if (clause === undefined) return undefined
  const element = elementOf(source, clause)
  const otherwise = afterSigns(folded, clause.end, otherwiseAt)
  if (element === undefined || otherwise === undefined) return undefined
  const words = folded.slice(clause.text.from, clause.text.to)
  if (IS_OF_VALUE.test(words) || isNumeric(words)) return undefined
  return { elements: [element], to: otherwise }
}

/** 建立预算管理制度、收支管理制度、采购管理制度，每少一项扣1分: things that have to be there. */
function enumerated(source: Source, at: number): Found | undefined {
  const { folded } = source
  const match = ENUMERATION.match(folded, at)
  const list = match?.spans['list']
  if (match === undefined || list === undefined || OTHER_RULE.test(folded.slice(list.from, list.to))) return undefined
  const elements: ElementSaid[] = []
  let from = list.from
  for (let place = list.from; place <= list.to; place++) {
    if (place < list.to && !/[、和及]/.test(folded[place]!)) continue
    if (place - from < 2) return undefined
    const span = { from, to: place }
    elements.push({ text: textOf(source, span), span })
    from = place + 1
  }
  const count = match.said['count']
  if (count !== undefined && Number(numberOf(count)) !== elements.length) return undefined
  if (elements.length < 3 || elements.some(({ span }) => isNumeric(folded.slice(span.from, span.to)))) return undefined
  const found = closed(source, { elements, to: match.end })
  return found?.each?.isGain === false ? found : undefined
}

const ENUMERATION = pattern`${slot('list', '[^,;。:\\n]{2,24}?(?:、[^,;。:\\n、]{2,20}?)+?')}${maybe('等.{0,6}')}${maybeSlot('count', '[三四五六七八九3-9](?=项|个|方面)')}${maybe('(?:项|个)(?:内容|方面|要素|要点|制度|材料)?', '方面')}${maybe('[,]?(?:得|计)(?:满分|\\d+(?:\\.\\d+)?分)')}[,;](?=(?:以上[^,;。]{0,6}?|上述[^,;。]{0,6}?)?每?有?(?:少|缺少?|一项|1项))`

/** 专款专用计4分；存在挤占挪用的，计0分: two facts, of which somebody finds one. */
function pairAt(source: Source, at: number): (Statement & { kind: 'levels' }) | undefined {
  const { folded } = source
  const clauses = scoredClauses(folded, at)
  const [first, second] = clauses
  if (clauses.length !== 2 || first === undefined || second === undefined) return undefined
  const isNothing = second.score.is === 'none' || (second.score.is === 'points' && second.score.score === '0')
  const score = scoreOf(first.score)
  if (!isNothing || score === undefined) return undefined
  const words = [first, second].map(({ text }) => folded.slice(text.from, text.to))
  if (words.some((each) => !isFact(each) || IS_OF_VALUE.test(each) || isNumeric(each) || COMPARED.test(each)))
    return undefined
  const level = ({ text }: ScoredClause, given: string) => ({ name: textOf(source, text), span: text, score: given })
  const levels = [level(first, score), level(second, '0')]
  return { kind: 'levels', levels, from: at, to: second.end, spans: {} }
}

/** Words that hold a value against another one. */
const COMPARED = /[超高低多少大小早晚]于|超(?!编)|增[长加]|下降|降低|提高|减少|发生|出现\d|持平|不变/

/** What is said of the value of the row rather than of a fact; these words are read with the row. */
const IS_OF_VALUE =
  /达标|^(?:达到|达|完成)?(?:年度|预期|绩效|既定|规定|全部)?(?:目标|指标|标准|要求|预期|任务|计划)*(?:值|数|数量|的)?$|目标值$|指标值$|^(?:不|未)?超(?!编)过?|^(?:不|未)低于|^其[他余]/

// What is said of all elements

/** 具备要素①，得到指标分值的40%；如不具备，该指标分值为0。具备要素②③④，分别得到20%. */
function assigned(source: Source, at: number, listed: readonly ElementSaid[] | undefined): Found | undefined {
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

/** A checklist with what is said of all its elements: 每少一项扣1分, 全部符合得满分, 缺一不可. */
function closed(source: Source, found: Found): Found | undefined {
  const { folded } = source
  let { to } = found
  let each = found.each
  let isAllOrNothing = found.isAllOrNothing
  let isEqual = false
  const spans: Record<string, Span> = {}
  while (true) {
    const closing = afterSigns(folded, to, closingAt)
    if (closing === undefined) break
    if (closing.each !== undefined) {
      if (each !== undefined) return undefined
      each = closing.each
      if (closing.span !== undefined) spans['each'] = closing.span
    }
    if (closing.isAllOrNothing) isAllOrNothing = true
    if (closing.parts !== undefined) {
      if (closing.parts !== found.elements.length) return undefined
      isEqual = true
    }
    to = closing.end
  }
  return {
    elements: found.elements,
    ...(each === undefined ? {} : { each }),
    ...(isAllOrNothing === true ? { isAllOrNothing } : {}),
    ...(isEqual ? { isEqual } : {}),
    to,
    spans,
  }
}

interface Closing {
  readonly end: number
  readonly each?: { readonly points: string; readonly isGain: boolean }
  readonly isAllOrNothing?: boolean
  /** Into how many equal parts the points are shared. */
  readonly parts?: number
  readonly span?: Span | undefined
}

const ONE = oneOf('1', '一', '任一', '任意一', '任何一', '其中一', '其中1', '任意1', '1个', '一个')
const ITEM = oneOf(
  '项',
  '个',
  '处',
  '点',
  '条',
  '方面',
  '要素',
  '次',
  '个要点',
  '个要素',
  '项要素',
  '项内容',
  '项指标',
  '个方面',
  '项要求',
  '项条件',
  '个环节',
  '条要求',
  '项标准',
  '项要点',
  '条标准',
  '点要求',
  '例',
  '起',
)
const NOT_MET = oneOf(
  '不符合',
  '不满足',
  '未达到',
  '未达标',
  '未满足',
  '不达标',
  '不具备',
  '缺失',
  '未完成',
  '未落实',
  '不到位',
  '不符',
  '不合格',
  '未做到',
  '达不到',
  '没有',
  '未符合',
  '不规范',
  '不完善',
  '未执行',
  '存在问题',
  '有问题',
  '不达要求',
  '未按要求完成',
  '不健全',
)
const MET = oneOf('符合', '满足', '具备', '达到', '做到', '完成', '达标', '合格')
const REQUIREMENT = maybe('以上', '上述', '相关', '相应', '规定')
const REQUIREMENTS = maybe('要求', '条件', '标准', '规定', '评价要点', '要点', '内容', '指标', '项目', '要素')
const TAKES = oneOf('扣', '扣减', '扣除', '减', '减少')
const GIVES = oneOf('得', '计', '记', '加', '赋', '给', '为', '占', '各占', '均为')
const POINTS = `(?:${ITS_POINTS}的?${PERCENT}|${PERCENT}(?=的|分值|权重|[,;。\\n]|$)|${NUMBER}(?=分))`
const POINTS_END = `分?${maybe('的?(?:该?(?:指标)?(?:分值|权重分|权重|满分))')}(?=[,;。\\n]|$)`
const LINK = `的?[,:]?${maybe('则', '即')}`

const LOSS: readonly Pattern[] = [
  // 每少一项扣1分, 每发现一项不符合扣1分, 有一项未达到要求的扣1分, 缺一项扣2分, 一项不符合扣2分
  pattern`${maybe('以上', '上述')}${maybe('情况', '问题', '各项', '[一二三四五六七八九两2-9](?:项|个方面|条|点)(?:内容|要求)?')}${maybe('每', '凡', '如', '若', '如果')}${maybe('有', '发现', '出现', '缺少', '缺', '少', '缺失', '存在', '减少', '欠缺')}${ONE}${ITEM}${maybe(NOT_MET)}${REQUIREMENT}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
  // 每项不符合扣1分, 不符合一项扣1分, 每不符合一项扣1分
  pattern`${maybe('每', '凡')}${NOT_MET}${maybe('其中')}${ONE}${ITEM}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
  pattern`每${ITEM}${NOT_MET}${REQUIREMENT}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
]
const GAIN: readonly Pattern[] = [
  // 符合一项得1分, 每符合1项得1分, 每有一项得1分, 每一项得1分
  pattern`${maybe('以上', '上述')}${maybe('每')}${maybe(MET, '有')}${maybe('其中', '以上', '上述')}${ONE}${ITEM}${maybe(MET)}${REQUIREMENT}${REQUIREMENTS}${LINK}${GIVES}${slot('points', POINTS)}${POINTS_END}`,
  // 每项1分, 各得1分, 以上各项均为1分, 每个要点得2分
  pattern`${maybe('以上', '上述')}${oneOf('每', '各')}${maybe(ITEM)}${maybe('各', '均')}${maybe(MET)}${REQUIREMENTS}${LINK}${maybe(GIVES)}${slot('points', POINTS)}${POINTS_END}`,
  pattern`${maybe('以上', '上述')}${maybe('要点', '要素', '内容', '各项')}${oneOf('各', '均', '分别')}${maybe(GIVES)}${slot('points', POINTS)}${POINTS_END}`,
]
const ALL = `${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9](?:项|条|点|个方面|个要点|个条件)')}${maybe('内容', '要求', '条件', '要点')}${oneOf('全部', '均', '都', '各项', '所有', '同时', '完全', '全都', '各项均', '全部均', '各项全部')}${maybe(MET)}${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9](?:项|条|点)')}${REQUIREMENTS}`
const ALL_MET = `(?:${ALL}|${maybe('以上', '上述')}${MET}${REQUIREMENTS})`
const FULL = `${LINK}${oneOf('得', '计', '记')}(?:${FULL_POINTS}|${NUMBER}分|100%)`
const NONE = `${LINK}${maybe('本项', '该项', '则')}${NO_POINTS}`
const ANY = `(?:${maybe('每', '凡', '如', '若')}${maybe('有', '缺', '缺少', '如有')}${ONE}${ITEM}${maybe(NOT_MET)}${REQUIREMENTS}|否则|${NOT_MET}${maybe('其中')}${ONE}${ITEM}${maybe('的')}|缺少?${ONE}${ITEM})${maybe('即', '就')}`
/** 符合的得相应分值，不符合的不得分: as any checklist has it. */
const AS_EACH = pattern`${maybe('达到', '符合', '满足', '具备')}${REQUIREMENTS}的?${oneOf('得', '计')}${oneOf('相应', '对应', '该项', '相应的')}${oneOf('分值', '分数', '权重分', '分', '得分')}[,;]${maybe('否则', `${NOT_MET}(?:要求|标准)?的?`)}${maybe('则')}${NO_POINTS}(?=[,;。\n]|$)`
const NOTHING_ELSE: readonly Pattern[] = [
  pattern`${ALL_MET}${FULL}[,;。]${ANY}${NONE}(?=[,;。\n]|$)`,
  pattern`${maybe('以上', '上述')}${maybe('各项', '要点', '条件')}[,]?缺一不可(?=[,;。\n]|$)`,
  pattern`${ANY}${NONE}(?=[,;。\n]|$)`,
]
/** 每有一项不符合扣除相应权重分: what is missing gives nothing, as it does anyway. */
const MISSING = `(?:${ANY}|缺项|${NOT_MET}(?:要求)?|缺少?)`
const ITS_OWN = pattern`${MISSING}${LINK}${oneOf('扣', '扣除', '扣减', '不得')}${oneOf('相应', '对应', '该项', '相应的', '该要素', '对应的', '该要点', '该项要素', '此项', '该条')}${oneOf('分值', '权重分', '分数', '得分', '分', '权重')}(?=[,;。\n]|$)`
/** 全部符合得满分: says what follows from the elements anyway. */
const ALL_FULL = pattern`${ALL_MET}${FULL}(?=[,;。\n]|$)`

function closingAt(folded: string, at: number): Closing | undefined {
  const asEach = AS_EACH.match(folded, at)
  if (asEach !== undefined) return { end: asEach.end }
  for (const form of NOTHING_ELSE) {
    const match = form.match(folded, at)
    if (match !== undefined) return { end: match.end, isAllOrNothing: true }
  }
  for (const [forms, isGain] of [
    [LOSS, false],
    [GAIN, true],
  ] as const) {
    for (const form of forms) {
      const match = form.match(folded, at)
      const points = match === undefined ? undefined : pointsOf(match)
      if (match !== undefined && points !== undefined)
        return { end: match.end, each: { points, isGain }, span: match.spans['points'] }
    }
  }
  const equal = EQUAL.match(folded, at)
  const parts = equal === undefined ? undefined : partsIn(equal.said['share'] ?? '')
  if (equal !== undefined && parts !== undefined) return { end: equal.end, parts }
  const all = ITS_OWN.match(folded, at) ?? ALL_FULL.match(folded, at)
  return all === undefined ? undefined : { end: all.end }
}

/** 各占1/3 of three. */
const EQUAL = pattern`${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9]?(?:项|条|点|个要素|个要点|个方面)?(?:要素|内容|要点)?', '每(?:项|条|点|个要素|个要点|个方面|满足一项|符合一项|具备一项|具备一个要素|有一项)')}${maybe('各', '均', '分别', '各项')}${maybe('得', '占', '计')}${maybe(ITS_POINTS)}${maybe('的')}${slot('share', '1÷\\d{1,2}|[二三四五六七八九]分之一')}${maybe('的')}${maybe(ITS_POINTS)}(?=[,;。\n]|$)`

function partsIn(words: string): number | undefined {
  const below = /^1÷(\d+)$/.exec(words)?.[1] ?? numberOf(words.charAt(0))
  return below === undefined ? undefined : Number(below)
}

function pointsOf({ said }: Match): string | undefined {
  return numberOf(/(?:百分之.+|[\d.,]+%?|[^的]+)$/.exec((said['points'] ?? '').replace(/^.*的/, ''))?.[0] ?? '')
}

const OTHERWISE = pattern`${oneOf('否则', '反之', '不符合', '不符合的', '不符合要求', '不符合要求的', '没有', '没有的', '无', '未', '不具备', '不具备的', '不满足', '不满足的', '未达到', '未提供', '未提供的', '未制定', '未制定的', '未建立', '未开展', '未开展的', '未完成', '未落实', '未执行', '未按要求', '未按规定', '不达标', '缺失', '缺少', '不合理', '不健全', '不规范', '不完整', '不明确', '不到位')}${maybe('[^,;。\\n\\d]{0,12}?')}的?[,]?${maybe('则', '该项', '本项', '此项')}${NO_POINTS}(?=[,;。\n]|$)`

/** 否则不得分 behind an element: what its absence gives anyway. */
function otherwiseAt(folded: string, at: number): number | undefined {
  const start = /^[,;。]/.test(folded.slice(at, at + 1)) ? at + 1 : at
  return OTHERWISE.match(folded, start)?.end
}

function afterSigns<T>(folded: string, at: number, read: (folded: string, at: number) => T | undefined): T | undefined {
  let place = at
  while (place < folded.length && BETWEEN.test(folded[place]!)) place++
  return read(folded, place)
}

// What may be an element

/** Words that make it another rule: steps, proportions, discretion, deductions. */
const OTHER_RULE =
  /每[^,;。]{0,12}(?:扣|加|减)|按比例|酌情|扣\d|扣[一二三四五六七八九十]|扣除|扣减|倒扣|扣$|减$|得分=|满分为止|扣完|得\d|不得分|得满分|按.{0,12}(?:计分|得分)|加\d+分|排名|名次|否则|最高|最低|最多|封顶|上限|下限|以满分/

const NO_FACT = /^(?:其他|其它|否则|反之|[①-⑳])/
function isFact(words: string): boolean {
  return words.length >= 2 && words.length <= 600 && !OTHER_RULE.test(words) && !NO_FACT.test(words)
}

/** Held against a number: 达到95%, 3次以上, 80%-90%, ≥5. */
function isNumeric(words: string): boolean {
  return /[≥≤<>]|\d[^,;。]{0,6}(?:以上|以下|以内|及以上|之间|以外)|(?:达到?|低于|高于|超过|少于|不足|大于|小于|不低于|不少于|不超过|控制在)\d|\d%?[-~至]\d|^\d+%?$|百分之/.test(
    words,
  )
}

/** Facts of different things. Clauses on numbers that speak of one thing are the bands of a value. */
function isChecklist(source: Source, elements: readonly ElementSaid[]): boolean {
  const words = elements.map(({ span }) => source.folded.slice(span.from, span.to))
  // 制度完善得2分，不完善得1分: a degree of the one before.
  const isDegree = (each: string, index: number) =>
    index > 0 && /^(?:不|未|无|没有|较|基本|部分|一般|欠)/.test(each) && isFamily([words[index - 1]!, each])
  if (words.some(isDegree)) return false
  const numeric = words.filter(isNumeric)
  if (numeric.length === 0) return !words.every((each) => IS_OF_VALUE.test(each) && each.length < 8)
  const subjects = numeric.map((each) =>
    each
      .slice(0, Math.max(0, each.search(/[\d≥≤<>]|百分之/)))
      .replace(/(?:达到?|不?低于|不?超过|不少于|控制在|在|为|大于|小于)+$/, ''),
  )
  return (
    subjects.every((subject) => subject.length >= 2 && !/^(?:实际|完成|比例|指标值?)+$/.test(subject)) &&
    new Set(subjects).size === subjects.length
  )
}

const EVIDENCE = /(?:佐证|证明)(?:材料|资料)?(?:齐全)?$|附.{0,10}(?:材料|文件|资料)$/
const evidence = (folded: string, { from, to }: Span): { isEvidence?: true } =>
  EVIDENCE.test(folded.slice(from, to)) ? { isEvidence: true } : {}

function trimmed(folded: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (end > start && /[,;。:、\n]/.test(folded[end - 1]!)) end--
  while (start < end && /[,;。:、\n]/.test(folded[start]!)) start++
  return { from: start, to: end }
}

/** The words on one line; a cell breaks its lines anywhere. */
function textOf(source: Source, { from, to }: Span): string {
  return source
    .written(from, to)
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[\p{Script=Han}，；、])[ \t]+(?=[\p{Script=Han}\d])/gu, '')
    .replace(/[ \t]+/g, ' ')
}
