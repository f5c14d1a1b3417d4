import type { Language, LayerName, ResultState, Scoring } from '@yardstick/model'
import { type ResultWords, resultWords } from '../result-words.ts'

/** What a performance evaluation report says around the figures, in Chinese and English. */
export interface ReportWords extends ResultWords {
  readonly comma: string
  readonly semicolon: string
  readonly stop: string
  readonly colon: string
  readonly list: string
  readonly none: string
  /** Between two sentences. */
  readonly gap: string
  /** The number before a heading, from the counts of its level and those above. */
  readonly number: (counts: readonly number[]) => string
  /** In two lines. */
  readonly title: (subject: string, period: string, project: string | undefined, isOverall: boolean) => string
  readonly period: (period: string) => string
  readonly place: (name: string) => string
  /** The line that the seal is set on. */
  readonly sealed: (evaluator: string) => string
  readonly blankDate: string
  readonly cover: { readonly subject: string; readonly evaluator: string; readonly date: string }
  readonly headings: {
    readonly [H in
      | 'summary'
      | 'basics'
      | 'background'
      | 'goals'
      | 'work'
      | 'purpose'
      | 'basis'
      | 'method'
      | 'system'
      | 'grades'
      | 'standards'
      | 'process'
      | 'result'
      | 'overall'
      | 'conclusion'
      | 'analysis'
      | 'experience'
      | 'problems'
      | 'advice'
      | 'other']: string
  }
  readonly annexes: { readonly scores: string; readonly data: string; readonly proof: string }
  readonly annex: (number: number, name: string) => string
  readonly about: (subject: string, period: string, scheme: string, version: string, full: string) => string
  readonly subjectTable: {
    readonly [K in 'department' | 'unit' | 'project' | 'departmentType' | 'period' | 'self']: string
  }
  readonly selfTotal: (total: string, grade: string | undefined) => string
  readonly note: (note: string) => string
  readonly state: {
    readonly final: string
    readonly provisional: string
    readonly blocked: (count: number, names: string) => string
  }
  readonly levelOne: (name: string, points: string, score: string, rate: string | undefined) => string
  readonly lost: (leaves: number, losing: number, lost: string) => string
  readonly fullMarks: (leaves: number) => string
  readonly mostLost: (name: string, lost: string) => string
  readonly targets: (count: number) => string
  readonly systemCounts: (counts: readonly number[], full: string) => string
  readonly systemPoints: (list: string) => string
  readonly pointsOf: (name: string, points: string) => string
  readonly source: (source: string) => string
  readonly methods: (list: string) => string
  readonly methodCount: (method: Scoring['method'], count: number) => string
  readonly judgedBy: (names: string) => string
  readonly gradeFrom: (name: string, from: string) => string
  readonly gradeBetween: (name: string, from: string, to: string) => string
  readonly gradeBelow: (name: string, to: string) => string
  readonly assumedGrades: string
  readonly noGrades: string
  readonly standardsIn: string
  readonly assumedStandards: (names: string) => string
  readonly rounding: (leaf: string, total: string) => string
  readonly round: {
    readonly none: string
    readonly digits: (digits: number) => string
    readonly step: (step: string) => string
  }
  readonly result: (total: string, full: string, grade: string | null) => string
  readonly tables: { readonly summary: string; readonly lost: string }
  readonly table: (number: number, name: string) => string
  readonly chart: string
  readonly columns: {
    readonly [C in
      | 'indicator'
      | 'points'
      | 'score'
      | 'rate'
      | 'target'
      | 'actual'
      | 'standard'
      | 'remark'
      | 'rank'
      | 'lost'
      | 'data'
      | 'value'
      | 'layer'
      | 'source'
      | 'evidence']: string
  }
  readonly level: (level: number) => string
  readonly grade: string
  readonly worth: (name: string, points: string) => string
  readonly branch: (name: string, points: string, score: string) => string
  /** A branch in a narrow cell. */
  readonly inCell: (name: string, points: string, score: string) => string
  readonly leaf: (points: string, score: string) => string
  readonly leafUnscored: (points: string, state: ResultState) => string
  readonly provisionalLeaf: string
  readonly formula: (name: string, formula: string) => string
  readonly confirmed: (name: string, shown: string, who: string, layer: LayerName) => string
  readonly layer: { readonly [L in LayerName]: string }
  readonly lostList: (count: number, lost: string) => string
  readonly noProblems: string
  readonly found: string
  readonly events: { readonly flag: string; readonly veto: string; readonly 'cap-grade': string }
  readonly proof: {
    readonly [P in 'scheme' | 'schemeHash' | 'declaration' | 'submission' | 'group' | 'engine' | 'state']: string
  }
  readonly foot: (scheme: string, submission: string, engine: string) => string
  readonly inBrackets: (text: string) => string
}

