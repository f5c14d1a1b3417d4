import type { StepCount } from '@yardstick/model'
import { besideAt } from './beside.ts'
import { type ExtentRead, extentsAt } from './extent.ts'
import type { FormulaContext } from './formula-operands.ts'
import { formulasAt } from './formula-text.ts'
import {
  amountOf,
  FULL_POINTS,
  GIVES,
  ITS_POINTS,
  NO_POINTS,
  NUMBER,
  numberOf,
  PERCENT,
  PERCENT_POINTS,
  THEN,
  UNIT,
  VALUE,
} from './lexemes.ts'
import { type Match, maybe, maybeSlot, oneOf, pattern, slot } from './pattern.ts'
import type { Source } from './source.ts'
import type { Extent, Given, Statement, StepsStatement } from './statement.ts'

/**
 * The clauses of rules that score one value: a condition and what it gives, a deduction by steps, a proportion, and what
 * settles them. Each is looked for at one place; what stands there is every statement that could be meant.
 */
export function clausesAt(source: Source, at: number, row: FormulaContext): Statement[] {
  const { folded } = source
  const found: Statement[] = []
  const lead = LEAD.match(folded, at)
  const start = lead?.end ?? at
  for (const condition of joinedAt(folded, start)) {
    for (const then of consequencesAt(source, condition, row)) found.push({ ...then, from: at })
  }
  const others = [
    ...alone(folded, start),
    ...formulaAt(source, start, row),
    ...describedAt(folded, start),
    ...besideAt(source, start),
  ]
  found.push(...others.map((each) => ({ ...each, from: at })))
  return found
}

/** Conditions, and two of them in a row: 90%-95%或105%-110%. */
function joinedAt(folded: string, at: number): ExtentRead[] {
  const found = extentsAt(folded, at)
  const both = found.flatMap((one) => {
    const or = OR.match(folded, one.end)
    if (or === undefined) return []
    return extentsAt(folded, or.end)
      .filter(({ extent, subject }) => extent.is === 'between' && (subject === undefined || subject === one.subject))
      .map(
        (other): ExtentRead => ({
          ...one,
          end: other.end,
          extent: { is: 'either', extents: [one.extent, other.extent] },
        }),
      )
  })
  return [...both, ...found]
}

const OR = pattern`[,、]?${oneOf('或者', '或')}${maybe('在')}`

/** 按（实际完成值/指标值）×分值计分, 得分=…. */
function formulaAt(source: Source, at: number, row: FormulaContext): Extract<Statement, { kind: 'formula' }>[] {
  const by = BY_FORMULA.match(source.folded, at)
  const starts = new Set([at, by?.end ?? at])
  const found = [...starts]
    .flatMap((start) => formulasAt(source, start, row))
    .filter(({ operands }) => operands.every(({ name }) => !CLAUSE.test(name)))
  return found.map((each) => {
    const tail = AFTER_FORMULA.match(source.folded, each.to)
    return { ...each, from: at, to: tail?.end ?? each.to }
  })
}

/** No name, but a clause. */
const CLAUSE = /高于|超过|低于|大于|小于|得分为|最高|的按|按照|不超|不得/
const BY_FORMULA = pattern`${maybe('则', '其')}${maybe('按照', '按', '根据', '以', '用')}${maybe('公式', '下列公式', '以下公式')}${maybe(':')}`
const AFTER_FORMULA = pattern`${maybe('的')}${maybe('公式', '结果', '比例', '方法')}${maybe('进行', '来')}${maybe('计算得分', '计算', '计分', '得分', '记分', '折算得分', '赋分', '给分', '评分', '折算', '计算分值', '计')}`

/** 1. (1) ① before a clause, and 即, 其中. */
const LEAD = pattern`${maybe('(?:[①-⑳]|\\(?[1-9一二三四五六七八九]\\)|[1-9][.、](?!\\d))')}${maybe('即', '其中:', '其中', '对于', '对')}`

