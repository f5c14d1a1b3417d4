import type { Refusal } from '@yardstick/engine'
import type { Language, LayerName, ResultState } from '@yardstick/model'

/** What stands around an evaluation when it is printed; the sentences in it come from the engine. */
interface Words {
  readonly colon: string
  readonly comma: string
  readonly list: string
  readonly bracket: (text: string) => string
  readonly levels: readonly string[]
  readonly level: (level: number) => string
  readonly indicator: string
  readonly points: string
  readonly score: string
  readonly reason: string
  readonly bonus: (name: string) => string
  readonly state: { readonly [S in ResultState]: string }
  readonly provisional: string
  readonly total: string
  readonly subject: string
  readonly period: string
  readonly note: string
  readonly version: (version: string) => string
  readonly makesUp: string
  readonly lost: (points: string) => string
  readonly lostMore: (count: number, points: string) => string
  readonly shortfalls: string
  readonly changesMore: (count: number) => string
  readonly refused: { readonly [why in Refusal['refused']]: (names: string) => string }
  readonly missing: (count: number) => string
  readonly events: string
  readonly files: string
  readonly scheme: string
  readonly submission: string
  readonly declaration: string
  readonly group: string
  readonly expected: string
  readonly agrees: (count: number) => string
  readonly differs: (count: number) => string
  readonly difference: (what: string, expected: string, found: string) => string
  readonly grade: string
  readonly none: string
  readonly trace: {
    readonly title: string
    readonly standard: string
    readonly own: string
    readonly input: string
    readonly formula: string
    readonly target: string
    readonly completion: string
    readonly piece: string
    readonly steps: string
    readonly parts: string
    readonly group: string
    readonly method: string
    readonly event: string
    readonly sentence: string
    readonly basis: string
    readonly address: string
    readonly change: string
    readonly layer: { readonly [L in LayerName]: string }
    readonly below: (shown: string, who: string) => string
    readonly source: (source: string) => string
    readonly why: (why: string) => string
    readonly pieceOf: (index: number, count: number, shape: string, range: string) => string
    readonly shape: { readonly [S in 'constant' | 'linear' | 'reciprocal' | 'staircase']: string }
    readonly stepsTaken: (
      side: 'below' | 'above',
      edge: string,
      deviation: string,
      size: string,
      steps: string,
      each: string,
      deducted: string,
    ) => string
    readonly groupOf: (size: number, place: number | undefined) => string
    readonly mean: (mean: string) => string
    readonly best: (best: string) => string
    readonly pointsOf: (points: string) => string
    readonly percentagePoints: (count: string) => string
    readonly effect: {
      readonly [E in 'not-applicable' | 'zero' | 'deduct' | 'bonus' | 'cap-grade' | 'veto' | 'flag']: (
        points: string,
      ) => string
    }
  }
}

