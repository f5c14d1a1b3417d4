import type { Language } from '@yardstick/model'
import type { Part } from './difference.ts'

/** The sentences of differences and the names of fields and values in them, by language; `{}` stands for what is said. */
export interface DiffWords {
  readonly parts: { readonly [P in Part]: string }
  readonly fields: { readonly [field: string]: string }
  readonly values: { readonly [field: string]: { readonly [value: string]: string } }
  readonly yes: string
  readonly no: string
  readonly top: string
  readonly comma: string
  readonly quoted: (text: string) => string
  readonly more: (count: number) => string
  /** What a sentence is about: "数据项“预算数”", "参保人员满意度". */
  readonly about: (part: Part, name: string) => string
  readonly changed: (about: string, field: string, before: string, after: string) => string
  readonly set: (about: string, field: string, after: string) => string
  readonly unset: (about: string, field: string, before: string) => string
  readonly touched: (about: string, field: string) => string
  readonly added: (what: string, place: string | undefined) => string
  readonly removed: (what: string, place: string | undefined) => string
  readonly renamed: (part: Part, before: string, after: string) => string
  readonly recoded: (about: string, before: string, after: string) => string
  /** Places in words; undefined is the top. */
  readonly moved: (about: string, before: string | undefined, after: string | undefined) => string
  readonly reordered: (about: string, list: Part, order: string) => string
  readonly points: (points: string, leaves: number) => string
  readonly digits: (digits: number) => string
  readonly step: (step: string) => string
  readonly exact: string
  /** What of a scheme is rounded. */
  readonly places: { readonly [place: string]: string }
  /** Both ends, or the one that there is. */
  readonly range: (low: string | undefined, high: string | undefined) => string
}