/** What a condition gives: points, a deduction, a proportion. */
function consequencesAt(source: Source, condition: ExtentRead, row: FormulaContext): Statement[] {
  const { folded } = source
  const { extent, subject, end } = condition
  const found: Statement[] = []
  const own = { ...condition.spans, subject: undefined }
  const given = givenAt(folded, end)
  if (given !== undefined) {
    found.push({
      kind: 'score',
      extent,
      gives: given.gives,
      subject,
      from: 0,
      to: given.end,
      spans: { ...own, gives: given.span },
    })
  }
  const link = LINK.match(folded, end)
  const behind = link?.end ?? end
  const steps = stepsAt(folded, behind)
  if (steps !== undefined)
    found.push({ ...steps, extent, subject: subject ?? steps.subject, spans: { ...own, ...steps.spans } })
  const share = proportionAt(folded, behind)
  if (share !== undefined) found.push({ ...share, extent, spans: { ...own, ...share.spans } })
  for (const each of formulaAt(source, behind, row)) {
    if (each.isScore) found.push({ ...each, extent, spans: { ...own, ...each.spans } })
  }
  return found
}

const LINK = pattern`的?[,;:]?${maybe('则', '应', '应当', '每', '再')}(?<!每)`

/** Points that are given behind a condition. */
function givenAt(
  folded: string,
  at: number,
): { gives: Given; end: number; span: { from: number; to: number } } | undefined {
  for (const [form, meaning] of GIVEN) {
    const match = form.match(folded, at)
    if (match === undefined) continue
    const gives = meaning(match.said['points'])
    const span = match.spans['points'] ?? match.spans['words']
    if (gives !== undefined && span !== undefined) return { gives, end: match.end, span }
  }
  return undefined
}

const END = String.raw`(?=[,;。:\n)]|$|[^\d.%分])`
const asPoints = (words: string | undefined) => {
  const number = words === undefined ? undefined : numberOf(words)
  return number
}
const BASE_POINTS = `${GIVES}${oneOf('基础分', '基本分', '基准分', '该项分数基础分', '基础分值')}`
const GIVEN: readonly (readonly [ReturnType<typeof pattern>, (points: string | undefined) => Given | undefined])[] = [
  [
    pattern`${THEN}${maybe('则', '均')}${slot('words', oneOf('不扣分', '不予扣分', '不作扣分', '不减分'))}`,
    () => 'full',
  ],
  [
    pattern`${THEN}${BASE_POINTS}[(]?${maybe('为', ':')}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', PERCENT)}[)]?`,
    asPoints,
  ],
  [pattern`${THEN}${BASE_POINTS}[(]?${maybe('为', ':')}${slot('points', NUMBER)}分[)]?`, asPoints],
  [
    pattern`${THEN}${maybe('则', '本项', '该项', '此项', '该栏', '该指标', '一律', '均', '整项', '本指标')}${slot('words', NO_POINTS)}`,
    () => 'none',
  ],
  [pattern`${THEN}${GIVES}${slot('words', FULL_POINTS)}${maybe('的100%')}(?!的)`, () => 'full'],
  [
    pattern`${THEN}${maybe(GIVES)}${maybe(ITS_POINTS)}${maybe('的', '×')}${slot('points', PERCENT)}${maybe('的')}${maybe(ITS_POINTS)}${maybe('计算', '计分')}${END}`,
    asPoints,
  ],
  [
    pattern`${THEN}${maybe('按', '按照')}${ITS_POINTS}${maybe('的')}${slot('points', PERCENT)}${maybe('计分', '得分', '计算', '赋分', '给分')}${END}`,
    asPoints,
  ],
  [pattern`${THEN}${slot('points', '(?:一半|50%)')}${ITS_POINTS}`, () => '50%'],
  [pattern`${THEN}${GIVES}${slot('points', '一半|半')}${ITS_POINTS}`, () => '50%'],
  [pattern`${THEN}${maybe(GIVES)}${slot('points', NUMBER)}分${maybe('以上')}(?!钟|之)`, asPoints],
  [pattern`的?[(]${maybe(GIVES)}${slot('points', NUMBER)}分?[)]`, asPoints],
  [pattern`${THEN}${oneOf('得', '计', '记', '给', '赋', '为')}${slot('points', NUMBER)}${END}`, asPoints],
  [
    pattern`${THEN}${oneOf('扣', '扣除', '扣减', '减', '倒扣')}${slot('points', NUMBER)}分`,
    (words) => minus(asPoints(words)),
  ],
  [
    pattern`${THEN}${oneOf('扣', '扣除', '扣减')}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', PERCENT)}${maybe('的')}${maybe(ITS_POINTS)}`,
    (words) => minus(asPoints(words)),
  ],
  [pattern`${THEN}${slot('words', oneOf('扣除全部', '全扣', '扣完', '扣光'))}${maybe(ITS_POINTS)}`, () => 'none'],
]
const minus = (points: string | undefined) => (points === undefined ? undefined : `-${points}`)

