import { Exact, sum } from '@yardstick/model'
import type { Fact, Rate } from './row-facts.ts'

/**
 * What a rate divides by what, told from its name and the names of the numbers beside it.
 *
 * | rate | is | told by |
 * |---|---|---|
 * | 执行率, 支出率 | spent ÷ budget | one spent amount; of several budgets the adjusted one (全年, 调整) counts, as in the national form |
 * | 到位率 | arrived ÷ due | one amount 到位, one 预算, 计划 or 应 |
 * | 人员控制率 | all heads ÷ all posts | posts say 编制, every other number is a kind of staff |
 * | 空编率 | (posts − heads) ÷ posts | one of each |
 * | 变动率, 增长率 | now ÷ before − 1 | two numbers of one name with two years, or 本年 and 上年 |
 * | any other 率, 占比 | done ÷ whole | exactly two numbers, one named as the whole, one as the part |
 *
 * A name that is not here, numbers that leave a choice, and numbers about something else give no expectation.
 */
export interface Expectation {
  /** Readings of the rule, the first of which is shown; any of them may be what is printed. */
  readonly quotients: readonly Quotient[]
  /** The same rate over a base that the rule passes over: the opening budget where an adjusted one is printed. */
  readonly otherBases: readonly Quotient[]
  /** Where the printed rate is right: what the row would also give, and which code says so. */
  readonly alternatives: readonly Alternative[]
  /** Whether a rate that is none of these is wrong, and not one of something else. */
  readonly isCertain: boolean
  /** The numbers that the rate was made of. */
  readonly of: readonly Fact[]
}

export interface Quotient {
  readonly ratio: Exact
  /** The division with its numbers: "62 ÷ 68". */
  readonly by: string
  /** The names of what is divided by. */
  readonly over: string
}

export interface Alternative {
  readonly code: 'AUDIT_RATE_DENOMINATOR' | 'AUDIT_RATE_BASIS'
  /** Nothing printed contradicts the rate; the reader has to know that the number could be another. */
  readonly severity: 'hint'
  readonly quotient: Quotient
}

export function expectRate(rate: Pick<Rate, 'name' | 'isOwn'>, facts: readonly Fact[]): Expectation | undefined {
  const { name } = rate
  if (/空编率|缺编率/.test(name)) return vacancies(facts)
  if (/(?:人员|供养|编制).*控制率|控编率|满编率/.test(name)) return staffing(facts)
  if (/执行率|支出率|支出进度|支付进度|预算完成率/.test(name)) return whenAbout(rate, execution(facts))
  if (/到位率/.test(name)) return whenAbout(rate, arrival(facts))
  if (/变动率|变化率|增长率|增幅|增长$|降幅|下降率/.test(name)) return whenAbout(rate, change(name, facts))
  if (TOLD_BY_WHAT_IS_NOT.test(name)) return undefined
  return /率$|占比|比例|比重/.test(name) ? whenAbout(rate, partOfWhole(name, facts)) : undefined
}

/**
 * A rate named 政府采购执行率 among numbers about the whole budget is a rate of something else. The words left of its name
 * after the words of the trade have to stand in the names of the numbers too; a row's own rate may also be made of
 * numbers whose names are nothing but such words (计划, 实际).
 */
function whenAbout(
  { name, isOwn }: Pick<Rate, 'name' | 'isOwn'>,
  found: Expectation | undefined,
): Expectation | undefined {
  if (found === undefined) return undefined
  const subject = subjectOf(name)
  const subjects = found.of.map((each) => subjectOf(each.label)).filter((each) => each !== '')
  if (subject === '') return found
  if (subjects.length === 0) return isOwn ? found : undefined
  return subjects.some((each) => shareTwoLetters(each, subject)) ? found : undefined
}

function subjectOf(label: string): string {
  return label.replace(WORDS_OF_THE_TRADE, '')
}

function shareTwoLetters(left: string, right: string): boolean {
  return Array.from({ length: left.length - 1 }, (_, at) => left.slice(at, at + 2)).some((each) => right.includes(each))
}

function vacancies(facts: readonly Fact[]): Expectation | undefined {
  const [posts, heads] = [facts.filter((each) => POSTS.test(each.label)), facts.filter((each) => isStaff(each))]
  const [post, head] = [posts[0], heads[0]]
  if (post === undefined || head === undefined || posts.length > 1 || heads.length > 1) return undefined
  if (post.value.sign <= 0) return undefined
  const ratio = post.value.minus(head.value).over(post.value)
  const by = `(${post.value.toText()} − ${head.value.toText()}) ÷ ${post.value.toText()}`
  return sure({ ratio, by, over: post.label }, facts)
}

/**
 * Some of the numbers may be parts of others; any sum of heads over any sum of posts is accepted, all over all shown. Of
 * so many small numbers other quotients mean nothing (10 ÷ 5 − 1 is 100 %), so none are offered in `of`.
 */
