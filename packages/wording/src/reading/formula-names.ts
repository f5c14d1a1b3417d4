import { isKnown, isUsualUnit } from '../words/units.ts'
import { oneOf } from './pattern.ts'

/**
 * What the names in a written formula are: the points of the row, its target, what was reached, the value that the row
 * scores, or figures that somebody enters. What a figure is and its unit show in its last word (金额, 人数, 日期).
 */
export type OperandRole = 'item' | 'points' | 'target' | 'actual' | 'self'
export type OperandType = 'number' | 'money' | 'rate' | 'count' | 'date'

/** Names of the text are folded: half-width signs, Latin letters small. */
export interface NameContext {
  /** The leaf's name, or what the text called its value: 资金到位率. */
  readonly self?: readonly string[] | undefined
  /** In 得分=…, 计划完成数 is the target; in 完成率=… it is a figure. */
  readonly isScore: boolean
}

export function roleOf(name: string, { self = [], isScore }: NameContext): OperandRole {
  if (POINTS.test(name)) return 'points'
  if (TARGET.test(name) || (isScore && PLANNED.test(name))) return 'target'
  if (ACTUAL.test(name) || (isScore && DONE.test(name))) return 'actual'
  const bare = withoutActual(name)
  if (self.some((each) => withoutActual(each) === bare)) return 'self'
  return isScore && OWN_RATE.test(name) ? 'self' : 'item'
}

/** 资金实际到位率 is the 资金到位率 that was reached. */
export function withoutActual(name: string): string {
  return name.replace(/实际|[“”"]|\(.*\)$/g, '')
}

export function typeOfName(name: string): OperandType {
  const bare = bareOf(name)
  return KINDS.find(([, ending]) => ending.test(bare))?.[0] ?? 'number'
}

/** Without a bracket at its end: 执行数（全年）. */
const bareOf = (name: string) => name.replace(/[(（][^()（）]*[)）]$/, '')

/** Whether a name ends as the name of a quantity does; 养老 does not, 养老保险人数 does. */
export function isQuantity(name: string): boolean {
  return KINDS.some(([, ending]) => ending.test(bareOf(name)))
}

/** The unit a bracket behind a name gives (万元, 单位:人); undefined for other words. */
export function unitIn(bracket: string): string | undefined {
  const word = bracket.replace(/^单位[:为]?/, '').replaceAll('÷', '/')
  return word === '%' || word === '‰' || (word !== '' && (isKnown(word) || isUsualUnit(word))) ? word : undefined
}

const WHOSE = oneOf(
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
  '对应',
  '所占',
  '单项',
  '三级指标',
)
const POINTS = new RegExp(
  `^(?:${WHOSE})?(?:的)?${oneOf('分值', '权重分', '权重分值', '权重', '权数', '分数', '标准分', '满分', '满分值', '基准分', '指标满分', '赋分', '设定分值')}$`,
  'u',
)
const WHEN = oneOf(
  '',
  '年度',
  '年初',
  '全年',
  '当年',
  '本年度',
  '本年',
  '绩效',
  '预期',
  '设定',
  '该指标',
  '指标',
  '计划',
)
const TARGET = new RegExp(
  `^${WHEN}(?:${oneOf('目标值', '指标值', '绩效目标值', '目标数值', '预期值', '预期目标值', '计划指标值', '计划值', '标准值', '目标完成值', '计划完成值', '目标')})$`,
  'u',
)
const PLANNED = new RegExp(
  `^${WHEN}${oneOf('目标数', '目标数量', '计划数', '计划数量', '计划完成数', '计划完成数量', '计划量', '计划', '任务数', '计划任务数', '目标任务数', '计划产出数')}$`,
  'u',
)
const ACTUAL = new RegExp(
  `^${WHEN}(?:${oneOf('实际完成值', '实际值', '实际完成指标值', '实际达到值', '完成值', '实际指标值', '实现值', '实际完成情况')})$`,
  'u',
)
const DONE = new RegExp(
  `^${WHEN}${oneOf('实际完成数', '实际完成数量', '实际完成量', '实际数', '实际数量', '完成数', '实际完成', '实际', '完成数量', '完成量', '实际产出数', '实际完成任务数')}$`,
  'u',
)
const OWN_RATE = new RegExp(
  `^(?:实际|指标|目标|该|任务|实际)?${oneOf('完成率', '完成比例', '达标率', '比率', '完成百分比', '达成率')}$`,
  'u',
)

/** Looked through in this order: 项目支出预算项目数 is counted, 项目支出预算数 is money. */
const KINDS: readonly (readonly [OperandType, RegExp])[] = [
  ['rate', /(?:率|比例|比重|占比|百分比|系数|支付进度|支出进度|覆盖面|增速|增幅|降幅|涨幅|跌幅|幅度)$/u],
  ['date', /(?:日期|时点|完成时间|截止时间)$/u],
  [
    'count',
    /(?:人数|项数|个数|次数|户数|件数|人次|人次数|笔数|家数|天数|台数|套数|宗数|期数|班次|场次|场数|处数|项目数|任务数|指标数|案件数|编制数|人员数|职工数|学生数|床位数|事项数|起数|辆数|份数|条数|例数|单位数|机构数|问题数|产出数|工作数|户|人|人员|职工|编制)$/u,
  ],
  [
    'money',
    /(?:资金|金额|经费|支出|预算|决算|收入|成本|费用|费|款|款项|投资|总额|余额|差额|限额|额度|额|结余|结转|拨款|贷款|补贴|补助|工资|产值|税收|利润|资产|负债|债务|存量|价值|价款|造价|执行数|支付数|到位数|下达数|调剂数|(?:预算|决算|支出|资金|经费|收入|成本|费用|采购|投资|拨款)\p{L}{0,6}数)$/u,
  ],
  ['count', /数量?$/u],
  ['number', /(?:值|量|分|分数|得分|面积|里程|时间|时长|时数|重量|水平|指数|长度|规模)$/u],
]

/** Whether the value called so is given in percent: a 率, a 占比, a 增幅. */
export function isMeasuredAsRate(name: string): boolean {
  const bare = bareOf(name)
  return typeOfName(bare) === 'rate' || /(?:幅|程度)$/u.test(bare)
}
