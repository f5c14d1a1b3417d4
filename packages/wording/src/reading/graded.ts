import { Exact } from '@yardstick/model'
import { NUMBER, numberOf, PERCENT } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import { BETWEEN, type GivenScore, isWithinScores, type ScoredClause, scoredClauses } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { LevelSaid, Statement } from './statement.ts'

/**
 * Judged grades: 合理得2分，基本合理得1分，不合理不得分. They are told from the points of a checklist by their names, which say
 * one thing to several degrees (健全, 较健全, 不健全) or are grades (优, 良, 中, 差; A、B、C), and by what they give, which
 * falls from each to the next. All or nothing (合理得2分，不合理不得分) is no matter of degree and left to the checklist.
 */
export function gradedAt(source: Source, at: number, row: { readonly points?: string } = {}): Statement[] {
  const { folded } = source
  if (isWithinScores(folded, at)) return []
  const start = LEAD.match(folded, at)?.end ?? at
  const found = respectivelyAt(source, at) ?? listAt(source, start, row.points)
  if (found === undefined) return []
  return [{ kind: 'levels', levels: found.levels, from: at, to: found.end, spans: {} }]
}

const LEAD = pattern`${maybe('其中:?', '即', '评价标准:', '评分标准:', '评分:', '按评定等级计分:', '评定等级:', '(?:按|根据|依据)[^,;。:\\n]{2,24}(?:情况|程度|结果|等级|等次)[^,;。:\\n]{0,12}[,:]', '(?:分为?|划分为)?[二三四五六2-6两]个?(?:档|等级|级|等次|等|档次)[,:]')}${maybe('\\n')}`

interface Levels {
  readonly levels: readonly LevelSaid[]
  readonly end: number
}

/** 优得100%，良得80%，…: all the clauses that stand here, if they are of one family. */
function listAt(source: Source, at: number, points: string | undefined): Levels | undefined {
  const { folded } = source
  const clauses = scoredClauses(folded, at)
  const names = clauses.map(({ text }) => nameOf(folded.slice(text.from, text.to)))
  if (clauses.length < 2 || isAllOrNothing(clauses, names)) return undefined
  const isDown = isFalling(clauses.map(({ score }) => score))
  const isUp = isFalling(clauses.map(({ score }) => score).reverse())
  if (!isDown && !isUp) return undefined
  // Ranges are left to somebody's judgement whatever the grades are called.
  const isOfRanges = clauses.filter(({ score }) => score.is === 'range').length > 1
  const isOneThing = isFamily(isDown ? names : [...names].reverse())
  if (!isOneThing && !isOfRanges && !(isDown && isExclusive(clauses, points))) return undefined
  if (!isOneThing && names.some(isOfValue)) return undefined
  const levels = clauses.map((clause): LevelSaid => levelOf(source, clause))
  return { levels: isDown ? levels : levels.reverse(), end: clauses.at(-1)!.end }
}

/**
 * 一次性验收合格得4分，整改后合格得2分，不合格不得分, of 4 points: the first gives all of them, so the others are what else may be
 * found. Two of them may as well be a checklist that does not add up.
 */
function isExclusive(clauses: readonly ScoredClause[], points: string | undefined): boolean {
  const [first] = clauses
  const isAll =
    first?.score.is === 'full' ||
    (first?.score.is === 'points' && (first.score.score === points || first.score.score === '100%'))
  return clauses.length > 2 && isAll
}

/** Words on numbers, places and what others reach: they are no grades that somebody judges. */
function isOfValue(name: string): boolean {
  return /\d|[≥≤<>]|百分之|第[一二三四五六七八九十]|前[一二三四五六七八九十]|名次|排名|同比|环比|持平|平均|较上年|上升|下降|目标值|指标值|扣|以上|以下/.test(
    name,
  )
}

const YES_OR_NO = /^(?:是,否|有,无|有,没有)$/

function levelOf(source: Source, { text, score }: ScoredClause): LevelSaid {
  const from = text.from + leadOf(source.folded.slice(text.from, text.to))
  const name = bare(source.written(from, text.to))
  return { name, span: { from, to: text.to }, ...worth(score) }
}

/** Ends of a range from the lower to the higher. */
function worth(score: GivenScore): Pick<LevelSaid, 'score' | 'from' | 'to'> {
  if (score.is === 'full') return { score: '100%' }
  if (score.is === 'none') return { score: '0' }
  if (score.is === 'points') return { score: score.score }
  const isUp = Exact.of(score.from).atMost(Exact.of(score.to))
  return isUp ? { from: score.from, to: score.to } : { from: score.to, to: score.from }
}