function staffing(facts: readonly Fact[]): Expectation | undefined {
  const posts = facts.filter((each) => POSTS.test(each.label))
  const heads = facts.filter((each) => !POSTS.test(each.label))
  if (posts.length === 0 || heads.length === 0 || Math.max(posts.length, heads.length) > 6) return undefined
  if (!heads.every(isStaff) || facts.some((each) => each.value.sign < 0)) return undefined
  const quotients = subsets(heads).flatMap((some) =>
    subsets(posts).flatMap((others) => sumQuotient(some, others) ?? []),
  )
  return quotients.length === 0 ? undefined : { quotients, otherBases: [], alternatives: [], isCertain: true, of: [] }
}

function execution(facts: readonly Fact[]): Expectation | undefined {
  const amounts = facts.filter((each) => SPENT.test(each.label) || BUDGET.test(each.label))
  const spents = amounts.filter((each) => SPENT.test(each.label) && !ENDS_AS_BUDGET.test(each.label))
  const [spent] = spents
  if (spent === undefined || spents.length > 1) return undefined
  const budgets = amounts.filter((each) => each !== spent && each.unit === spent.unit && each.value.sign > 0)
  const adjusted = budgets.filter((each) => ADJUSTED.test(each.label))
  const opening = budgets.filter((each) => OPENING.test(each.label))
  const plain = budgets.filter((each) => !ADJUSTED.test(each.label) && !OPENING.test(each.label))
  const preferred = adjusted.length > 0 ? adjusted : plain.length > 0 ? plain : opening
  const quotients = preferred.map((each) => quotientOf(spent, each))
  if (quotients.length === 0) return undefined
  return {
    quotients,
    // Only a printed adjusted budget makes the opening one the wrong base.
    otherBases: adjusted.length > 0 ? opening.map((each) => quotientOf(spent, each)) : [],
    alternatives: netOfRecall(spent, preferred, facts),
    isCertain: true,
    of: [spent, ...budgets],
  }
}

/** 年底收回: the budget of which part was called back is smaller by that part. */
function netOfRecall(spent: Fact, budgets: readonly Fact[], facts: readonly Fact[]): readonly Alternative[] {
  const [budget] = budgets
  const recalls = facts.filter((each) => /收回|上缴|退回/.test(each.label) && each.unit === spent.unit)
  const [recall] = recalls
  if (budget === undefined || recall === undefined || budgets.length > 1 || recalls.length > 1) return []
  const net = budget.value.minus(recall.value)
  if (net.sign <= 0 || recall.value.sign <= 0) return []
  const ratio = spent.value.over(net)
  const by = `${spent.value.toText()} ÷ (${budget.value.toText()} − ${recall.value.toText()})`
  const quotient = { ratio, by, over: `${budget.label} − ${recall.label}` }
  return [{ code: 'AUDIT_RATE_DENOMINATOR', severity: 'hint', quotient }]
}

function arrival(facts: readonly Fact[]): Expectation | undefined {
  const parts = facts.filter((each) => /到位/.test(each.label) && !/^应/.test(each.label))
  const wholes = facts.filter((each) => !parts.includes(each) && /预算|计划|应/.test(each.label))
  const [above, below] = [parts[0], wholes[0]]
  if (above === undefined || below === undefined || parts.length > 1 || wholes.length > 1) return undefined
  return below.value.sign > 0 && above.unit === below.unit ? sure(quotientOf(above, below), [above, below]) : undefined
}

/** 降幅 is printed with either sign. */
function change(name: string, facts: readonly Fact[]): Expectation | undefined {
  const pairs = facts.flatMap((now) => facts.flatMap((before) => (isLaterOf(now, before) ? [{ now, before }] : [])))
  const [pair] = pairs
  if (pair === undefined || pairs.length > 1 || facts.length > 2 || pair.before.value.sign <= 0) return undefined
  const { now, before } = pair
  const ratio = now.value.over(before.value).minus(Exact.one)
  const quotient = { ratio, by: `${now.value.toText()} ÷ ${before.value.toText()} − 1`, over: before.label }
  if (!/降/.test(name)) return sure(quotient, facts)
  const fall = { ...quotient, ratio: ratio.negated(), by: `1 − ${now.value.toText()} ÷ ${before.value.toText()}` }
  return { ...sure(quotient, facts), quotients: [fall, quotient] }
}

function isLaterOf(now: Fact, before: Fact): boolean {
  if (now === before || now.unit !== before.unit) return false
  const [year, earlier] = [yearOf(now.label), yearOf(before.label)]
  if (year !== undefined && earlier !== undefined) {
    return year > earlier && now.label.replace(/\d{4}年?/, '') === before.label.replace(/\d{4}年?/, '')
  }
  const stem = (label: string) => label.replace(/本年度?|今年|本期|当年|上年度?|去年|上期|年度?|数$/g, '')
  return (
    /本年|今年|本期|当年/.test(now.label) &&
    /上年|去年|上期/.test(before.label) &&
    stem(now.label) === stem(before.label)
  )
}