const LESS = `(?:${oneOf(
  '少建',
  '少开展',
  '少装',
  '少做',
  '少组织',
  '少培训',
  '少举办',
  '少安装',
  '少采购',
  '少编制',
  '少修',
  '少改造',
  '少办理',
  '少报',
  '少种',
  '少实施',
  '少建设',
  '少报送',
  '缺失',
  '短少',
  '低于',
  '低',
  '降低',
  '下降',
  '降',
  '减少',
  '减',
  '少于',
  '少',
  '缺少',
  '缺',
  '下滑',
  '不足',
  '未达到',
  '未完成',
  '未达',
  '少完成',
  '偏低',
  '落后',
  '落后于',
  '降低了',
  '下浮',
  '小于',
  '减小',
  '欠缺',
  '短缺',
  '少了',
  '降幅',
  '低了',
)}|少[^\\d,;。扣一二三四五六七八九十两百]{1,4})`
const MORE = oneOf(
  '超过',
  '超出',
  '超',
  '高于',
  '高',
  '增加',
  '上升',
  '升高',
  '增长',
  '提高',
  '多',
  '多出',
  '上浮',
  '大于',
  '增',
  '提升',
  '高出',
  '超支',
)
const LATE = oneOf(
  '慢',
  '每慢',
  '晚到',
  '延误了',
  '超期了',
  '延迟',
  '延期',
  '逾期',
  '推迟',
  '拖延',
  '迟',
  '晚',
  '滞后',
  '延误',
  '延后',
  '超期',
  '拖后',
  '推后',
  '迟延',
  '延长',
  '超时',
  '迟报',
  '晚于',
  '推延',
  '拖欠',
  '迟到',
)
const OFF = oneOf(
  '超过(降低)',
  '超过(低于)',
  '降低(超过)',
  '高于(低于)',
  '增加(或减少)',
  '增加或减少',
  '减少或增加',
  '增减',
  '偏离',
  '偏差',
  '浮动',
  '上下浮动',
  '变动',
  '高于或低于',
  '低于或高于',
  '超过或低于',
  '低于或超过',
  '高或低',
  '低或高',
  '增加(减少)',
  '减少(增加)',
  '超出或低于',
  '超出或不足',
  '上升或下降',
  '下降或上升',
  '升降',
  '相差',
  '超过或不足',
  '增或减',
  '正负偏差',
  '偏差率每',
  '多或少',
  '少或多',
  '偏差度',
  '差',
  '差距',
  '偏差超过',
  '差额',
)
const OCCURS = oneOf(
  '发现',
  '出现',
  '发生',
  '存在',
  '有',
  '查出',
  '查实',
  '发现有',
  '产生',
  '违反',
  '违规',
  '发现存在',
  '被发现',
  '被投诉',
  '被通报',
  '收到',
  '查处',
  '通报',
  '投诉',
  '接到',
  '经查实',
)
const GOAL = oneOf(
  '概算',
  '预算',
  '区间',
  '范围',
  '限额',
  '定额',
  '控制数',
  '规定',
  '合同约定时间',
  '约定时间',
  '目标时间',
  '标准时限',
  '承诺时限',
  '目标值',
  '目标',
  '指标值',
  '年度指标值',
  '年度目标值',
  '年度目标',
  '预期目标',
  '预期值',
  '预期',
  '计划',
  '计划值',
  '计划数',
  '计划时间',
  '计划完成时间',
  '标准',
  '标准值',
  '规定时间',
  '规定时限',
  '规定期限',
  '时限',
  '要求',
  '要求时间',
  '平均值',
  '绩效目标',
  '目标数',
  '基准值',
  '基准',
  '任务',
  '任务数',
  '预算',
  '预算数',
  '满分值',
  '计划目标',
  '既定目标',
  '要求值',
)
const DEDUCTS = oneOf('扣', '扣减', '扣除', '减', '扣分', '减少', '扣掉', '倒扣', '减去', '相应扣', '应扣', '酌扣')
const ADDS = oneOf('加', '增加', '加分', '另加', '奖励', '得', '计', '加计', '给', '加记')

