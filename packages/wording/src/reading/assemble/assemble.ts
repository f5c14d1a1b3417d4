import { Exact, type Item, type Rule } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { nameOf, type Row } from '../row.ts'
import type { Statement } from '../statement.ts'
import { assembleCurve } from './curve.ts'
import type { Draft } from './draft.ts'
import { assembleIntervals } from './intervals.ts'
import { assembleJudged } from './judged.ts'
import { assembleMixed } from './mixed.ts'
import { assembleProportion } from './proportion.ts'
import { assembleSteps } from './steps.ts'
import { type Defined, definedBy, isAlike, isOfOtherPoints, quotientOf } from './value-formula.ts'

/** The one method that the statements of a text are together; undefined where they are none that can be said for certain. */
export function assemble(said: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const statements = said.map((each) => withOwnValue(each, row))
  const formulas = statements.filter((each) => each.kind === 'formula')
  const subjects = statements.flatMap((each) => ('subject' in each && each.subject !== undefined ? [each.subject] : []))
  const defined = definedBy(formulas, subjects, row)
  if (formulas.some((each) => each.isMended || (each.isScore && isOfOtherPoints(each, statements, row))))
    return undefined
  if (isBesideDefined(statements, defined)) return undefined
  const isRate = defined.measures.find(({ id }) => defined.actual?.includes(id))?.type === 'rate'
  const own =
    defined.actual === undefined
      ? row
      : row.with({ actual: defined.actual, ...(isRate ? { valueType: 'rate' as const } : {}) })
  if (!isOneValue(statements, own, defined) || statements.some((each) => isOfMore(each, own))) return undefined
  const rules = statements
    .filter((each) => each.kind !== 'formula' || each.isScore)
    .map((each) => asProportion(each, own))
  const draft = attempt(rules, own, defined, asking)
  if (draft === undefined) return undefined
  formulas.forEach((each, index) => {
    if (!each.isScore)
      asking.mark(`/measures/${Math.min(index, defined.measures.length - 1)}/formula`, each.spans['formula'] ?? each)
  })
  settle(rules, draft, own, asking)
  const actual = draft.actual ?? defined.actual
  const beside = besideOf(statements, asking)
  const items = [...defined.items, ...(draft.items ?? []), ...beside.items]
  return {
    ...draft,
    ...(actual === undefined ? {} : { actual }),
    measures: defined.measures,
    leaf: { ...draft.leaf, ...beside.leaf },
    rules: beside.rules,
    items: items.filter(({ id }, index) => items.findIndex((other) => other.id === id) === index),
  }
}

/** 处理率 in a score of 垃圾处理率 is the value of the row. */
function withOwnValue(each: Statement, row: Row): Statement {
  if (each.kind !== 'formula' || !each.isScore) return each
  const isOwn = ({ name, role, type }: (typeof each.operands)[number]) =>
    role === 'item' && (type === 'rate' || row.kind === 'rate') && isAlike(name, row.name)
  if (each.operands.filter(isOwn).length !== 1) return each
  const operands = each.operands.map((operand) => (isOwn(operand) ? { ...operand, role: 'self' as const } : operand))
  return { ...each, operands }
}

/** Methods in the order of what they can say; what one of them asked in vain is asked only where none succeeds. */
function attempt(rules: readonly Statement[], row: Row, defined: Defined, asking: Asking): Draft | undefined {
  const kinds = new Set(rules.map(({ kind }) => kind))
  const isLine = rules.some((each) => each.kind === 'proportion' && each.of === 'interpolation')
  const mixed = (_: readonly Statement[], __: Row, own: Asking) => assembleMixed(rules, row, defined, own)
  const isJudged = kinds.has('elements') || kinds.has('levels') || kinds.has('discretion')
  const ways = isJudged
    ? [assembleJudged]
    : isLine
      ? [assembleCurve]
      : kinds.has('steps')
        ? [...(kinds.has('proportion') || kinds.has('formula') ? [] : [assembleSteps]), mixed]
        : kinds.has('proportion')
          ? [...(kinds.has('formula') ? [] : [assembleProportion]), mixed]
          : kinds.has('formula')
            ? [mixed]
            : kinds.has('score')
              ? [assembleIntervals]
              : []
  let asked: Asking | undefined
  for (const way of ways) {
    const own = asking.fork()
    const draft = way(rules, row, own)
    if (draft !== undefined) {
      asking.take(own)
      return draft
    }
    asked ??= own.questions.length > 0 ? own : undefined
  }
  if (asked !== undefined) asking.take(asked)
  return undefined
}

/** 得分＝实际值÷目标值×分值 is the proportion that 按完成比例得分 means. */
function asProportion(each: Statement, row: Row): Statement {
  if (each.kind !== 'formula' || !each.isScore) return each
  const quotient = quotientOf(each, row)
  if (quotient === undefined) return each
  const { from, to, spans, extent } = each
  const subject = quotient === 'actual' ? row.name : undefined
  return {
    kind: 'proportion',
    of: 'score',
    quotient,
    from,
    to,
    spans: { ...spans, words: spans['formula'] },
    ...(extent === undefined ? {} : { extent }),
    ...(subject === undefined ? {} : { subject }),
  }
}

