import { unitOf } from '@yardstick/model'

/**
 * Units as tables use them. The unit table of `model` knows those that convert; these are the counting words beside them,
 * by which `50个` is told from `4个机构进行了调研`. A unit missing here is still read, with less confidence.
 */
export function isUsualUnit(text: string): boolean {
  const [head = '', per, ...rest] = text.split(/[/／]/)
  return rest.length === 0 && isUsualWord(head) && (per === undefined || isUsualWord(per.replace(PER_MANY, '')))
}

/** 人/10万: so many to a round number, of which nothing may be named. */
const PER_MANY = /^\d*[十百千万亿]*/

function isUsualWord(word: string): boolean {
  return word === '' || isKnown(word) || COUNTING.has(word)
}

/** Whether the unit table of `model` has it, so that 万元 is a unit and not 万 and 元. */
export function isKnown(text: string): boolean {
  const unit = unitOf(text)
  return unit.kind !== text || unit.factor.numerator !== unit.factor.denominator
}

const COUNTING: ReadonlySet<string> = new Set(
  (
    '个 项 次 人 名 户 家 所 套 台 件 份 场 期 篇 条 宗 批 辆 座 处 栋 间 张 本 册 部 门 届 轮 组 队 块 片 株 棵 头 只 羽 尾 枚 支 根 ' +
    '盏 眼 口 床 床位 班 班次 人次 人天 课时 学时 学分 小时 分钟 秒 天 日 周 旬 月 个月 季度 年 工作日 个工作日 自然日 日历天 ' +
    '元 角 分 度 千瓦时 万千瓦时 千瓦 兆瓦 兆 米 厘米 毫米 平方 立方米 万立方米 升 毫升 克 毫克 公顷 个点 百分点 个百分点 位 例 起 案 步 级 ' +
    '村 个村 乡 镇 社区 县 市 区 机构 企业 单位 部门 学校 医院 项目 品种 元/人 元/月 美元 万美元 亿美元 标箱 车次 架次 床日 人日 ' +
    '平方公里 KB MB GB TB kWh km m kg t pcs items people persons days hours'
  ).split(' '),
)