const CHECKED = maybe(
  oneOf(
    '抽查',
    '检查',
    '检查中',
    '抽查中',
    '经检查',
    '经核查',
    '核查中',
    '评价中',
    '现场检查',
    '日常检查中',
    '日常检查',
    '审计中',
    '巡查中',
    '巡查',
    '经查',
    '经抽查',
    '检查时',
    '督查中',
    '若',
    '如',
    '凡',
    '以上三项',
    '上述内容',
    '以上各项',
    '各项',
  ),
)

const STEPS = pattern`${CHECKED}${slot('each', maybe('每'))}${maybe('(?:再|又|比|较)?')}${slot('verb', `(?:${OFF}|${LATE}|${LESS}|${MORE}|${OCCURS}|)`)}${maybe('了')}${maybeSlot('against', `(?:${GOAL}|${PERCENT}(?=${NUMBER}))`)}${maybe('的')}${maybe(',')}${maybe('每')}${maybeSlot('size', `(?:${PERCENT}|${NUMBER})`)}${maybeSlot('unit', `(?:${PERCENT_POINTS}|‰|${UNIT}|[^\\d,;。:扣减加得计每()①-⑳]{1,4})`)}${maybeSlot('counted', '[^,;。:扣每()\\n]{1,24}?')}${maybeSlot('aside', String.raw`\([^()]{3,24}\)`)}${maybe('的', '以上的')}[,:]?${maybe('就', '则', '应', '将', '在满分基础上', '从基准分中', '在基准分基础上', '从满分中', '在该项分值基础上', '在标准分基础上', '从该项分值中', '在总分基础上', '予以', '在此基础上', '相应')}${slot('deducts', `(?:${DEDUCTS}|${ADDS})`)}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', `(?:${PERCENT}|${NUMBER})`)}${maybe('个')}${slot('ending', `(?:分|的?${ITS_POINTS}|)`)}`

function stepsAt(
  folded: string,
  at: number,
): (StepsStatement & { from: number; to: number; spans: Match['spans'] }) | undefined {
  const match = STEPS.match(folded, at)
  if (match === undefined) return undefined
  const { each, verb = '', against, size, unit, counted, deducts, points, ending, aside } = match.said
  const side = sideOf(verb, size, unit)
  if (side === undefined) return undefined
  // 少1份扣2分 is every one; 低于5%扣2分 is once.
  if (each === undefined && (!isOneOf(unit, PIECE) || (size !== undefined && numberOf(size) !== '1'))) return undefined
  // 扣2%: of its points; 扣2 without 分 is nothing that can be told from 扣2项.
  if (ending === undefined && points?.endsWith('%') !== true && /\d/.test(folded[match.end] ?? '')) return undefined
  const width =
    size === undefined ? (isOneOf(unit, PIECE) ? { size: '1', unit: unit! } : undefined) : widthOf(size, unit)
  const deduct = points === undefined ? undefined : numberOf(points)
  if (width === undefined || deduct === undefined) return undefined
  const edge = against !== undefined && /[%\d]/.test(against) ? amountOf(against) : undefined
  return {
    kind: 'steps',
    side,
    ...width,
    deduct,
    isBonus: !isOneOf(deducts, DEDUCTS),
    ...(counted === undefined ? {} : { counted }),
    ...(aside === undefined ? {} : { count: countIn(aside) }),
    verb,
    ...(edge === undefined ? {} : { extent: { is: 'between', low: { value: edge.value, end: 'in' } } as Extent }),
    from: at,
    to: match.end,
    spans: { size: match.spans['size'], deduct: match.spans['points'], verb: match.spans['verb'] },
  }
}

