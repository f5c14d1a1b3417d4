import { readNumeral } from '../numeral.ts'
import { exactOf, scaled } from '../target/measured.ts'
import { isKnown } from '../words/units.ts'
import { maybe, oneOf } from './pattern.ts'

/** What sentences of rules are made of, as regular expressions over a folded text, and what numbers in them mean. */

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const IN_WORDS = '[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?'
export const NUMBER = `(?:${DIGITS}|${IN_WORDS})`
export const PERCENT = `(?:${DIGITS}%|百分之(?:${DIGITS}|${IN_WORDS}))`

/** Counting words and units, as they stand behind a number; longer ones first. */
const UNIT_WORDS = (
  '岁 级 台(套) 个(套) 处(次) 万元 亿元 千元 元 万人次 万人 人次 人天 人日 人 名 户 家 所 套 台 件 份 场 场次 期 篇 条 宗 批次 批 辆 座 处 栋 间 张 本 册 部 门 届 轮 组 队 块 片 株 棵 头 只 ' +
  '枚 支 根 盏 眼 口 床位 床 班次 班 个次 课时 学时 学分 个 项次 项 次 个工作日 工作日 个自然日 自然日 日历天 个月 季度 小时 分钟 秒 天 日 周 月 年 度 位 例 起 案 步 级 ' +
  '平方米 平方公里 公里 千米 米 亩 公顷 吨 公斤 千克 克 微克÷立方米 立方米 千瓦时 千瓦 度电 升 标箱 车次 架次 种 点 款 人÷万人 笔 元÷人 分 %'
).split(' ')
export const UNIT = oneOf(...UNIT_WORDS)
/** A point of a percentage. */
export const PERCENT_POINTS = oneOf('个百分点', '百分点', '个百分比', '个点')

/** A value that something is held against: 95%, 50人次, 百分之九十, 3.5. */
export const VALUE = `(?:-?${PERCENT}|-?${NUMBER}(?:${PERCENT_POINTS}|[万亿]?${UNIT})?)`

/** The number of words such as 3.5, 三, 百分之九十: canonical decimal text, "90%" for a percentage. */
export function numberOf(words: string): string | undefined {
  const numeral = readNumeral(words, 0)
  return numeral?.end === words.length ? numeral.text : undefined
}

/** A number with its unit as it is compared: 10万份 is 100000份. */
export interface Amount {
  /** Canonical decimal text, with % for a rate. */
  readonly value: string
  readonly unit: string | undefined
  /** 5个百分点: a distance, not a value. */
  readonly isPoints: boolean
}

export function amountOf(words: string): Amount | undefined {
  const numeral = readNumeral(words, 0)
  if (numeral === undefined) return undefined
  const tail = words.slice(numeral.end)
  if (new RegExp(`^${PERCENT_POINTS}$`, 'u').test(tail))
    return { value: `${numeral.text}%`, unit: undefined, isPoints: true }
  const read = scaled([numeral.text], isKnown(tail) ? undefined : tail, tail)
  const [value] = read?.values ?? []
  return read === undefined || value === undefined ? undefined : { value, unit: read.unit, isPoints: false }
}

/** Whether two texts of numbers are the same number. */
export function isSameNumber(one: string, other: string): boolean {
  return one.endsWith('%') === other.endsWith('%') && exactOf(one).equals(exactOf(other))
}

/** The points of the leaf, as tables call them. */
export const ITS_POINTS = oneOf(
  ...[
    '',
    '该项',
    '本项',
    '此项',
    '该指标',
    '本指标',
    '指标',
    '该项指标',
    '本项指标',
    '标准',
    '相应',
    '总',
    '对应',
    '所占',
  ].flatMap((whose) =>
    ['分值', '权重分', '权重分值', '权重', '分数', '标准分', '满分', '总分', '分', '得分'].map((what) => whose + what),
  ),
)

/** Gives: 得, 计, 记 …; what may stand between a condition and what it gives. */
export const THEN = `[,:]?${maybe('的')}[,:]?`
export const GIVES = `${maybe(oneOf('该项', '本项', '此项', '该指标', '本指标', '指标', '则', '可', '可以', '均', '该项指标'))}${oneOf('得', '计', '记', '给', '赋', '评', '可得', '得分为', '得分', '评分', '计分', '赋分', '赋', '打', '为', '给予')}${maybe(':', '=')}`
export const FULL_POINTS = oneOf(
  '满分',
  '全分',
  '全部分',
  '全部分值',
  '该项满分',
  '该指标满分',
  '本项满分',
  '指标满分',
  '权重分',
  '全部权重分',
  '标准分',
  '指标分值',
  '该指标分值',
  '该项分值',
  '满分值',
  '全部得分',
)
export const NO_POINTS = oneOf(
  '不得分',
  '不计分',
  '不给分',
  '不记分',
  '不赋分',
  '得0分',
  '计0分',
  '记0分',
  '得零分',
  '为0分',
  '0分',
  '零分',
  '不予得分',
  '不予计分',
  '均不得分',
  '扣除全部分值',
  '扣全部分值',
  '扣除全部分',
  '扣全部分',
  '扣完全部分值',
  '本项不得分',
  '该项不得分',
  '此项不得分',
  '该指标不得分',
  '指标不得分',
  '则不得分',
  '一律不得分',
  '得分为0',
  '直接计0分',
  '直接不得分',
  '本项直接计0分',
  '直接得0分',
  '得分0',
)