export const reportWords: { readonly [L in Language]: ReportWords } = {
  zh: {
    ...resultWords.zh,
    comma: '，',
    semicolon: '；',
    stop: '。',
    colon: '：',
    list: '、',
    none: '—',
    gap: '',
    number: (counts) => numberZh(counts.length, counts.at(-1) ?? 0),
    title: (subject, period, project, isOverall) =>
      project === undefined
        ? `${subject}\n${period}${isOverall ? '部门整体支出' : ''}绩效评价报告`
        : `${subject}\n${period}${project}${project.endsWith('项目') ? '' : '项目'}支出绩效评价报告`,
    period: (period) => (/^\d{4}$/.test(period) ? `${period}年度` : period),
    place: (name) => `【待填写：${name}】`,
    sealed: (evaluator) => `评价机构（盖章）：${evaluator === '' ? '　　　　　　　　' : evaluator}`,
    blankDate: '　　　　年　　月　　日',
    cover: { subject: '评价对象', evaluator: '评价机构', date: '报告日期' },
    headings: {
      summary: '摘要',
      basics: '基本情况',
      background: '评价对象概况',
      goals: '绩效目标',
      work: '评价工作开展情况',
      purpose: '评价目的',
      basis: '评价依据',
      method: '评价方法',
      system: '评价指标体系',
      grades: '评价等级',
      standards: '评价标准',
      process: '评价工作过程',
      result: '综合评价情况及结论',
      overall: '综合评价情况',
      conclusion: '评价结论',
      analysis: '评价指标分析',
      experience: '主要经验及做法',
      problems: '存在的问题',
      advice: '有关建议',
      other: '其他需要说明的问题',
    },
    annexes: { scores: '绩效评价评分表', data: '评价所用数据及来源', proof: '核验信息' },
    annex: (number, name) => `附件${number}　${name}`,
    about: (subject, period, scheme, version, full) =>
      `本次评价对象为${subject}，评价周期为${period}，按《${scheme}》（版本 ${version}）评分，满分 ${full} 分。`,
    subjectTable: {
      department: '主管部门',
      unit: '实施单位',
      project: '项目名称',
      departmentType: '部门类型',
      period: '评价周期',
      self: '自评或印出的得分',
    },
    selfTotal: (total, grade) => `${total} 分${grade === undefined ? '' : `，${grade}`}`,
    note: (note) => `说明：${note}`,
    state: {
      final: '结果已定',
      provisional: '本结果为暂定：部分数据尚待核实，核实后得分可能变化。',
      blocked: (count, names) => `尚不能得出总分：还缺 ${count} 项（${names}），补齐后才有总分和等级。`,
    },
    levelOne: (name, points, score, rate) =>
      `${name} ${points} 分，得 ${score} 分${rate === undefined ? '' : `，得分率 ${rate}`}`,
    lost: (leaves, losing, lost) => `共 ${leaves} 项末级指标，其中 ${losing} 项失分，合计失 ${lost} 分`,
    fullMarks: (leaves) => `共 ${leaves} 项末级指标，均未失分`,
    mostLost: (name, lost) => `失分最多的是${name}（失 ${lost} 分）`,
    targets: (count) => `指标体系为 ${count} 项指标设定了目标值：`,
    systemCounts: (counts, full) =>
      `指标体系设${counts.map((count, level) => `${numeral(level + 1)}级指标 ${count} 个`).join('、')}，满分 ${full} 分。`,
    systemPoints: (list) => `一级指标的分值为：${list}。`,
    pointsOf: (name, points) => `${name} ${points} 分`,
    source: (source) => `指标体系来源：${source}。`,
    methods: (list) => `各末级指标的计分方法：${list}。`,
    methodCount: (method, count) => `${methodsZh[method]} ${count} 项`,
    judgedBy: (names) => `由人评定的指标：${names}。`,
    gradeFrom: (name, from) => `${name}：${from} 分（含）以上`,
    gradeBetween: (name, from, to) => `${name}：${from} 分（含）至 ${to} 分`,
    gradeBelow: (name, to) => `${name}：${to} 分以下`,
    assumedGrades: '指标体系的来源没有印出等级分档，此处采用全国通用的四档。',
    noGrades: '本指标体系不分等级。',
    standardsIn: '各项指标的评分标准见附件1。',
    assumedStandards: (names) => `其中下列指标的计分方法有推定的成分：${names}。`,
    rounding: (leaf, total) => `末级指标得分${leaf}，总分${total}。`,
    round: {
      none: '不舍入',
      digits: (digits) => (digits === 0 ? '取整数' : `保留 ${digits} 位小数`),
      step: (step) => `按 ${step} 分取整`,
    },
    result: (total, full, grade) =>
      `经综合评价，总分为 ${total} 分（满分 ${full} 分）${grade === null ? '' : `，评价等级为“${grade}”`}。`,
    tables: { summary: '一级指标得分情况', lost: '失分情况（由多到少）' },
    table: (number, name) => `表${number}　${name}`,
    chart: '一级指标得分率',
    columns: {
      indicator: '指标',
      ...resultWords.zh.columns,
      rate: '得分率',
      actual: '实际完成值',
      remark: '评分说明',
      rank: '序号',
      lost: '失分',
      data: '数据项',
      value: '数值',
      layer: '来自',
      source: '来源',
      evidence: '佐证材料',
    },
    level: (level) => `${level} 级指标`,
    grade: '评价等级',
    worth: (name, points) => `${name}（${points} 分）`,
    branch: (name, points, score) => `${name}（${points} 分，得 ${score} 分）`,
    inCell: (name, points, score) => `${name}\n${score} / ${points}`,
    leaf: (points, score) => `本项分值 ${points} 分，得 ${score} 分。`,
    leafUnscored: (points, state) => `本项分值 ${points} 分，${unscoredZh[state]}。`,
    provisionalLeaf: '所用数据尚待核实，得分暂定。',
    formula: (name, formula) => `${name}：${formula}。`,
    confirmed: (name, shown, who, layer) => `${name} ${shown}，由${who}${layersZh[layer]}`,
    layer: { reported: '填报', verified: '核实', judged: '评定', overridden: '改定' },
    lostList: (count, lost) => `共 ${count} 项指标失分，合计失 ${lost} 分，由多到少列于下表。`,
    noProblems: '各项指标均未失分，核对中没有发现矛盾。',
    found: '核对数据与结果时发现：',
    events: { flag: '提示', veto: '一票否决', 'cap-grade': '等级封顶' },
    proof: {
      scheme: '指标体系',
      schemeHash: '指标体系哈希',
      declaration: '申报表哈希',
      submission: '填报数据哈希',
      group: '组内数据哈希',
      engine: '计分引擎版本',
      state: '结果状态',
    },
    foot: (scheme, submission, engine) => `指标体系 ${scheme}　填报数据 ${submission}　计分引擎 ${engine}`,
    inBrackets: (text) => `（${text}）`,
  },
  en: {
    ...resultWords.en,
    comma: ', ',
    semicolon: '; ',
    stop: '.',
    colon: ': ',
    list: ', ',
    none: '–',
    gap: ' ',
    number: (counts) => `${counts.join('.')}  `,
    title: (subject, period, project) =>
      `Performance evaluation report, ${period}\n${project === undefined ? '' : `${project}, `}${subject}`,
    period: (period) => period,
    place: (name) => `[to be filled in: ${name}]`,
    sealed: (evaluator) => `Evaluated by (seal): ${evaluator === '' ? '________________' : evaluator}`,
    blankDate: 'Date: ____________',
    cover: { subject: 'Subject', evaluator: 'Evaluated by', date: 'Date' },
    headings: {
      summary: 'Summary',
      basics: 'Background',
      background: 'The subject',
      goals: 'Goals',
      work: 'How the evaluation was done',
      purpose: 'Purpose',
      basis: 'Basis',
      method: 'Methods',
      system: 'Indicators',
      grades: 'Grades',
      standards: 'Standards',
      process: 'Steps taken',
      result: 'Result and conclusion',
      overall: 'Result',
      conclusion: 'Conclusion',
      analysis: 'Indicators one by one',
      experience: 'What went well',
      problems: 'Problems found',
      advice: 'Recommendations',
      other: 'Further remarks',
    },
    annexes: { scores: 'Score table', data: 'Data used and where they come from', proof: 'For verification' },
    annex: (number, name) => `Annex ${number}: ${name}`,
    about: (subject, period, scheme, version, full) =>
      `The subject is ${subject}, the period ${period}; scored by "${scheme}" (version ${version}), full score ${full}.`,
    subjectTable: {
      department: 'Department',
      unit: 'Unit',
      project: 'Project',
      departmentType: 'Type of department',
      period: 'Period',
      self: 'Score claimed or printed',
    },
    selfTotal: (total, grade) => `${total}${grade === undefined ? '' : `, ${grade}`}`,
    note: (note) => `Note: ${note}`,
    state: {
      final: 'final',
      provisional: 'This result is provisional: some data are still to be verified and may change the scores.',
      blocked: (count, names) =>
        `There is no total yet: ${count} still missing (${names}); total and grade follow when ${count === 1 ? 'it is' : 'they are'} there.`,
    },
    levelOne: (name, points, score, rate) =>
      `${name} ${score} of ${points}${rate === undefined ? '' : `, score rate ${rate}`}`,
    lost: (leaves, losing, lost) => `Of ${leaves} indicators scored, ${losing} lost points, ${lost} in all`,
    fullMarks: (leaves) => `None of the ${leaves} indicators scored lost points`,
    mostLost: (name, lost) => `most by ${name} (${lost})`,
    targets: (count) => `Indicators with a target: ${count}.`,
    systemCounts: (counts, full) =>
      `Indicators by level: ${counts.map((count, level) => `${count} at level ${level + 1}`).join(', ')}; full score ${full}.`,
    systemPoints: (list) => `Points at level 1: ${list}.`,
    pointsOf: (name, points) => `${name} ${points}`,
    source: (source) => `Source of the indicators: ${source}.`,
    methods: (list) => `How the indicators are scored: ${list}.`,
    methodCount: (method, count) => `${methodsEn[method]} ${count}`,
    judgedBy: (names) => `Judged by people: ${names}.`,
    gradeFrom: (name, from) => `${name}: ${from} and more`,
    gradeBetween: (name, from, to) => `${name}: from ${from} to below ${to}`,
    gradeBelow: (name, to) => `${name}: below ${to}`,
    assumedGrades: 'The source prints no bands for the grades; the national ones are used.',
    noGrades: 'There are no grades.',
    standardsIn: 'The standard of every indicator stands in annex 1.',
    assumedStandards: (names) => `Partly assumed is how these are scored: ${names}.`,
    rounding: (leaf, total) => `Scores of indicators: ${leaf}; total: ${total}.`,
    round: {
      none: 'not rounded',
      digits: (digits) => (digits === 0 ? 'whole numbers' : `${digits} ${digits === 1 ? 'decimal' : 'decimals'}`),
      step: (step) => `in steps of ${step}`,
    },
    result: (total, full, grade) => `The total is ${total} of ${full}${grade === null ? '' : `, grade "${grade}"`}.`,
    tables: { summary: 'Scores at level 1', lost: 'Points lost, most first' },
    table: (number, name) => `Table ${number}: ${name}`,
    chart: 'Score rate at level 1',
    columns: {
      indicator: 'Indicator',
      ...resultWords.en.columns,
      rate: 'Score rate',
      actual: 'Actual',
      remark: 'Why',
      rank: 'No.',
      lost: 'Lost',
      data: 'Data item',
      value: 'Value',
      layer: 'Stage',
      source: 'Source',
      evidence: 'Evidence',
    },
    level: (level) => `Level ${level}`,
    grade: 'Grade',
    worth: (name, points) => `${name} (${points})`,
    branch: (name, points, score) => `${name} (${score} of ${points})`,
    inCell: (name, points, score) => `${name}\n${score} / ${points}`,
    leaf: (points, score) => `Worth ${points}, scored ${score}.`,
    leafUnscored: (points, state) => `Worth ${points}; ${unscoredEn[state]}.`,
    provisionalLeaf: 'Some of its data are still to be verified; the score is provisional.',
    formula: (name, formula) => `${name}: ${formula}.`,
    confirmed: (name, shown, who, layer) => `${name} ${shown}, ${layersEn[layer]} by ${who}`,
    layer: { reported: 'reported', verified: 'verified', judged: 'judged', overridden: 'overridden' },
    lostList: (count, lost) => `Indicators that lost points: ${count}, ${lost} in all; the table has them, most first.`,
    noProblems: 'No indicator lost points, and no contradiction was found.',
    found: 'Found when data and results were checked:',
    events: { flag: 'Note', veto: 'Veto', 'cap-grade': 'Grade capped' },
    proof: {
      scheme: 'Scheme',
      schemeHash: 'Scheme hash',
      declaration: 'Declaration hash',
      submission: 'Submission hash',
      group: 'Group hash',
      engine: 'Engine version',
      state: 'State of the result',
    },
    foot: (scheme, submission, engine) => `Scheme ${scheme}   Submission ${submission}   Engine ${engine}`,
    inBrackets: (text) => ` (${text})`,
  },
}

