/** What a column of an indicator table holds. `level` columns stand for 一级指标, 二级指标 … from left to right. */
export type ColumnRole =
  | 'level'
  | 'name'
  | 'code'
  | 'points'
  | 'target'
  | 'comparator'
  | 'unit'
  /** How points are given: 评分标准, 计分方法. */
  | 'standard'
  /** What is looked at, ①②③: 评价要点. */
  | 'aspects'
  /** How the value is reckoned: 计算公式. */
  | 'formula'
  | 'actual'
  | 'score'
  /** 自评得分 beside a score that somebody else gave. */
  | 'self-score'
  /** Why points were lost: 扣分原因, 偏差原因, 评分依据. */
  | 'reason'
  | 'definition'
  /** 定量 or 定性, 正向 or 逆向. */
  | 'kind'
  | 'source'
  | 'evidence'
  /** Values of years before: 上年完成值. */
  | 'history'
  | 'due'
  | 'owner'
  | 'note'

/** Text as headers are compared: half-width, without spaces, and without what stands in brackets. */
export function folded(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[([{【〔][^()[\]{}【】〔〕]*[)\]}】〕]/g, '')
    .replace(/[:：*]+$/, '')
    .toLowerCase()
}

/** No header is longer; what is, is not looked at. */
const LONGEST = 60

/** What the column below a header holds, by the header's meaning; undefined where it has none that we know. */
export function roleOf(header: string): ColumnRole | undefined {
  if (header.length > LONGEST) return undefined
  const text = folded(header)
  if (text === '') return undefined
  const role = exactRole(text)
  if (role !== undefined) return role
  // 三级指标及分值, 指标值（单位）, 评分标准和得分: the first of what runs together governs.
  const [first = '', second = ''] = text.split(/及|和|与|[、/／]/, 2)
  return second !== '' && exactRole(second) !== undefined ? exactRole(first) : undefined
}