/** （不足5%的按5%计算） within the deduction itself. */
function countIn(aside: string): StepCount | undefined {
  for (const [form, meaning] of SETTLED) {
    const match = form.match(aside, 1)
    const said = match === undefined || match.end !== aside.length - 1 ? undefined : meaning(match.said)
    if (said?.kind === 'count') return said.count
  }
  return undefined
}

/** What is counted piece by piece. */
const PIECE = oneOf(
  '个',
  '次',
  '例',
  '起',
  '处',
  '项',
  '件',
  '人次',
  '人',
  '宗',
  '条',
  '份',
  '座',
  '家',
  '户',
  '套',
  '台',
  '天',
  '日',
  '名',
  '所',
  '场',
  '篇',
  '笔',
  '场次',
  '种',
  '部',
  '本',
  '张',
  '辆',
  '期',
  '周',
  '个月',
  '月',
  '批次',
  '项次',
  '点',
  '个工作日',
  '工作日',
  '批',
  '间',
  '篇次',
  '门',
  '节',
  '课时',
)

function isOneOf(words: string | undefined, table: string): boolean {
  return words !== undefined && new RegExp(`^${table}$`, 'u').test(words)
}

function sideOf(verb: string, size: string | undefined, unit: string | undefined): StepsStatement['side'] | undefined {
  if (isOneOf(verb, OFF)) return 'off'
  if (isOneOf(verb, LATE)) return size?.endsWith('%') || isOneOf(unit, PERCENT_POINTS) ? 'below' : 'late'
  if (isOneOf(verb, LESS)) return 'below'
  if (isOneOf(verb, MORE)) return 'above'
  if (isOneOf(verb, OCCURS)) return 'occurrence'
  if (verb !== '') return undefined
  // 超出范围的，每1%扣: on which side the clause before says.
  if (size?.endsWith('%') || isOneOf(unit, PERCENT_POINTS)) return 'off'
  // 每1次, 每一例.
  return unit !== undefined && /^(?:次|例|起|处|项|件|人次|人|个|宗|条|笔)/.test(unit) ? 'occurrence' : undefined
}

function widthOf(size: string, unit: string | undefined): { size: string; unit: string } | undefined {
  const number = numberOf(size)
  if (number === undefined) return undefined
  if (number.endsWith('%')) return { size: number, unit: '%' }
  if (unit === undefined) return undefined
  if (isOneOf(unit, PERCENT_POINTS)) return { size: `${number}%`, unit: 'points' }
  return { size: number, unit }
}

const RATE = String.raw`(?:[^,;。:\n()\[\]×÷=+\d扣得计]|计划|计量){0,24}?(?:率|比例|比重|占比|程度|进度|比|百分比|情况)`
const SCORES = oneOf(
  '得分',
  '计分',
  '计算得分',
  '折算得分',
  '给分',
  '赋分',
  '评分',
  '计算',
  '折算',
  '计算分值',
  '核算得分',
  '计得分',
  '折算计分',
  '打分',
  '计算相应得分',
  '计算该项得分',
  '得相应分',
  '得相应分数',
  '得相应分值',
  '给相应分值',
  '确定得分',
  '核定得分',
  '计',
  '得',
  '折算分值',
  '相应得分',
  '相应计分',
  '给予相应分值',
  '换算得分',
  '递减',
  '递增',
)
const TAKES = oneOf(
  '扣分',
  '扣减',
  '扣减分值',
  '相应扣分',
  '扣减得分',
  '扣除',
  '扣减相应分值',
  '扣除相应分值',
  '扣除分值',
  '扣',
  '扣减分数',
  '相应扣减',
  '扣相应分值',
  '减分',
  '扣除相应分数',
  '扣减相应分数',
)
const BY = oneOf('按', '按照', '根据', '依据', '依', '则按', '应按', '以', '按其', '则按照')

