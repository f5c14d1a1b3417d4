import { NO_POINTS } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import type { Source } from './source.ts'
import type { Statement } from './statement.ts'

/**
 * What a text says beside its rule: whom the indicator does not concern and what becomes of its points, which evidence
 * there must be, and facts that take everything.
 */
export function besideAt(source: Source, at: number): Statement[] {
  const { folded } = source
  for (const [form, policy] of NOT_APPLICABLE) {
    const match = form.match(folded, at)
    if (match !== undefined) {
      return [
        {
          kind: 'note',
          leaf: { notApplicable: policy },
          from: at,
          to: match.end,
          spans: { leaf: { from: at, to: match.end } },
        },
      ]
    }
  }
  const where = FROM_WHERE.match(folded, at)
  const words = where?.spans['words']
  if (where !== undefined && words !== undefined)
    return [
      { kind: 'note', leaf: { dataSource: source.written(words.from, words.to) }, from: at, to: where.end, spans: {} },
    ]
  const gate = GATE.match(folded, at)
  const fact = gate?.spans['fact']
  if (gate !== undefined && fact !== undefined && IS_FACT.test(folded.slice(fact.from, fact.to)))
    return [{ kind: 'gate', fact: source.written(fact.from, fact.to), from: at, to: gate.end, spans: { fact } }]
  return []
}

const WHOM =
  maybe('当年', '本年度', '年度内', '本年', '年内') +
  oneOf(
    '没有',
    '无',
    '不涉及',
    '未涉及',
    '不适用',
    '不存在',
    '未安排',
    '未发生',
    '当年无',
    '本年度无',
    '如无',
    '若无',
    '如不涉及',
    '不具有',
    '未设立',
  )
const WHAT = String.raw`[^;。\n\d]{0,30}?`
const WHO = maybe('的?(?:部门|单位|项目|地区|学校|企业|乡镇|县区?|情况)?')
const THIS = maybe('该项', '本项', '此项', '该指标', '本指标', '该项指标', '本项指标', '此指标', '该栏', '指标')
const ON = `[,、:]?${THIS}${maybe('可', '直接', '均', '则', '按', '视同', '视为', '默认')}`

const NOT_APPLICABLE: readonly (readonly [ReturnType<typeof pattern>, 'full' | 'rescale' | 'group-mean'])[] = [
  [
    pattern`[^,;。\n\d]{2,20}?${oneOf('此项', '该项', '本项', '')}${maybe('得分')}${oneOf('取', '按')}[^,;。\n\d]{0,10}?${oneOf('平均分', '平均得分')}${maybe('计算', '计')}(?=[,;。\n]|$)`,
    'group-mean',
  ],
  [
    pattern`${maybe('对')}${maybe('对于')}${maybe('其中')}${WHOM}${WHAT}${WHO}${maybe('的')}${ON}${oneOf('按满分计算', '按满分计', '按满分', '得满分', '计满分', '记满分', '满分计算', '给满分', '直接得满分', '不扣分', '不予扣分', '直接计满分', '满分', '以满分计', '按满分计分', '满分计')}`,
    'full',
  ],
  [
    pattern`${maybe('对于')}${maybe('对')}[^;。\n\d]{0,20}?${WHOM}${WHAT}${WHO}${maybe('的')}[,、]?${maybe('评价对象的评价指标,')}${THIS}${maybe('可')}${oneOf('不考核该指标', '不考核', '不计分', '不参与计分', '不纳入考核', '不评价', '不参评', '不纳入评价', '不作评价', '不扣分也不计分', '剔除')}${WHAT}${maybe('[,;]')}${WHAT}${oneOf('折算', '换算', '百分制', '换算成百分制', '折算为百分制', '还原')}[^;。\n]{0,20}?(?=[;。\n]|$)`,
    'rescale',
  ],
  [
    pattern`[^;。\n\d]{0,24}?${oneOf('不做硬性要求', '不作硬性要求', '不作要求', '不做要求', '不适用', '不涉及', '无此项', '无该项', '不参加考核')}[^;。\n\d]{0,16}?[,、]?${THIS}${maybe('得分')}${oneOf('取', '按', '以', '为')}[^;。\n\d]{0,10}?${oneOf('平均分', '平均得分', '平均值', '平均分计算', '平均分值')}${maybe('计算', '计', '计分', '计入')}`,
    'group-mean',
  ],
]

const GATE = pattern`${maybe('但', '如', '若', '凡', '如果', '一旦', '如有', '有')}${slot('fact', String.raw`[^,;。:\n\d%≥≤<>=每扣]{3,40}?`)}${maybe('的')}[,]?${maybe('则', '一票否决', '实行一票否决', '一律', '直接')}[,]?${maybe('该项', '本项', '此项', '该栏', '该指标', '本指标', '该项指标')}${NO_POINTS}(?=[,;。\n)]|$)`
/** Things that happen or are found out; 不健全不得分 is the worst of some degrees, and no fact of its own. */
const IS_FACT =
  /发生|出现|存在|弄虚作假|截留|挪用|挤占|虚列|违规|违法|违纪|虚报|造假|未设置|未设定|未编制|未填报|一票否决|重大|事故|未开展|被通报|被问责|查处/

/** 查阅巡查记录, 以考核文件为准: where it is taken from. */
const FROM_WHERE = pattern`${oneOf('抽查', '检查', '查阅', '查看', '以', '根据', '依据', '按照', '通过查阅', '核查', '调阅')}${slot('words', String.raw`[^,;。:\n\d%]{2,20}?(?:记录|资料|材料|台账|文件|报表|账簿|凭证|通报|系统数据|统计数据|数据|现场)`)}${maybe('为准', '确定', '核定', '计分', '等')}(?=[,;。:\n])`