/** Whether a column of names holds the points behind them: 三级指标及分值. */
export function holdsPoints(header: string): boolean {
  return /(?:及|和|与|[、/／(（])(?:其)?(?:分值|权重|满分|标准分)/.test(header.slice(0, LONGEST).replace(/\s/g, ''))
}

/** The unit that a header says for all numbers below it: 目标值（万元）, 完成率（%）. */
export function unitIn(header: string): string | undefined {
  const found = /[(（]\s{0,4}(?:单位[:：])?\s{0,4}([^()（）]{1,8}?)\s{0,4}[)）]\s{0,4}$/.exec(
    header.slice(0, LONGEST),
  )?.[1]
  return found !== undefined && UNITS.has(found) ? found.replace('％', '%') : undefined
}

/** No letters of a formula (A), no 分, which are points. */
const UNITS: ReadonlySet<string> = new Set(
  '% ％ ‰ 元 千元 万元 亿元 个 人 人次 次 户 家 项 天 日 小时 分钟 公里 千米 米 平方米 亩 公顷 吨 公斤 千克 件 份 台 套 场 期 篇 条'.split(
    ' ',
  ),
)

function exactRole(text: string): ColumnRole | undefined {
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0]
}

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'level',
    /^(?:第?[一二三四五1-5]级(?:评价|绩效|考核|考评)?(?:指标|项目|目录)?(?:名称|内容)?|[一二三四五]层指标|level-?[1-5](?:indicators?)?)$/,
  ],
  ['code', /^(?:序号|编号|编码|代码|指标(?:序号|编号|编码|代码)|no\.?|code|#)$/],
  [
    'points',
    /^(?:(?:指标|标准|满分|设定|权重|赋|基准|基础|考核|评价|目标)?(?:分值|分数)(?:权重)?|(?:指标|目标)?权重(?:分|分值|值|系数|%)?|权数|标准分|基本分|应得分|满分值?|总分值?|赋分|分值权重|分|points?|weights?|maxpoints)$/,
  ],
  ['comparator', /^(?:计算符号|运算符号?|符号|指标方向|比较符号?|operators?|comparators?)$/],
  ['unit', /^(?:(?:计量|度量|指标)?单位|units?)$/],
  [
    'target',
    /^(?:(?:年度|年初|全年|本年|当年|预期|计划|绩效|设定|调整后?|标准|考核|评价|指标|预算|总体)*(?:指标值|目标值|绩效目标|目标任务|预期指标值?|任务目标)|(?:绩效|指标)标准|标准值|预期值|计划值|计划数|计划完成值|年度目标|预期目标|任务数|目标|targets?|targetvalues?)$/,
  ],
  ['aspects', /^(?:(?:指标)?(?:评价|考核|考评|评分|评估)要点|观测点|考察点|考核点|评价内容及要点)$/],
  [
    'standard',
    /^(?:(?:评分|计分|评价|考核|考评|评估|扣分|评\(扣\)分|评扣分|打分|赋分|得分)(?:计分)?(?:标准|方法|办法|细则|规则|说明|准则|方式)(?:及说明)?|评分(?:标准)?细则|评分|scoringstandards?|standards?|scoring(?:rule)?s?)$/,
  ],
  ['formula', /^(?:(?:指标)?(?:计算|计分|评分|得分)公式|(?:指标)?(?:计算|测算|取值)(?:方法|方式|办法)|formulas?)$/],
  [
    'history',
    /^(?:(?:上|前|去|往)[一二三12两]?年度?(?:度)?(?:完成|实际|指标|实绩|同期)?(?:完成)?(?:值|数|情况)?|历史(?:值|数据|水平)|基期值?|基准值|近三年(?:平均)?(?:值|数据|情况)?|history)$/,
  ],
  [
    'actual',
    /^(?:(?:全年|年度|本年|当年|实际|指标|目标|截至\S{0,12})*(?:实际值|完成值|完成情况|实际完成|完成指标值|完成数|实现值|完成率|执行情况)|全年执行数|actual(?:value)?s?)$/,
  ],
  ['self-score', /^(?:(?:单位|部门|预算单位|自我)?自评(?:得)?分(?:数|值)?|自我评价得分|self-?scores?)$/],
  [
    'score',
    /^(?:(?:评价|考核|考评|实际|复核|复评|核定|核查|评审|评估|最终|指标|专家|审核|抽查|认定)*(?:得分|评分)|复核分|核定分|实得分|得分值|得分数|得分情况|scores?)$/,
  ],
  [
    'reason',
    /^(?:(?:偏差|未完成|未达标|扣分|减分|失分|扣减分)(?:的)?(?:原因|理由|情况|说明|依据|事项)\S{0,14}|原因分析\S{0,10}|(?:评分|打分|得分|评价|扣分)(?:依据|理由|情况说明)|存在问题|reasons?)$/,
  ],
  ['definition', /^(?:(?:指标)?(?:解释|说明|定义|释义|内涵|含义|指标值说明)|指标解释及说明|definitions?)$/],
  ['kind', /^(?:指标(?:类型|性质|属性|类别)|(?:定量|定性)\S{0,6}|类型|性质|kinds?|types?)$/],
  [
    'source',
    /^(?:(?:数据|指标|信息|资料|取数|证据|评价)(?:数据)?(?:来源|出处|采集\S{0,4}|取得\S{0,4})\S{0,6}|来源|sources?)$/,
  ],
  [
    'evidence',
    /^(?:(?:佐证|证明|支撑|印证|备查|评价|考核|所需)(?:资料|材料|依据)\S{0,4}|(?:需|应)提供\S{0,8}|evidence)$/,
  ],
  ['due', /^(?:(?:完成|考核|达成|预计完成|计划完成)(?:时限|期限|时间|日期|节点)|时限|期限|deadline|due(?:date)?)$/],
  [
    'owner',
    /^(?:(?:责任|牵头|主管|考核|承办|配合|实施|评价|填报|报送|负责)(?:科室|处室|单位|部门|股室|人)\S{0,6}|科室|处室|owners?)$/,
  ],
  ['note', /^(?:备注|说明事项|其他说明|补充说明|notes?|remarks?)$/],
  [
    'name',
    /^(?:(?:绩效|评价|考核|考评|评估|具体|末级|共性|个性)?指标(?:名称|内容|体系)?|(?:评价|考核|考评|评估|检查)(?:内容|项目|事项)|(?:项目|指标)?名称|项目|内容|indicators?(?:name)?|name)$/,
  ],
]
