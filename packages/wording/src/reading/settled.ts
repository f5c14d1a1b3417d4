import { ITS_POINTS, NUMBER, numberOf, VALUE } from './lexemes.ts'
import { type Match, maybe, oneOf, pattern, slot } from './pattern.ts'
import { RATE } from './proportion-clause.ts'
import type { Statement } from './statement.ts'

type Bare<S> = S extends Statement ? Omit<S, 'from' | 'to' | 'spans'> : never
/** What settles a rule that stands beside it: floors, caps, limits, how a part of a step counts, headings. */
export function settledAt(folded: string, at: number): Statement[] {
  return SETTLED.flatMap(([form, meaning]) => {
    const match = form.match(folded, at)
    const said = match === undefined ? undefined : meaning(match.said)
    if (match === undefined || said === undefined) return []
    const words = { from: at, to: match.end }
    return [{ ...said, ...words, spans: { points: match.spans['points'], words } } as Statement]
  })
}

type Meaning = (said: Match['said']) => Bare<Statement> | undefined

const STEP = `(?:${VALUE}|${NUMBER}[^\\d,;。扣按不的]{0,4})`
const SETTLED: readonly (readonly [ReturnType<typeof pattern>, Meaning])[] = [
  [
    pattern`${maybe('得分', '若', '如', '最终得分', '计算得分')}${oneOf('超过', '超出', '大于', '高于', '多于')}${slot('points', NUMBER)}分${maybe('的')}[,]?${oneOf('按', '以', '计', '记', '得', '仍按', '均按')}${NUMBER}分${maybe('计算', '计', '记', '计分', '为准')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: points && numberOf(points) }),
  ],
  [
    pattern`${maybe('最高')}以${slot('points', NUMBER)}分为${oneOf('限', '上限', '满分', '最高分')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: points && numberOf(points) }),
  ],
  [
    pattern`${maybe('直至', '直到', '最多', '至', '以')}${maybe(ITS_POINTS)}${oneOf('扣完', '扣完即止', '扣完为止', '扣至0分', '扣至零分', '扣到0分', '扣光', '扣至0', '扣到零分', '扣满', '扣减完', '减完', '扣减至0分')}${maybe(ITS_POINTS)}${maybe('为止', '即止', '止')}`,
    () => ({ kind: 'settle', what: 'floor' }),
  ],
  [
    pattern`${oneOf('超额完成', '超额', '超过目标值', '超过目标', '超出部分', '超过部分', '超额部分', '超出目标值', '超过指标值', '多完成', '超出', '超过', '超过计划', '超计划', '完成超过目标')}${maybe('的', '完成的', '部分')}[,]?${maybe('均', '也', '一律')}${oneOf('不加分', '不另加分', '不再加分', '不额外加分', '不重复加分', '不予加分', '得满分', '按满分计', '按满分计算', '记满分', '计满分', '按满分计分', '不再计分', '不累加', '仍得满分', '也得满分')}`,
    () => ({ kind: 'settle', what: 'cap' }),
  ],
  [
    pattern`${slot('name', RATE)}${oneOf('超过', '大于', '高于', '超出', '>')}(?:100%|1)(?:的|时|以上)?[,]?${maybe('均', '仍', '也', '一律')}${oneOf('按100%计算', '按100%计', '按100%计分', '按满分计', '按满分计算', '按满分计分', '不加分', '按1计算', '不再加分', '按满分记', '以100%计', '按100%记', '取100%', '以满分计', '按100%算', '以100%计算', '按100%取值')}`,
    () => ({ kind: 'settle', what: 'cap' }),
  ],
  [
    pattern`(?:超过|超出|大于|高于)${ITS_POINTS}(?:的)?[,]?(?:按|以|得|计)${ITS_POINTS}${maybe('计算', '计', '记', '计分')}`,
    () => ({ kind: 'settle', what: 'cap' }),
  ],
  [
    pattern`${oneOf('反向指标', '逆向指标', '正向指标', '定量指标', '定性指标', '该指标为定量指标', '该指标为正向指标', '该指标为逆向指标', '该指标为反向指标')}[,:;]?`,
    () => ({ kind: 'note' }),
  ],
  [
    pattern`${oneOf('扣完该项分值为止', '不得负分', '不计负分', '不出现负分', '最低为0分', '最低0分', '最低得0分', '最低分为0分', '最低为零分', '最低零分', '最低为0', '低于0分按0分计', '低于0分的按0分计', '小于0按0分计', '出现负分按0分计', '为负按0分计', '负分按0分计', '得分为负的按0分计', '扣至该项分值为止', '最低扣至0分', '最少得0分', '下限为0分', '下限0分', '最低分0分', '最少0分', '最低计0分', '得分最低为0分', '不倒扣分', '不倒扣', '不得为负', '扣完不再扣', '最低得分为0分', '以扣完为限', '至扣完为止')}`,
    () => ({ kind: 'settle', what: 'floor' }),
  ],
  [
    pattern`${oneOf('扣完', '最多扣', '扣分不超过', '最高扣', '累计扣分不超过', '最多扣减', '扣分最多不超过', '最多扣除', '扣分以', '至多扣', '累计最多扣', '扣分最高不超过', '总扣分不超过')}${slot('points', NUMBER)}分${maybe('为止', '即止', '为限', '止')}`,
    ({ points }) => ({ kind: 'settle', what: 'limit', points: points && numberOf(points) }),
  ],
  [
    pattern`${maybe('得分', '该项', '本项', '此项', '该指标')}${oneOf('最高', '最多', '最高得分', '最高得', '最高分', '最高分为', '最多得', '最高不超过', '封顶', '上限', '上限为', '计满', '得满', '加满', '以满', '最多不超过', '不超过', '得分不超过', '最高得分不超过', '得分最高不超过', '最高加', '不得超过', '总分不超过', '得分最高', '满分')}${maybe('得', '为', '不超过', '计')}${slot('points', NUMBER)}分${maybe('为止', '封顶')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: points && numberOf(points) }),
  ],
  [
    pattern`${maybe('且', '但')}${maybe('得分', '该项', '本项', '此项', '最终得分', '得分值')}${maybe('最高', '最多', '最大', '总分', '累计', '得分')}${maybe('得', '为', '计', '以')}${oneOf('封顶', '为满分', '超出分值的以分值为限', '超过分值的以分值为限', '超出分值以分值为限', '多建不加分', '多做不加分', '多完成不加分', '得分不超过权重分值', '得分不超过分值', '得分不超过满分', '得分不超过指标分值', '得分不超过权重分', '得分不突破权重总额', '得分不得突破权重总额', '不超过权重', '满分为止', '得满分为止', '不超过满分', '不得超过满分', '不超过满分值', '不得突破权重总额', '得满分', '满分封顶', '以满分为限', '计满为止', '得满为止', '加满为止', '不超过分值', '不得超过分值', '不超过指标分值', '不得超过指标分值', '不超过该项分值', '不超过本项分值', '不超过权重分', '不得超过该指标分值上限', '不超过该指标分值上限', '不超过标准分', '不突破满分', '计满分为止', '不超过权重分值', '不超过指标权重')}`,
    () => ({ kind: 'settle', what: 'cap' }),
  ],
  [
    pattern`${oneOf('超过', '超出', '超额', '大于', '高于', '>', '完成率超过', '达到或超过')}${maybe('目标值', '目标', '100%', '满分', '计划', '部分', '指标值', '1', '年度指标值', '完成', '计划数', '预期目标')}${maybe('以上')}${maybe('的', '部分', '时', '的部分', '完成')}[,]?${maybe('均', '仍', '也', '一律', '最高')}${oneOf('按100%计算', '按100%计', '按100%计分', '按满分计', '按满分计算', '按满分计分', '不加分', '得满分', '计满分', '记满分', '按1计算', '不再加分', '不额外加分', '按满分记', '以100%计', '按100%记', '取100%', '不计分', '以满分计', '按分值计', '以100%计算')}`,
    (said) => (said['words']?.includes('不计分') ? undefined : { kind: 'settle', what: 'cap' }),
  ],
  [
    pattern`${maybe('[(]')}${maybe('每')}(?:不足|不满|不到|未满|小于|低于)${STEP}${maybe('的部分', '的', '部分')}[,]?${maybe('则', '均', '也', '一律')}${oneOf('不扣分', '不扣', '不计', '不予扣分', '不计扣分', '不作扣分', '忽略不计', '舍去')}`,
    () => ({ kind: 'count', count: 'whole' }),
  ],
  [
    pattern`${maybe('每')}(?:不足|不满|不到|未满|小于|低于)${STEP}${maybe('的部分', '的', '部分')}[,]?${maybe('均', '也', '一律', '则')}(?:按|以|视同|视为|作为)${STEP}${maybe('计算', '计', '扣分', '扣', '算', '计扣', '处理', '扣减')}`,
    () => ({ kind: 'count', count: 'started' }),
  ],
  [
    pattern`${maybe('每')}(?:不足|不满|不到|未满|小于|低于)${STEP}${maybe('的部分', '的', '部分')}[,]?${maybe('均', '也', '一律', '则')}(?:按|同)${maybe('照')}${maybe('实际', '相应', '等', '同')}比例${maybe('折算')}${maybe('扣分', '计算', '折算', '扣减', '计', '计分', '扣')}`,
    () => ({ kind: 'count', count: 'prorata' }),
  ],
  [
    pattern`${oneOf('评分标准', '评分细则', '评分办法', '评分方法', '计分方法', '计分标准', '计分办法', '计分规则', '评分规则', '扣分标准', '得分标准', '评价标准', '考核标准', '扣分细则', '赋分标准', '评分依据', '考核办法', '打分标准', '计算方法', '评价方法', '说明', '注', '具体如下', '具体为', '具体标准如下', '分档计分', '分段计分', '评价要点', '标准')}:`,
    () => ({ kind: 'note' }),
  ],
  [
    pattern`${maybe('该项', '本项', '本指标', '该指标', '指标', '此项')}${oneOf('满分', '分值', '总分', '共', '标准分', '权重', '权重分', '基本分', '基础分')}${maybe('为', ':', '计', '值')}${slot('points', NUMBER)}分`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: points && numberOf(points) }),
  ],
]