function yearOf(label: string): number | undefined {
  const match = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(label)
  return match === null ? undefined : Number(match[0])
}

/** One pair of one unit, or several pairs of which the printed rate has to be one. */
function partOfWhole(name: string, facts: readonly Fact[]): Expectation | undefined {
  const units = [...new Set(facts.map((each) => each.unit))]
  const quotients = units.flatMap((unit) => partOfWholePair(facts.filter((each) => each.unit === unit)) ?? [])
  const [quotient] = quotients
  if (quotient === undefined || quotients.length < units.length) return undefined
  if (quotients.length === 1) return sure(/节约率|节支率|结余率/.test(name) ? complement(quotient) : quotient, facts)
  const alternatives = /计划|完成|达成/.test(name)
    ? quotients.map((each) => ({ code: 'AUDIT_RATE_BASIS', severity: 'hint', quotient: each }) as const)
    : []
  return { quotients, otherBases: [], alternatives, isCertain: false, of: facts }
}

function partOfWholePair(facts: readonly Fact[]): Quotient | undefined {
  const [whole, part, third] = [...facts].sort((a, b) => roleOf(a.label) - roleOf(b.label))
  if (whole === undefined || part === undefined || third !== undefined || whole.value.sign <= 0) return undefined
  const roles = [roleOf(whole.label), roleOf(part.label)]
  return roles[0] === roles[1] || roles.includes(UNKNOWN) ? undefined : quotientOf(part, whole)
}

function complement({ ratio, by, over }: Quotient): Quotient {
  return { ratio: Exact.one.minus(ratio), by: `1 − ${by}`, over }
}

/** From the whole (0) to what is done with it (2); what was received of a plan and is spent from stands between. */
function roleOf(label: string): number {
  if (/^(?:应|计划|目标|预计|核定)/.test(label)) return 0
  if (/^已|^实[际有]|^完成|^办结/.test(label)) return 2
  if (ENDS_AS_BUDGET.test(label) || /总数|总量|总额|总人数|合计$|^编制/.test(label)) return 0
  if (/支出|执行数?$|决算|完成|办结|实有|在职|在编|合格|达标|及时|按时|有效|通过|参加|已/.test(label)) return 2
  if (/到位|收到|受理|下达|收回/.test(label)) return 1
  return /预算|计划|目标|应/.test(label) ? 0 : UNKNOWN
}

const UNKNOWN = 9

function sure(quotient: Quotient, of: readonly Fact[]): Expectation {
  return { quotients: [quotient], otherBases: [], alternatives: [], isCertain: true, of }
}

function quotientOf(part: Fact, whole: Fact): Quotient {
  return {
    ratio: part.value.over(whole.value),
    by: `${part.value.toText()} ÷ ${whole.value.toText()}`,
    over: whole.label,
  }
}

function sumQuotient(parts: readonly Fact[], wholes: readonly Fact[]): Quotient | undefined {
  const whole = sum(wholes.map((each) => each.value))
  if (whole.sign <= 0) return undefined
  const text = (facts: readonly Fact[]) => {
    const joined = facts.map((each) => each.value.toText()).join(' + ')
    return facts.length > 1 ? `(${joined})` : joined
  }
  const ratio = sum(parts.map((each) => each.value)).over(whole)
  return { ratio, by: `${text(parts)} ÷ ${text(wholes)}`, over: wholes.map((each) => each.label).join(' + ') }
}

/** All of them first, then every other choice of at least one. */
function subsets(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const count = 2 ** facts.length - 1
  return Array.from({ length: count }, (_, index) => facts.filter((_, bit) => ((count - index) >> bit) % 2 === 1))
}

function isStaff(fact: Fact): boolean {
  return !POSTS.test(fact.label) && STAFF.test(fact.label)
}

const POSTS = /编制(?!外)|核定/
const STAFF = /实有|在职|在编|现有|在岗|参公|参照|工勤|行政|事业|人员|聘用|职工|人数/
const SPENT = /执行数|支出|决算|支付|^实际(?!到位)/
const BUDGET = /预算|年初|全年|调整|下达|到位|计划|指标数/
const ENDS_AS_BUDGET = /(?:预算|计划|指标)数?$/
const ADJUSTED = /全年(?!执行|支出)|调整(?!率)/
const OPENING = /年初|期初/
/** 失业率, 差错率, 满意率: made of what is not named beside them, or not of counts at all. */
const TOLD_BY_WHAT_IS_NOT = /[不未]|满意|差错|失业|逾期|遗失|空置|流失|淘汰|退|倍率|利率|税率|费率/
const WORDS_OF_THE_TRADE =
  /预算|计划|目标|实际|完成|达成|支出|支付|执行|决算|资金|部门|整体|项目|单位|情况|全年|年初|年末|年底|年度|上年|去年|本年|今年|当年|本期|上期|调整后?|下达|总数|总量|总额|数量|金额|进度|控制|变动|变化|增长|增幅|下降|降幅|到位|占比|比例|比重|[年应已率数额后的\d（）()%]/g