export const words: { readonly [L in Language]: Words } = {
  zh: {
    colon: '：',
    comma: '，',
    list: '、',
    bracket: (text) => `（${text}）`,
    levels: ['一级指标', '二级指标', '三级指标', '四级指标', '五级指标', '六级指标'],
    level: (level) => `${level} 级指标`,
    indicator: '指标',
    points: '分值',
    score: '得分',
    reason: '评分说明',
    bonus: (name) => `${name}（加分）`,
    state: { present: '', missing: '空缺', 'not-applicable': '不适用', error: '错误' },
    provisional: '* 含待核数据，得分暂定',
    total: '总分',
    subject: '评价对象',
    period: '评价周期',
    note: '说明',
    version: (version) => `（版本 ${version}）`,
    makesUp: '总分的构成',
    lost: (points) => `失分排行（共失 ${points} 分）`,
    lostMore: (count, points) => `另有 ${count} 项，共失 ${points} 分`,
    shortfalls: '还差多少',
    changesMore: (count) => `另有 ${count} 种改法，见 --trace`,
    refused: {
      judged: (names) => `由人评定，说不出差多少：${names}`,
      condition: (names) => `由条件判定，说不出差多少：${names}`,
      rule: (names) => `由规则扣分，改数据无用：${names}`,
      'free-formula': (names) => `公式反推不出差多少：${names}`,
      group: (names) => `取决于组内其他单位：${names}`,
      'out-of-range': (names) => `只改一项数据达不到：${names}`,
    },
    missing: (count) => `尚缺 ${count} 项，补齐后才有总分`,
    events: '规则',
    files: '所读文件',
    scheme: '指标体系',
    submission: '填报数据',
    declaration: '申报表',
    group: '组内数据',
    expected: '应得结果',
    agrees: (count) => `一致：总分、等级和 ${count} 项得分都相同`,
    differs: (count) => `不一致：${count} 处不同`,
    difference: (what, expected, found) => `${what}：应为 ${expected}，现算得 ${found}`,
    grade: '等级',
    none: '无',
    trace: {
      title: '计分轨迹',
      standard: '评分标准',
      own: '原文',
      input: '数据',
      formula: '公式',
      target: '目标',
      completion: '完成',
      piece: '分段',
      steps: '计步',
      parts: '分项',
      group: '组内',
      method: '方法得分',
      event: '规则',
      sentence: '结论',
      basis: '依据',
      address: '地址',
      change: '还差',
      layer: { reported: '填报', verified: '核实', judged: '评定', overridden: '改定' },
      below: (shown, who) => `原${who} ${shown}`,
      source: (source) => `来源：${source}`,
      why: (why) => `说明：${why}`,
      pieceOf: (index, count, shape, range) => `第 ${index} 段，共 ${count} 段；${range}，${shape}`,
      shape: { constant: '定值', linear: '线性', reciprocal: '反比', staircase: '阶梯' },
      stepsTaken: (side, edge, deviation, size, steps, each, deducted) =>
        `${side === 'below' ? '低于' : '高于'} ${edge}，偏离 ${deviation}，每步 ${size}，计 ${steps} 步 × ${each} 分 = 扣 ${deducted} 分`,
      groupOf: (size, place) => `共 ${size} 个单位${place === undefined ? '' : `，列第 ${place}`}`,
      mean: (mean) => `平均 ${mean}`,
      best: (best) => `最好 ${best}`,
      pointsOf: (points) => `${points} 分`,
      percentagePoints: (count) => `${count} 个百分点`,
      effect: {
        'not-applicable': () => '不适用',
        zero: () => '不得分',
        deduct: (points) => `扣 ${points} 分`,
        bonus: (points) => `加 ${points} 分`,
        'cap-grade': () => '等级封顶',
        veto: () => '一票否决',
        flag: () => '提示',
      },
    },
  },
  en: {
    colon: ': ',
    comma: ', ',
    list: ', ',
    bracket: (text) => ` (${text})`,
    levels: ['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5', 'Level 6'],
    level: (level) => `Level ${level}`,
    indicator: 'Indicator',
    points: 'Points',
    score: 'Score',
    reason: 'Reason',
    bonus: (name) => `${name} (bonus)`,
    state: { present: '', missing: 'missing', 'not-applicable': 'n/a', error: 'error' },
    provisional: '* provisional: some data are still to be verified',
    total: 'Total',
    subject: 'Subject',
    period: 'Period',
    note: 'Note',
    version: (version) => ` (version ${version})`,
    makesUp: 'How the total comes about',
    lost: (points) => `Points lost, most first (${points} in all)`,
    lostMore: (count, points) => `and ${count} more, ${points} together`,
    shortfalls: 'What is still needed',
    changesMore: (count) => `${count} more ways, see --trace`,
    refused: {
      judged: (names) => `judged, so nothing can be worked out: ${names}`,
      condition: (names) => `decided by conditions, so nothing can be worked out: ${names}`,
      rule: (names) => `points taken by a rule, which no change of the value gives back: ${names}`,
      'free-formula': (names) => `the formula cannot be turned round: ${names}`,
      group: (names) => `depends on the others in the group: ${names}`,
      'out-of-range': (names) => `no change of one value is enough: ${names}`,
    },
    missing: (count) => `${count} still missing; there is no total without`,
    events: 'Rules',
    files: 'Files read',
    scheme: 'Scheme',
    submission: 'Submission',
    declaration: 'Declaration',
    group: 'Group',
    expected: 'Expected',
    agrees: (count) => `agrees: total, grade and ${count} scores are the same`,
    differs: (count) => `differs in ${count} ${count === 1 ? 'place' : 'places'}`,
    difference: (what, expected, found) => `${what}: expected ${expected}, found ${found}`,
    grade: 'grade',
    none: 'none',
    trace: {
      title: 'Trace',
      standard: 'Standard',
      own: "Author's words",
      input: 'Data',
      formula: 'Formula',
      target: 'Target',
      completion: 'Completed',
      piece: 'Piece',
      steps: 'Steps',
      parts: 'Parts',
      group: 'Group',
      method: 'By the method',
      event: 'Rule',
      sentence: 'Result',
      basis: 'Basis',
      address: 'Address',
      change: 'Needed',
      layer: { reported: 'reported', verified: 'verified', judged: 'judged', overridden: 'overridden' },
      below: (shown, who) => `before, ${who}: ${shown}`,
      source: (source) => `source: ${source}`,
      why: (why) => `note: ${why}`,
      pieceOf: (index, count, shape, range) => `piece ${index} of ${count}; ${range}, ${shape}`,
      shape: { constant: 'constant', linear: 'linear', reciprocal: 'reciprocal', staircase: 'staircase' },
      stepsTaken: (side, edge, deviation, size, steps, each, deducted) =>
        `${deviation} ${side} ${edge}, ${size} a step: ${steps} steps × ${each} = ${deducted} deducted`,
      groupOf: (size, place) => `${size} members${place === undefined ? '' : `, place ${place}`}`,
      mean: (mean) => `mean ${mean}`,
      best: (best) => `best ${best}`,
      pointsOf: (points) => `${points} points`,
      percentagePoints: (count) => `${count} percentage points`,
      effect: {
        'not-applicable': () => 'not applicable',
        zero: () => 'scores nothing',
        deduct: (points) => `minus ${points}`,
        bonus: (points) => `plus ${points}`,
        'cap-grade': () => 'grade capped',
        veto: () => 'vetoed',
        flag: () => 'note',
      },
    },
  },
}
