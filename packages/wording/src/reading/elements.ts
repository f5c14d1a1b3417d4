import { afterSigns, closed, closingAt, type Found, otherwiseAt } from './element-closings.ts'
import { assigned } from './element-shares.ts'
import {
  COMPARED,
  elementOf,
  evidence,
  IS_OF_VALUE,
  isChecklist,
  isFact,
  isNone,
  isNumeric,
  OTHER_RULE,
  scoreOf,
  textOf,
  trimmed,
} from './element-text.ts'
import { gradedAt } from './graded.ts'
import { numberOf } from './lexemes.ts'
import { type ListItem, listItemsAt } from './list-marks.ts'
import { maybe, maybeSlot, oneOf, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import { BETWEEN, isWithinScores, type ScoredClause, scoredClauseAt, scoredClauses } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { ElementSaid, Statement } from './statement.ts'

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
  const subject = SUBJECT.match(folded, start)
  const items = listItemsAt(folded, subject?.end ?? start)
  const found =
    items !== undefined
      ? (numbered(source, items, subject?.spans['subject']) ?? assigned(source, start, undefined))
      : (assigned(source, start, undefined) ??
        plain(source, start) ??
        single(source, start) ??
        enumerated(source, start) ??
        asked(source, start))
  if (found !== undefined) return [{ ...found, kind: 'elements', from: at, spans: found.spans ?? {} }]
  const pair = at === 0 ? pairAt(source, start) : undefined
  return pair === undefined ? [] : [{ ...pair, from: at }]
}

const WHAT = oneOf('要点', '要素', '内容', '标准', '依据', '细则', '方面', '办法', '条件')
/** 评价要点：, 主要考核以下4个方面： before a list; without a sign behind it only where a number follows. */
const HEADER = pattern`${maybe('其中:?')}${maybe('主要', '重点', '具体')}${maybe('绩效')}${maybe('从', '根据', '按', '按照')}${maybe('评价', '评分', '考核', '考察', '考评', '计分', '核查', '检查', '包括')}${maybe('以下[几一二三四五六七八九十两\\d]+(?:个|项|条)?')}${maybe(WHAT)}${maybe('进行', '主要')}${maybe('评价', '评分', '考核', '包括', '为', '有', '如下')}(?:[:,]\n?|\n|(?=[①-⑳⑴-⒇]|\([1一]\)))`

/** 档案资料①齐全；②规范: what all of them are about. */
const SUBJECT = pattern`${slot('subject', '[\\p{L}“”]{2,16}')}(?=①)`

// Numbered lists

function numbered(source: Source, items: readonly ListItem[], subject: Span | undefined): Found | undefined {
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
    const named = (each: ElementSaid): ElementSaid =>
      subject === undefined ? each : { ...each, text: textOf(source, subject) + each.text }
    elements.push(...read.elements.map(named))
    to = read.end
  }
  if (!isChecklist(source, elements, true)) return undefined
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

/** 资金拨付是否有完整的审批程序；是否符合批复用途: questions, each of them an element. */
function asked(source: Source, at: number): Found | undefined {
  const { folded } = source
  const elements: ElementSaid[] = []
  let place = at
  let to = at
  while (place < folded.length) {
    while (place < folded.length && BETWEEN.test(folded[place]!)) place++
    const limit = folded.slice(place).search(/[;。\n]/)
    const end = limit < 0 ? folded.length : place + limit
    const words = folded.slice(place, end)
    if (!/是否|有无|能否/.test(words) || !isFact(words) || closingAt(folded, place) !== undefined) break
    const span = trimmed(folded, place, end)
    elements.push({ text: textOf(source, span), span })
    place = to = end
  }
  return elements.length < 2 ? undefined : closed(source, { elements, to })
}

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