/** 按完成比例计分, 按实际到位率×指标权重得分, 完成率×分值. */
function proportionAt(folded: string, at: number): Extract<Statement, { kind: 'proportion' }> | undefined {
  for (const [form, of] of PROPORTIONS) {
    const match = form.match(folded, at)
    if (match === undefined) continue
    const { subject, points } = match.said
    return {
      kind: 'proportion',
      ...(points === undefined ? {} : { times: asPoints(points) }),
      ...(of === 'target÷actual' || of === 'actual÷target' ? { of: 'score' as const, quotient: of } : { of }),
      ...(subject === undefined ? {} : { subject }),
      from: at,
      to: match.end,
      spans: { words: { from: at, to: match.end }, subject: match.spans['subject'] },
    }
  }
  return undefined
}

/** The target and what was done, as texts that divide one by the other call them. */
const TARGETS = oneOf(
  '目标值',
  '指标值',
  '年度指标值',
  '计划数',
  '目标数',
  '计划值',
  '目标',
  '计划',
  '年初目标值',
  '计划完成值',
)
const ACTUALS = oneOf('实际值', '实际完成值', '完成值', '实际完成数', '实际', '实际数', '完成数', '全年实际值')

const PROPORTIONS: readonly (readonly [
  ReturnType<typeof pattern>,
  'score' | 'deduction' | 'interpolation' | 'target÷actual' | 'actual÷target',
])[] = [
  [
    pattern`${BY}${TARGETS}(?:与|除以|÷|占)${ACTUALS}${maybe('的')}${oneOf('之比', '比值', '比例', '比率', '比', '')}${maybe('的')}(?:×|乘以)${maybe(NUMBER)}(?:${ITS_POINTS}|分)${maybe(SCORES)}`,
    'target÷actual',
  ],
  [
    pattern`${BY}${ACTUALS}(?:与|除以|÷|占)${TARGETS}${maybe('的')}${oneOf('之比', '比值', '比例', '比率', '比', '百分比')}${maybe('的')}(?:×|乘以)${maybe(NUMBER)}(?:${ITS_POINTS}|分)${maybe(SCORES)}`,
    'actual÷target',
  ],
  [
    pattern`${maybe('按照', '按', '采用', '用', '以', '采取', '根据')}${maybe('线性', '直线', '等比例')}${oneOf('插值', '内插', '插值法', '内插法', '插入法', '线性插值', '直线内插', '比例插值', '线性', '差值法')}${maybe('法', '方法', '方式')}${maybe('进行')}${maybe(SCORES)}${maybe('分', '得分')}`,
    'interpolation',
  ],
  [pattern`按比例${oneOf('增分', '递增', '递增计分', '递增得分', '加分', '增加得分')}`, 'interpolation'],
  [
    pattern`${BY}${maybe('照')}${slot('subject', RATE)}${maybe('占', '的')}(?:×|乘以|乘)${ITS_POINTS}${maybe('的')}${maybe(`${SCORES}`)}${maybe('分')}`,
    'score',
  ],
  [
    pattern`${BY}${slot('subject', RATE)}${maybe('相应', '进行', '予以', '来', '直接', '等比例')}${SCORES}${maybe('分值', '分数', '分')}`,
    'score',
  ],
  [pattern`${BY}${slot('subject', RATE)}${maybe('相应', '进行', '予以', '来', '等比例')}${TAKES}`, 'deduction'],
  [
    pattern`${maybe('该项', '本项', '指标', '该指标', '实际', '最终', '此项', '则', '其')}(?:得分|评分|分值|分数)(?:=|:|为)${slot('subject', RATE)}(?:×|乘以)${maybe('100%×')}${ITS_POINTS}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${slot('subject', RATE)}(?:×|乘以)${ITS_POINTS}${maybe('计分', '得分', '计算', '计算得分')}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${maybe('该项', '本项', '指标', '该指标', '本指标', '此项')}(?:得分|计分)?(?:=|:|为)?${ITS_POINTS}(?:×|乘以)${slot('subject', RATE)}${maybe('计分', '得分', '计算', '计算得分')}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${BY}${slot('subject', RATE)}${maybe('占', '的')}(?:×|乘以|乘)${slot('points', NUMBER)}分?${maybe(SCORES)}${maybe('分')}(?![+\-×÷\d])`,
    'score',
  ],
  [pattern`(?:等|同|成)?比例${maybe('地')}${SCORES}`, 'score'],
  [pattern`(?:等|同|成)?比例${maybe('地')}${TAKES}`, 'deduction'],
]