const methodsZh: { readonly [M in Scoring['method']]: string } = {
  ratio: '按比例计分',
  steps: '按步扣分',
  bands: '分档计分',
  curve: '折线内插',
  pass: '达标得分',
  checklist: '要素得分',
  levels: '等级评定',
  judgement: '人工评分',
  formula: '公式计分',
  table: '决策表',
  'share-met': '达标占比',
  rank: '排名计分',
}
const methodsEn: { readonly [M in Scoring['method']]: string } = {
  ratio: 'in proportion',
  steps: 'by steps',
  bands: 'by bands',
  curve: 'interpolated',
  pass: 'pass or fail',
  checklist: 'by elements',
  levels: 'by level',
  judgement: 'judged',
  formula: 'by formula',
  table: 'by decision table',
  'share-met': 'by share met',
  rank: 'by rank',
}

const layersZh = { reported: '填报', verified: '核实', judged: '评定', overridden: '改定' } as const
const layersEn = { reported: 'reported', verified: 'verified', judged: 'judged', overridden: 'overridden' } as const

const unscoredZh = {
  present: '暂无得分',
  missing: '所需数据空缺，暂无得分',
  'not-applicable': '不适用，不单独计分',
  error: '数据有误，不能计分',
} as const
const unscoredEn = {
  present: 'no score yet',
  missing: 'no score yet, since its data are missing',
  'not-applicable': 'does not apply and has no score of its own',
  error: 'cannot be scored, since its data are in error',
} as const

/** 一、 （一） 1. （1） as official documents number their headings. */
function numberZh(level: number, count: number): string {
  return [`${numeral(count)}、`, `（${numeral(count)}）`, `${count}. `, `（${count}）`][level - 1] ?? ''
}

/** 一, 十, 十一, 二十三: of 1 to 99. */
function numeral(value: number): string {
  const digit = (of: number) => '零一二三四五六七八九'.charAt(of)
  if (value < 10) return digit(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`
}
