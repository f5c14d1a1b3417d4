import { NUMBER, numberOf } from './lexemes.ts'
import { maybe, maybeSlot, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import { scoredClauseAt } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { DiscretionStatement, Statement } from './statement.ts'

/**
 * A person gives the points: 根据完成情况酌情计分, 否则酌情扣分, 由专家组评分，取平均分, 去掉一个最高分和一个最低分后取平均值. How many
 * experts it takes is what the text says; else one, and three where two scores are left out.
 */
export function discretionAt(source: Source, at: number, row: { readonly points?: string } = {}): Statement[] {
  const { folded } = source
  const panel = panelAt(folded, at)
  if (panel !== undefined) return [{ kind: 'discretion', panel: panel.panel, from: at, to: panel.end, spans: {} }]
  // 能够保障参保市民利益得15分，否则酌情扣分
  const clause = scoredClauseAt(folded, at)
  if (clause !== undefined && clause.score.is !== 'none') {
    const place = clause.end + (/^[,;。]/.test(folded.slice(clause.end)) ? 1 : 0)
    const end = endOf([ELSE, ELSE_RANGE], folded, place, row.points)
    if (end !== undefined) return [{ kind: 'discretion', from: at, to: end, spans: {} }]
  }
  const end = endOf(AT_DISCRETION, folded, at, row.points)
  return end === undefined ? [] : [{ kind: 'discretion', from: at, to: end, spans: {} }]
}

/** Where the first of these ends; 给0-5分 leaves all points to somebody only where they are five. */
function endOf(forms: readonly Pattern[], folded: string, at: number, points: string | undefined): number | undefined {
  for (const form of forms) {
    const match = form.match(folded, at)
    const most = match?.said['most']
    if (match === undefined) continue
    if (most === undefined || match.said['takes'] !== undefined || numberOf(most) === points) return match.end
  }
  return undefined
}

const END = '(?=[,;。\\n)]|$)'
const BY = maybe(
  '(?:根据|依据|按照?|视|结合|参照|综合)[^,;。\\n]{0,30}?(?:情况|程度|结果|效果|材料|质量|表现|水平|汇报|考察|评审)?[,:]?',
)
const WHO = maybe('由?(?:评价|评审|考核|评分)(?:人员|小组|工作组|组|机构|单位|专家)?', '由?(?:评审)?专家组?')
const SCORES = oneOf(
  '计分',
  '评分',
  '给分',
  '打分',
  '赋分',
  '得分',
  '扣分',
  '扣减',
  '加减分',
  '扣减分值',
  '评定',
  '扣减分',
  '减分',
  '评定分值',
  '确定分值',
  '确定得分',
  '予以扣分',
  '给予扣分',
  '扣除分值',
  '记分',
  '扣减相应分值',
  '扣除相应分值',
  '扣相应分值',
)

const RANGE = `${maybe(`${NUMBER}分?[-~至]`)}`
const REST = `(?:否则|反之|(?:其他|其余|一般|较差)(?:情况)?的?|[^,;。\\n\\d]{1,20}?的(?=[,]?酌情)|[^,;。\\n\\d]{1,20}?的[,](?=酌情)|未[^,;。\\n]{0,12}?的?|不[^,;。\\n]{0,12}?的)`
/** Behind what gives points: 否则酌情扣分, 存在一定差距的，酌情扣0.5-1分. */
const ELSE = pattern`${REST}[,]?${maybe('则', '应', '可')}${BY}${WHO}${maybe('进行', '予以', '可')}酌情${maybe('进行', '予以')}${SCORES}${END}`
const ELSE_RANGE = pattern`${REST}[,]?${BY}酌情${oneOf('扣', '扣减', '扣除', '得', '计', '给')}${RANGE}${NUMBER}分${maybe('以内', '左右')}${END}`

const JUDGES = oneOf(
  '评价人员',
  '评价小组',
  '评价组',
  '评审人员',
  '评价工作组',
  '考核组',
  '考核小组',
  '评价机构',
  '评审小组',
  '评审组',
)
const WITHIN = maybe('在(?:该项|本项|该指标|指标)?分值(?:范围|区间)?(?:以)?内', '在满分(?:以)?内')
/** What scores are reckoned from, not judged by. */
const NOT_COUNTED = '(?<!率|比例|数|值|数量|天|次|名次|排名|得分|分数|标准|办法|细则|公式|表|目标|指标)'

const AT_DISCRETION: readonly Pattern[] = [
  pattern`${maybe('否则', '反之', '其他情况', '其余', '未[^,;。\\n]{0,12}?的?', '不[^,;。\\n]{0,12}?的', '存在问题的?', '发现问题的?')}[,]?${maybe('则', '应', '可')}${BY}${WHO}${maybe('进行', '予以', '可')}酌情${maybe('进行', '予以')}${SCORES}${END}`,
  pattern`${maybe('否则', '反之')}[,]?${BY}酌情${slot('takes', oneOf('扣', '扣减', '扣除'))}${RANGE}${NUMBER}分${maybe('以内', '左右')}${END}`,
  pattern`${BY}酌情${oneOf('得', '计', '给', '记', '给予', '打', '评')}${NUMBER}分?[-~至]${slot('most', NUMBER)}分${END}`,
  pattern`${maybe('否则', '反之')}[,]?视${maybe('具体', '实际', '完成', '有关', '相关', '其', '影响', '违规', '问题')}${maybe('严重')}${oneOf('情况', '程度', '情节', '情')}[,]?${maybe('轻重')}${maybe('予以', '给予', '进行')}${maybe('适当', '相应')}${SCORES}${END}`,
  pattern`视${maybe('具体', '实际', '完成', '问题', '影响')}${maybe('严重')}${oneOf('情况', '程度', '情节')}${slot('takes', oneOf('扣', '扣减', '扣除'))}${NUMBER}分?[-~至]${NUMBER}分${END}`,
  pattern`${oneOf('视', '根据', '按照', '按')}[^,;。\n]{0,24}?${oneOf('情况', '程度', '效果', '质量')}[,]?${oneOf('给', '得', '计', '给予', '打', '在')}${NUMBER}分?[-~至]${slot('most', NUMBER)}分${maybe('之间', '范围内', '区间')}${maybe('内')}${maybe('评分', '打分', '赋分', '给分')}${END}`,
  pattern`${WHO}${oneOf('根据', '依据', '按照', '按', '视', '结合')}[^,;。\n]{0,30}?${oneOf('情况', '程度', '结果', '效果', '材料', '质量', '表现', '水平')}[,]?${maybe('综合', '适当', '予以', '进行')}${WITHIN}${maybe('进行')}${oneOf('评分', '打分', '赋分', '综合评分', '综合打分')}${END}`,
  pattern`${maybe('主要')}${oneOf('根据', '依据', '结合')}[^,;。\n]{2,30}?${NOT_COUNTED}${maybe('进行')}${oneOf('综合打分', '综合评分', '综合评价打分', '综合评定', '评价打分', '主观打分')}${END}`,
  pattern`${BY}由?${JUDGES}${WITHIN}${maybe('综合', '集体', '集体讨论', '集体评议', '讨论')}${maybe('进行')}${oneOf('评分', '打分', '赋分', '评定', '综合评定')}${END}`,
  pattern`由[^,;。\n\d]{2,16}?${maybe('综合', '集体', '统一', '直接', '进行')}${oneOf('评分', '打分', '赋分', '评定得分')}${END}`,
  pattern`${oneOf('综合评分', '综合打分', '主观评分', '定性评分', '综合评定得分', '综合评价打分')}${END}`,
]

const EXPERTS = `${maybe('采用', '采取', '由', '按', '根据', '组织', '聘请', '邀请', '以')}${maybe('不少于', '至少')}`
const GIVE = oneOf(
  '评分',
  '打分',
  '评定',
  '评审',
  '计分',
  '评审打分',
  '综合评分',
  '综合打分',
  '独立评分',
  '独立打分',
  '分别打分',
  '分别评分',
  '评分法',
  '评议',
  '评价',
  '评议打分',
  '评审评分',
  '评议评分',
  '打分法',
)
const MEAN = `${maybe('取', '按', '以', '计算', '并取', '得分取', '得分为', '最终得分为', '最后得分为')}${maybe('各位?', '各个', '所有', '全部', '其', '其余', '剩余')}${maybe('专家|评委|评审专家|专家组')}${maybe('评分|打分|得分|分数')}${maybe('的')}${oneOf('平均分', '平均值', '算术平均值', '平均数', '算术平均分', '平均得分', '均值')}${maybe('作为|为|计|得')}${maybe('最终|最后|该项|本项|该指标')}${maybe('得分|计分|分|分值')}`
const TRIMMED = `${maybe('在')}${oneOf('去掉', '去除', '剔除', '扣除', '除去')}(?:1|一)?个?最高分?(?:和|、|与|及|,)?(?:(?:去掉|去除)?(?:1|一)?个?最低分)${maybe('后', '之后', '的')}[,]?`
const MEDIAN = `${maybe('取', '按', '以')}${maybe('各位?|所有')}${maybe('专家')}${maybe('评分|打分')}${maybe('的')}中位数${maybe('作为|为|计')}${maybe('最终|最后|该项|本项')}${maybe('得分|计分|分')}`
const COUNT = maybeSlot('count', `(?:${NUMBER})(?=[名位个](?:以上)?(?:评审)?(?:专家|评委))`)
const WHOM = `${maybe('[名位个]')}${maybe('以上')}${oneOf('专家组', '专家', '专家小组', '专家评审组', '评审专家', '评委', '评审专家组', '专家们', '评审组')}${maybe('(?:\\d+|[三五七九])[人名位]')}${maybe('对[^,;。\\n]{1,16}?')}${maybe('进行', '独立', '分别', '集体', '综合', '现场')}${maybe('(?:根据|依据|按照?|结合)[^,;。\\n]{0,30}?进行', '(?:根据|依据|按照?|结合)[^,;。\\n]{0,30}?(?=打分|评分|综合)')}`

type Panel = NonNullable<DiscretionStatement['panel']>

const PANELS: readonly (readonly [Panel['rule'] | undefined, Pattern])[] = [
  ['trimmed-mean', pattern`${EXPERTS}${COUNT}${WHOM}${maybe(GIVE)}[,;。]?${TRIMMED}${MEAN}${END}`],
  ['trimmed-mean', pattern`${TRIMMED}${MEAN}${END}`],
  ['median', pattern`${EXPERTS}${COUNT}${WHOM}${maybe(GIVE)}[,;。]?${MEDIAN}${END}`],
  ['mean', pattern`${EXPERTS}${COUNT}${WHOM}${maybe(GIVE)}[,;。]?${MEAN}${END}`],
  [
    'mean',
    pattern`取${slot('all', '各位?专家|专家组?|评委')}${maybe('评分|打分')}${maybe('的')}${oneOf('平均分', '平均值', '均值')}${END}`,
  ],
  // How the scores of a group become one is not said: it enters one.
  [undefined, pattern`${EXPERTS}${COUNT}${WHOM}${GIVE}${maybe('确定', '得分', '法', '的方式')}${END}`],
]

function panelAt(folded: string, at: number): { panel: Panel | undefined; end: number } | undefined {
  for (const [rule, form] of PANELS) {
    const match = form.match(folded, at)
    if (match === undefined) continue
    if (rule === undefined) return { panel: undefined, end: match.end }
    const said = Number(numberOf(match.said['count'] ?? ''))
    const least = rule === 'trimmed-mean' ? 3 : 1
    const quorum = Number.isInteger(said) && said >= least && said <= 1000 ? said : least
    return { panel: { rule, quorum }, end: match.end }
  }
  return undefined
}