const COUNTED = pattern`${maybe('对', '凡', '如', '若', '有')}${slot('text', String.raw`[^,;。:\n≥≤<>=%\d扣每]{3,30}?`)}的?[,]?(?=每)`

/** Clauses without a condition. */
function alone(folded: string, at: number): Statement[] {
  const found: Statement[] = []
  const steps = stepsAt(folded, at)
  if (steps !== undefined) found.push(steps)
  // 未按规定公开的，每项扣0.5分: the words before say what is counted.
  const led = COUNTED.match(folded, at)
  const counted = led === undefined ? undefined : stepsAt(folded, led.end)
  if (counted?.side === 'occurrence' && counted.counted === undefined)
    found.push({ ...counted, counted: led!.said['text'] })
  const share = proportionAt(folded, at)
  if (share !== undefined) found.push(share)
  for (const [form, meaning] of SETTLED) {
    const match = form.match(folded, at)
    const said = match === undefined ? undefined : meaning(match.said)
    if (match !== undefined && said !== undefined)
      found.push({
        ...said,
        from: at,
        to: match.end,
        spans: { points: match.spans['points'], words: { from: at, to: match.end } },
      } as Statement)
  }
  return found
}

type Bare<S> = S extends Statement ? Omit<S, 'from' | 'to' | 'spans'> : never
type Meaning = (said: Match['said']) => Bare<Statement> | undefined

const STEP = `(?:${VALUE}|${NUMBER}[^\\d,;。扣按不的]{0,4})`
const SETTLED: readonly (readonly [ReturnType<typeof pattern>, Meaning])[] = [
  [
    pattern`${maybe('得分', '若', '如', '最终得分', '计算得分')}${oneOf('超过', '超出', '大于', '高于', '多于')}${slot('points', NUMBER)}分${maybe('的')}[,]?${oneOf('按', '以', '计', '记', '得', '仍按', '均按')}${NUMBER}分${maybe('计算', '计', '记', '计分', '为准')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: asPoints(points) }),
  ],
  [
    pattern`${maybe('最高')}以${slot('points', NUMBER)}分为${oneOf('限', '上限', '满分', '最高分')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: asPoints(points) }),
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
    ({ points }) => ({ kind: 'settle', what: 'limit', points: asPoints(points) }),
  ],
  [
    pattern`${maybe('得分', '该项', '本项', '此项', '该指标')}${oneOf('最高', '最多', '最高得分', '最高得', '最高分', '最高分为', '最多得', '最高不超过', '封顶', '上限', '上限为', '计满', '得满', '加满', '以满', '最多不超过', '不超过', '得分不超过', '最高得分不超过', '得分最高不超过', '最高加', '不得超过', '总分不超过', '得分最高', '满分')}${maybe('得', '为', '不超过', '计')}${slot('points', NUMBER)}分${maybe('为止', '封顶')}`,
    ({ points }) => ({ kind: 'settle', what: 'cap', points: asPoints(points) }),
  ],
  [
    pattern`${maybe('得分', '该项', '本项', '此项', '最终得分', '得分值')}${maybe('最高', '最多', '最大', '总分', '累计', '得分')}${maybe('得', '为', '计', '以')}${oneOf('封顶', '为满分', '超出分值的以分值为限', '超过分值的以分值为限', '超出分值以分值为限', '多建不加分', '多做不加分', '多完成不加分', '得分不超过权重分值', '得分不超过分值', '得分不超过满分', '得分不超过指标分值', '得分不超过权重分', '得分不突破权重总额', '得分不得突破权重总额', '不超过权重', '满分为止', '得满分为止', '不超过满分', '不得超过满分', '不超过满分值', '不得突破权重总额', '得满分', '满分封顶', '以满分为限', '计满为止', '得满为止', '加满为止', '不超过分值', '不得超过分值', '不超过指标分值', '不得超过指标分值', '不超过该项分值', '不超过本项分值', '不超过权重分', '不得超过该指标分值上限', '不超过该指标分值上限', '不超过标准分', '不突破满分', '计满分为止', '不超过权重分值', '不超过指标权重')}`,
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
    ({ points }) => ({ kind: 'settle', what: 'cap', points: asPoints(points) }),
  ],
]