const zh: DiffWords = {
  parts: {
    scheme: '方案',
    item: '数据项',
    measure: '计算量',
    indicator: '指标',
    condition: '共用条件',
    rule: '规则',
    grade: '等级',
    case: '示例',
  },
  fields: {
    name: '名称',
    version: '版本',
    id: '编码',
    region: '地区',
    year: '年度',
    departmentTypes: '适用部门类型',
    formCode: '表号',
    basis: '依据',
    description: '说明',
    source: '来源',
    fullScore: '满分',
    ceiling: '总分上限',
    rounding: '舍入',
    stepCount: '不足一步的算法',
    missing: '空缺时的处理',
    notApplicable: '不适用时的处理',
    declarations: '绩效目标申报',
    gradeBasis: '等级依据',
    layout: '关系图的位置',
    lineage: '模板来源',
    sharing: '供下级采用的设定',
    code: '编号',
    points: '分值',
    kind: '类别',
    weight: '权重',
    core: '核心指标',
    definition: '指标解释',
    note: '备注',
    target: '目标值',
    actual: '实际值公式',
    scoring: '评分标准',
    standard: '自拟评分标准',
    scoringBasis: '计分方法来源',
    dataSource: '数据来源',
    evidence: '佐证材料',
    weighUnitsBy: '单位加权数据项',
    declared: '可申报范围',
    combine: '汇总方式',
    individual: '个性指标',
    children: '下级指标',
    label: '显示名',
    type: '类型',
    unit: '单位',
    digits: '小数位数',
    required: '必填',
    range: '取值范围',
    choices: '选项',
    fields: '清单的各栏',
    period: '期间',
    filledBy: '填报人',
    mayBeNotApplicable: '可填不适用',
    aggregate: '单位汇总办法',
    formula: '公式',
    rounded: '先舍入再使用',
    condition: '内容',
    conditions: '条件',
    priority: '次序',
    event: '效果',
    from: '下限',
    submission: '填报数据',
    expected: '应得结果',
    total: '总分',
    grade: '等级',
    scores: '得分',
    items: '数据项',
    measures: '计算量',
    indicators: '指标',
    rules: '规则',
    grades: '等级',
    cases: '示例',
  },
  values: {
    type: {
      number: '数值',
      money: '金额',
      rate: '比率',
      count: '计数',
      date: '日期',
      text: '文字',
      choice: '选项',
      boolean: '是否',
      list: '清单',
    },
    stepCount: { prorata: '按比例折算', whole: '满一步才计', started: '不足一步按一步' },
    missing: { block: '不出总分', zero: '记 0 分' },
    notApplicable: { full: '按满分', siblings: '分值转入同级', rescale: '剔除后折算', 'group-mean': '取组内平均' },
    declarations: { none: '不申报', optional: '可以申报', required: '必须申报' },
    gradeBasis: { published: '原文', assumed: '补充' },
    scoringBasis: { assumed: '待核对' },
    kind: { bonus: '加分项' },
    combine: { sum: '相加', 'best-of': '取最高', minimum: '取最低', 'weighted-mean': '加权平均', alternatives: '择一' },
    period: { 'this-year': '本年', 'last-year': '上年' },
    aggregate: { sum: '相加', max: '取最大', min: '取最小', refuse: '不汇总', weighted: '加权平均' },
    event: {
      'not-applicable': '不适用',
      zero: '记 0 分',
      deduct: '扣分',
      bonus: '加分',
      'cap-grade': '等级封顶',
      veto: '一票否决',
      flag: '标记',
    },
    mode: { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', up: '进一', down: '去尾' },
  },
  yes: '是',
  no: '否',
  top: '最上级',
  comma: '、',
  quoted: (text) => `“${text}”`,
  more: (count) => `等 ${count} 项`,
  about: (part, name) => (part === 'scheme' ? '方案' : part === 'indicator' ? name : `${zh.parts[part]}“${name}”`),
  changed: (about, field, before, after) => `${about}：${field}由 ${before} 改为 ${after}`,
  set: (about, field, after) => `${about}：增加${field} ${after}`,
  unset: (about, field, before) => `${about}：取消${field}（原为 ${before}）`,
  touched: (about, field) => `${about}：${field}有改动`,
  added: (what, place) => (place === undefined ? `增加${what}` : `在“${place}”下增加${what}`),
  removed: (what, place) => (place === undefined ? `删去${what}` : `删去“${place}”下的${what}`),
  renamed: (part, before, after) => `${zh.parts[part]}“${before}”改名为“${after}”`,
  recoded: (about, before, after) => `${about}：编码由 ${before} 改为 ${after}`,
  moved: (about, before, after) =>
    `${about}：由${before === undefined ? '最上级' : `“${before}”`}移到${after === undefined ? '最上级' : `“${after}”之下`}`,
  reordered: (about, list, order) =>
    about === '方案' ? `${zh.parts[list]}的次序改为 ${order}` : `${about}：下级${zh.parts[list]}的次序改为 ${order}`,
  points: (points, leaves) => (leaves === 0 ? `（${points} 分）` : `（${points} 分，${leaves} 个末级指标）`),
  digits: (digits) => (digits === 0 ? '取整数' : `保留 ${digits} 位小数`),
  step: (step) => `取到 ${step}`,
  exact: '不舍入',
  places: { leaf: '末级指标', branch: '上级指标', total: '总分' },
  range: (low, high) =>
    low === undefined
      ? high === undefined
        ? '不限'
        : `不高于 ${high}`
      : high === undefined
        ? `不低于 ${low}`
        : `${low} 至 ${high}`,
}

const en: DiffWords = {
  parts: {
    scheme: 'scheme',
    item: 'data item',
    measure: 'measure',
    indicator: 'indicator',
    condition: 'shared condition',
    rule: 'rule',
    grade: 'grade',
    case: 'sample',
  },
  fields: {
    id: 'id',
    departmentTypes: 'department types',
    formCode: 'form code',
    fullScore: 'full score',
    stepCount: 'counting of part steps',
    missing: 'treatment of missing values',
    notApplicable: 'treatment of what does not apply',
    gradeBasis: 'basis of grades',
    code: 'number',
    kind: 'kind',
    core: 'core indicator',
    actual: 'actual value',
    scoring: 'standard',
    standard: "author's own standard",
    scoringBasis: 'basis of the method',
    dataSource: 'data source',
    weighUnitsBy: 'weight of units',
    declared: 'limits for declarations',
    combine: 'combination',
    individual: 'open to own indicators',
    filledBy: 'filled in by',
    mayBeNotApplicable: 'may be not applicable',
    aggregate: 'aggregation over units',
    rounded: 'rounded before use',
    condition: 'content',
    event: 'effect',
    from: 'lower bound',
    expected: 'expected result',
  },
  values: {
    stepCount: { prorata: 'in proportion', whole: 'whole steps only', started: 'started steps count' },
    scoringBasis: { assumed: 'to be confirmed' },
    missing: { block: 'no total', zero: '0 points' },
    notApplicable: {
      full: 'full points',
      siblings: 'points to siblings',
      rescale: 'rescaled',
      'group-mean': "the group's mean",
    },
    combine: {
      'best-of': 'the best one',
      minimum: 'the lowest one',
      'weighted-mean': 'weighted mean',
      alternatives: 'one of them',
    },
    period: { 'this-year': 'this year', 'last-year': 'last year' },
    mode: { 'half-up': 'half up', 'half-even': 'half even', up: 'up', down: 'down' },
  },
  yes: 'yes',
  no: 'no',
  top: 'the top level',
  comma: ', ',
  quoted: (text) => `"${text}"`,
  more: (count) => `… (${count})`,
  about: (part, name) =>
    part === 'scheme' ? 'Scheme' : part === 'indicator' ? name : `${capital(en.parts[part])} "${name}"`,
  changed: (about, field, before, after) => `${about}: ${field} changed from ${before} to ${after}`,
  set: (about, field, after) => `${about}: ${field} set to ${after}`,
  unset: (about, field, before) => `${about}: ${field} removed (was ${before})`,
  touched: (about, field) => `${about}: ${field} changed`,
  added: (what, place) => `Added ${what}${place === undefined ? '' : ` under "${place}"`}`,
  removed: (what, place) => `Removed ${what}${place === undefined ? '' : ` from "${place}"`}`,
  renamed: (part, before, after) => `${capital(en.parts[part])} "${before}" renamed to "${after}"`,
  recoded: (about, before, after) => `${about}: id changed from ${before} to ${after}`,
  moved: (about, before, after) =>
    `${about}: moved from ${before === undefined ? 'the top level' : `"${before}"`} to ${after === undefined ? 'the top level' : `"${after}"`}`,
  reordered: (about, list, order) =>
    about === 'Scheme'
      ? `Order of ${en.parts[list]}s changed to ${order}`
      : `${about}: order of ${en.parts[list]}s changed to ${order}`,
  points: (points, leaves) => (leaves === 0 ? ` (${points} points)` : ` (${points} points, ${leaves} leaves)`),
  digits: (digits) => (digits === 1 ? '1 digit' : `${digits} digits`),
  step: (step) => `steps of ${step}`,
  exact: 'not rounded',
  places: { leaf: 'leaves', branch: 'branches', total: 'total' },
  range: (low, high) =>
    low === undefined
      ? high === undefined
        ? 'no limits'
        : `at most ${high}`
      : high === undefined
        ? `at least ${low}`
        : `${low} to ${high}`,
}

export const diffWords: { readonly [L in Language]: DiffWords } = { zh, en }

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