const bare = (name: string) => name.replace(/^["“'‘]+|["”'’]+$/g, '').replace(/\s+/g, '')

/** Words before the name of a grade. */
function leadOf(words: string): number {
  return /^(?:(?:评价|评定|考核|综合)?(?:结果|等级|等次|结论)?(?:评)?为|属于|评价)?/.exec(words)![0].length
}
const nameOf = (words: string) =>
  bare(words.slice(leadOf(words)).replace(/\([^()]*\)$/, '')).replace(/^["“]|["”]$|(?:等次|等级|档次|的)+$/g, '')

function isFalling(scores: readonly GivenScore[]): boolean {
  const isShares = scores.map(isShare).filter((each) => each !== undefined)
  if (new Set(isShares).size > 1) return false
  return scores.every((score, index) => {
    const before = scores[index - 1]
    if (before === undefined) return true
    if (before.is === 'none' || score.is === 'full') return false
    if (before.is === 'full' || score.is === 'none') return true
    return lowOf(score).lessThan(lowOf(before)) && highOf(score).atMost(lowOf(before))
  })
}

function isShare(score: GivenScore): boolean | undefined {
  if (score.is === 'points') return Exact.of(score.score).sign === 0 ? undefined : score.score.endsWith('%')
  if (score.is !== 'range') return undefined
  return [score.from, score.to].some((end) => end.endsWith('%'))
}

function lowOf(score: GivenScore): Exact {
  if (score.is === 'range') return Exact.of(score.from).min(Exact.of(score.to))
  return score.is === 'points' ? Exact.of(score.score) : Exact.zero
}

function highOf(score: GivenScore): Exact {
  return score.is === 'range' ? Exact.of(score.from).max(Exact.of(score.to)) : lowOf(score)
}

function isAllOrNothing(clauses: readonly ScoredClause[], names: readonly string[]): boolean {
  if (YES_OR_NO.test(names.join(','))) return false
  const [, second] = clauses
  const score = second?.score
  return (
    clauses.length === 2 &&
    (score?.is === 'none' || (score?.is === 'points' && Exact.of(score.score).sign === 0)) &&
    clauses[0]!.score.is !== 'range'
  )
}

const GRADES = new RegExp(
  `^(?:${oneOf('优', '优秀', '良', '良好', '中', '中等', '一般', '合格', '基本合格', '不合格', '及格', '不及格', '差', '较差', '很差', '好', '很好', '较好', '高', '较高', '低', '较低', '强', '较强', '较弱', '弱', '满意', '基本满意', '较满意', '比较满意', '非常满意', '不满意', '很满意', '达标', '基本达标', '不达标', '未达标', '显著', '较显著', '明显', '较明显', '不明显')}|[a-e]\\+?(?:级|档|类|等)?|第?[一二三四五1-5](?:档|等|级|类)|[ⅰ-ⅴ](?:级|类))$`,
  'u',
)
const DEGREES = [
  ...[
    '较为',
    '比较',
    '较',
    '基本上',
    '基本',
    '大部分',
    '部分',
    '一般',
    '不够',
    '欠',
    '不太',
    '不',
    '未能',
    '未',
    '没有',
    '无',
  ],
  ...[
    '完全',
    '全部',
    '全面',
    '非常',
    '十分',
    '很',
    '有所',
    '显著',
    '明显',
    '略',
    '稍',
    '个别',
    '少数',
    '多数',
    '大多',
    '有',
    '能够',
    '能',
    '相对',
    '严重',
  ],
  ...['及时', '按时', '按期', '如期', '延迟', '延期', '逾期', '超期', '推迟', '滞后', '提前'],
]
const DEGREE = new RegExp(`^${oneOf(...DEGREES)}+`, 'u')

/** Names of one family, best first: grades, or one thing to different degrees. */
export function isFamily(names: readonly string[]): boolean {
  if (
    names.some((name) => name === '' || name.length > 40 || /最高|最低|最多/.test(name)) ||
    new Set(names).size < names.length
  )
    return false
  if (YES_OR_NO.test(names.join(','))) return true
  const prefix = commonPrefix(names)
  const tails = names.map((name) => name.slice(prefix))
  if (tails.every((tail) => GRADES.test(tail))) return true
  // 制度健全, 较健全, 不健全: the first one names the subject, too.
  const [first = '', ...others] = names
  if (others.every((name) => GRADES.test(name)) && GRADES.test(lastWords(first, others))) return true
  if (isOneThing(tails) || isOneThing(names)) return true
  // 效益显著, 较显著, 一般, 无效益.
  const last = names.at(-1)!
  const lacking = /^(?:无|没有|未|不)(?:相关|明显|显著)?(.{2,})$/u.exec(last)?.[1]
  return names.length > 2 && lacking !== undefined && sharesWords(first, lacking) && isFamily(names.slice(0, -1))
}

/** Two letters in a row that stand in both. */
function sharesWords(one: string, other: string): boolean {
  return [...other].some((letter, index) => index > 0 && one.includes(other[index - 1]! + letter))
}

/** The end of the first name, as long as the longest of the others. */
function lastWords(first: string, others: readonly string[]): string {
  const length = Math.max(...others.map((name) => name.length))
  for (let size = length; size > 0; size--) if (GRADES.test(first.slice(-size))) return first.slice(-size)
  return ''
}

function isOneThing(names: readonly string[]): boolean {
  const stems = names.map((name) => name.replace(DEGREE, ''))
  const degrees = names.map((name, index) => name.slice(0, name.length - stems[index]!.length))
  if (new Set(degrees).size < names.length && new Set(names).size < names.length) return false
  if (degrees.filter((degree) => degree !== '').length < names.length - 1) return false
  const [first = '', ...rest] = stems
  const shortest = [...rest].sort((one, other) => one.length - other.length)[0] ?? ''
  if (shortest === '') return stems.every((stem) => stem === '' || stem === first)
  return rest.every((stem) => stem.endsWith(shortest) || stem.startsWith(shortest)) && first.includes(shortest)
}

function commonPrefix(names: readonly string[]): number {
  const [first = '', ...others] = names
  let size = 0
  while (size < first.length && others.every((name) => name[size] === first[size])) size++
  // 较好 and 较差 share a degree, not a subject.
  while (size > 0 && DEGREES.some((degree) => degree.startsWith(first[size - 1]!))) size--
  return size
}

const VALUE = `(?:${PERCENT}|${NUMBER})${maybe('分')}${maybe('\\(含\\)', '\\(不含\\)')}`
const VALUES = `${VALUE}(?:[-~至]${VALUE})?(?:[、,;和及]${VALUE}(?:[-~至]${VALUE})?)+`
const HEAD = `(?:[^,;。\\n]{0,30}?(?:分为|分成|划分为|按照?|评定为|包括|设))?${maybe(':')}`
const RESPECTIVELY = pattern`${HEAD}${slot('names', '[^;。\\n]{3,160}?')}${maybe('等')}${maybe('[二三四五六两2-6]个?(?:档次|档|等级|等次|级|等|类|种情况)')}${maybe('进行评价', '评定', '计分', '评分')}[,:;]?${maybe('并')}${oneOf('分别', '依次', '相应', '对应')}${maybe('按照', '按', '对应', '以', '为', '在')}${maybe('[^,;。\\n\\d%]{0,12}?区间')}${maybe('得', '计', '赋', '记', '取', '给', '给予', '赋予')}${maybe('该?(?:指标)?(?:分值|权重分?|满分|标准分)', '满分', '权重')}${maybe('的')}${slot('values', VALUES)}${maybe('的?该?(?:指标)?(?:分值|权重分|权重|满分)')}${maybe('区间内?', '之间', '范围内')}${maybe('合理')}${maybe('填写', '得分', '计分', '确定', '评定', '计算', '打分', '赋分', '给分', '评分', '计')}${maybe('完成比例', '分值', '得分', '分数', '比例')}`

/** 分为优、良、中、差四档，分别得分值的100%、80%、60%、0: as many values as names, in their order. */
function respectivelyAt(source: Source, at: number): Levels | undefined {
  const { folded } = source
  const match = RESPECTIVELY.match(folded, at)
  const names = match?.spans['names']
  const values = match?.said['values']
  if (match === undefined || names === undefined || values === undefined) return undefined
  const spans = parts(folded, names)
  const scores = values.split(/[、,;和及]/).map(scoreOf)
  if (spans.length !== scores.length || scores.some((score) => score === undefined)) return undefined
  // 5、4、3、0分 are points, 100%、80%、0 shares; both at once is neither.
  const given = scores as GivenScore[]
  if (!isFalling(given)) return undefined
  const levels = spans.map((span, index): LevelSaid => {
    const name = bare(source.written(span.from, span.to))
    return { name, span, ...worth(given[index]!) }
  })
  return { levels, end: match.end }
}

function parts(folded: string, { from, to }: { from: number; to: number }): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let start = from
  for (let place = from; place <= to; place++) {
    // “达成”“部分达成”“未达成” need nothing between.
    const isQuoted = place < to && folded[place] === '“' && folded[place - 1] === '”'
    if (place < to && !isQuoted && !BETWEEN.test(folded[place]!) && folded[place] !== '和') continue
    if (place > start) found.push({ from: start, to: place })
    start = isQuoted ? place : place + 1
  }
  return found
}

function scoreOf(words: string): GivenScore | undefined {
  const ends = words
    .replace(/\((?:不?含)\)|分/g, '')
    .split(/[-~至]/)
    .map((end) => numberOf(end))
  const [from, to] = ends
  if (from === undefined || (ends.length > 1 && to === undefined)) return undefined
  return to === undefined ? { is: 'points', score: from } : { is: 'range', from, to }
}