/**
 * 资金使用符合规定得3分，每发现一处不符合扣0.5分: words without a number that give the points from which a deduction begins. A
 * single number in them is what has to be reached: 完成机房2套精密维保服务得满分，每减少1套扣….
 */
function describedAt(folded: string, at: number): Statement[] {
  const base = BASE.match(folded, at)
  const edge = base?.said['value'] === undefined ? undefined : amountOf(base.said['value'])
  if (base !== undefined && edge !== undefined) {
    const only = { value: edge.value, unit: edge.unit, end: 'in' } as const
    return [
      {
        kind: 'score',
        extent: { is: 'between', low: only, high: only },
        gives: 'full',
        from: at,
        to: base.end,
        spans: { low: base.spans['value'] },
      },
    ]
  }
  const match = DESCRIBED.match(folded, at)
  const text = match?.said['text']
  if (match === undefined || text === undefined) return []
  const given = givenAt(folded, match.end)
  if (given === undefined || given.gives === 'none' || given.gives.startsWith('-')) return []
  const next = NEXT.match(folded, given.end)
  const steps = next === undefined ? undefined : stepsBehind(folded, next.end)
  if (steps === undefined || steps.isBonus) return []
  const numbers = [...text.matchAll(new RegExp(VALUE, 'gu'))].filter(([words]) => /\d/.test(words))
  const amount = numbers.length === 1 ? amountOf(numbers[0]![0]) : undefined
  if (numbers.length > 1 || (numbers.length === 1 && (amount === undefined || steps.side !== 'below'))) return []
  const extent: Extent =
    amount === undefined
      ? { is: 'described', text }
      : { is: 'between', low: { value: amount.value, unit: amount.unit, end: 'in' } }
  return [{ kind: 'score', extent, gives: given.gives, from: at, to: given.end, spans: { gives: given.span } }]
}

function stepsBehind(folded: string, at: number): StepsStatement | undefined {
  const alone = stepsAt(folded, at)
  if (alone !== undefined) return alone
  const leads = extentsAt(folded, at).flatMap(({ end }) => stepsAt(folded, LINK.match(folded, end)?.end ?? end) ?? [])
  return leads[0]
}

/** 以95%为基准 says where a deduction begins. */
const BASE = pattern`以${slot('value', VALUE)}为${oneOf('基准', '标准', '目标', '基数', '起点', '标准值', '基准值', '目标值', '基础')}${maybe('值', '线')}(?=[,;。])`
const DESCRIBED = pattern`${slot('text', String.raw`(?:[^;。\n≥≤<>=%每扣]|每[年月季周人户]){2,80}?`)}${`(?=${THEN}${maybe(GIVES)}(?:${FULL_POINTS}|${NUMBER}分)[,;。\\n])`}`
const NEXT = pattern`[,;。\n]+${maybe('[①-⑳]', '\\(?[1-9]\\)', '[1-9][.、](?!\\d)')}${maybe('如', '若', '但', '如有', '经查实', '发现', '经检查')}(?<!发现)`