/** 满意度达到95%得5分，及时率达到90%得5分 are two values, and no bands of one. */
function isOneValue(statements: readonly Statement[], row: Row, defined: Defined): boolean {
  const subjects = new Set<string>()
  for (const each of statements) {
    if (each.kind !== 'score' && each.kind !== 'proportion') continue
    const subject = each.subject?.replace(SPOKEN, '') ?? ''
    if (subject !== '') subjects.add(subject)
  }
  const isOwn = (subject: string) =>
    row.name.includes(subject) ||
    subject.includes(row.name) ||
    [...defined.names].some((name) => isAlike(name, subject))
  // 群众满意度达到90%得满分，满意度低于60%不得分: the same, said shorter.
  const [shortest = ''] = [...subjects].sort((one, other) => one.length - other.length)
  const isShortened = shortest.length > 2 && [...subjects].every((subject) => subject.endsWith(shortest))
  return subjects.size <= 1 || [...subjects].every(isOwn) || (subjects.size === 2 && isShortened && isOwn(shortest))
}

/** 及时率=…，得分=到位率×10: the score is of something else than what the text defines. */
function isBesideDefined(statements: readonly Statement[], { measures, names }: Defined): boolean {
  const scores = statements.filter((each) => each.kind === 'formula' && each.isScore)
  const isOther = statements.every(
    (each) =>
      each.kind !== 'formula' ||
      !each.isScore ||
      each.operands.every(({ name, role }) => (role === 'item' && !names.has(name)) || role === 'points'),
  )
  const isHeldAgainst = statements.some(({ kind }) => kind === 'score' || kind === 'steps')
  return measures.length > 0 && scores.length > 0 && isOther && !isHeldAgainst
}

/** 完成率、及时率均≥95%, 同时满足…, 完成目标90%以上 of a rate, 按超额比例: the value is not, or not alone, what is spoken of. */
function isOfMore(each: Statement, row: Row): boolean {
  const subject = 'subject' in each ? each.subject : undefined
  if (subject === undefined || row.name.includes(subject)) return false
  if (each.kind === 'proportion' && OF_TARGET.test(subject)) return false
  if (IN_TIME.test(subject) && !IN_TIME.test(row.name)) return true
  if (JOINED.test(subject) && !JOINED.test(row.name)) return true
  const { goal } = row
  if (each.kind === 'proportion') return each.of === 'score' && /^(?:按|按照)?(?:超额|超出|超过)/.test(subject)
  const isOfShare = goal?.value.endsWith('%') === true && !Exact.of(goal.value).equals(Exact.one)
  return isOfShare && /(?:目标|目标值|指标值|计划|计划数|任务)的?$/.test(subject)
}

/** 实际完成数与目标值的比例: one proportion of two figures, both the row's own. */
const OF_TARGET =
  /^(?:按|按照)?(?:全年)?(?:实际|完成)[^与和占]*(?:与|和|占)(?:年度)?(?:目标|计划|指标)[^与和占]*的?(?:比例|比值|比率|百分比|比)$/

/** 按期培训100人: that many, and in time. */
const IN_TIME = /按期|按时|如期|准时|及时(?!率|性|度)/
const JOINED =
  /同时|(?:率|度|数|值|量|比例|达标|合格)(?:、|和|与|及|以及|且|并且).*(?:率|度|数|值|量|比例|质量|达标|合格)|^(?:均|都)$/

/** Words for the value whatever it is called. */
const SPOKEN =
  /^(?:实际|该|此|本|的|项目|年度|全年)+|(?:实际值|完成值|完成率|完成比例|指标值|比例|比率|得分|情况|实际|数值|的|时|在|为|是)+$/g

/** What says how far a score goes has to fit the rule: 最高得5分 of 10 is no rule of 10 points. */
function settle(rules: readonly Statement[], { scoring }: Draft, row: Row, asking: Asking): void {
  for (const each of rules) {
    const isOdd =
      (each.kind === 'settle' &&
        each.what === 'cap' &&
        each.points !== undefined &&
        !Exact.of(each.points).equals(row.points)) ||
      (each.kind === 'settle' && each.what === 'limit' && scoring.method !== 'steps') ||
      (each.kind === 'count' && scoring.method !== 'steps' && scoring.method !== 'formula')
    if (isOdd) asking.ask({ kind: 'unread', answers: ['note', 'judgement'] }, each)
  }
}

/** 不适用 and facts that take everything: fields of the row and rules of the scheme. */
function besideOf(statements: readonly Statement[], asking: Asking): Required<Pick<Draft, 'leaf' | 'rules' | 'items'>> {
  let leaf: Draft['leaf'] = {}
  const rules: Omit<Rule, 'id'>[] = []
  const items: Item[] = []
  for (const each of statements) {
    if (each.kind === 'note' && each.leaf !== undefined) {
      leaf = { ...leaf, ...each.leaf }
      for (const field of Object.keys(each.leaf)) asking.mark(`/leaf/${field}`, each)
    }
    if (each.kind !== 'gate') continue
    const name = nameOf(each.fact.replace(/^(?:本年度|当年|年度内|本年|年内)/, ''))
    items.push({ id: name, type: 'boolean' })
    asking.mark(`/rules/${rules.length}`, each)
    rules.push({
      name: `${each.fact}，不得分`,
      conditions: { all: [{ fact: name, operator: 'equal', value: true }] },
      event: { type: 'zero', params: { indicator: '', reason: each.fact } },
    })
  }
  return { leaf, rules, items }
}
