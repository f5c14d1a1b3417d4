import { counted, words } from '../parts/words.ts'

export const weightWords = words(
  {
    title: '权重助手',
    branch: '分配哪一级',
    whole: (name: string, points: string) => `${name}（满分 ${points} 分）`,
    none: '没有可以分配的上级指标：至少要有两个下级，且得分是下级相加。',
    step: '取整到',
    stepUnit: (step: string) => `${step} 分`,
    way: '怎样分配',
    ways: { equal: '平均分配', proportional: '按现有比例', pairs: '两两比较', experts: '专家打分' },
    hints: {
      equal: '各下级分值相同；除不尽的零头依次补给前面的指标。',
      proportional: '保持现有比例，取整后合计正好等于本级分值。',
      pairs: '层次分析法（AHP）：两个两个地比，算出权重并检查判断是否前后一致。',
      experts: '每位专家给出各指标的权重，先各自折算为 100%，再取平均。',
    },
    deep: '下级的分值随之按比例调整',
    deepHint: '规则中写明的扣分值不会变',
    points: '分',
    preview: '新的分值',
    old: '现在',
    new: '改为',
    total: (sum: string) => `合计 ${sum}，与本级分值相等`,
    nothing: '还没有可以换算的权重',
    same: '与现在相同',
    apply: '应用',
    cancel: '取消',
    expert: (number: number) => `专家 ${number}`,
    addExpert: '加一位专家',
    removeExpert: (number: number) => `删除专家 ${number}`,
    all: '合计各专家',
    matrix: '判断矩阵',
    pair: (row: string, column: string) => `“${row}”与“${column}”相比`,
    pairHint: '点选上三角中的一格，或拖动滑块',
    tooMany: (most: number) => `下级超过 ${most} 个，两两比较次数太多；请先分组，或改用专家打分。`,
    /** One on the left, one on the right, and how much more one matters. */
    says: (step: number, row: string, column: string): string =>
      step === 0
        ? `“${row}”与“${column}”同样重要`
        : step > 0
          ? `“${row}”比“${column}”${ZH_SCALE[step]}（${step + 1}）`
          : `“${column}”比“${row}”${ZH_SCALE[-step]}（${1 - step}）`,
    weight: '权重',
    consistent: (ratio: string) => `一致性比例 CR = ${ratio}，小于 0.1，判断前后一致`,
    inconsistent: (ratio: string) => `一致性比例 CR = ${ratio}，不小于 0.1，判断前后不够一致，请再看一看`,
    worst: (now: string, fits: string) => `与其他判断最不合的一项：${now}；按其他判断，约为：${fits}`,
    useFitting: '改成这样',
    combined: (count: number) => `${count} 位专家的判断取几何平均`,
    expertWeight: (expert: number, indicator: string) => `专家 ${expert} 给“${indicator}”的权重`,
    mean: '平均',
    source: '标度、方法和随机一致性指标依据 T. L. Saaty，1980',
    edit: '分配权重',
  },
  {
    title: 'Weights',
    branch: 'Level to weigh',
    whole: (name, points) => `${name} (${counted(points, 'point')})`,
    none: 'No level can be weighed: it needs two indicators below it whose scores add up.',
    step: 'Rounded to',
    stepUnit: (step) => `${counted(step, 'point')}`,
    way: 'How',
    ways: { equal: 'Equal', proportional: 'As now', pairs: 'In pairs', experts: 'By experts' },
    hints: {
      equal: 'All the same; what cannot be divided goes to the first ones.',
      proportional: 'The present proportions, rounded so that they add up exactly.',
      pairs: 'AHP: compare two at a time; it gives the weights and tells whether the judgements agree with each other.',
      experts: 'Each expert gives weights; each is brought to 100 %, then the mean is taken.',
    },
    deep: 'Points further below follow in proportion',
    deepHint: 'Deductions stated in rules stay as they are',
    points: 'points',
    preview: 'New points',
    old: 'Now',
    new: 'New',
    total: (sum) => `They add up to ${sum}, as they must`,
    nothing: 'No weights to go by yet',
    same: 'The same as now',
    apply: 'Apply',
    cancel: 'Cancel',
    expert: (number) => `Expert ${number}`,
    addExpert: 'Add an expert',
    removeExpert: (number) => `Remove expert ${number}`,
    all: 'All experts',
    matrix: 'Judgements',
    pair: (row, column) => `"${row}" beside "${column}"`,
    pairHint: 'Choose a cell of the upper triangle, or move the slider',
    tooMany: (most) =>
      `More than ${counted(most, 'indicator')} are too many to compare in pairs; group them, or ask experts for weights.`,
    says: (step, row, column) =>
      step === 0
        ? `"${row}" and "${column}" matter the same`
        : step > 0
          ? `"${row}" matters ${EN_SCALE[step]} than "${column}" (${step + 1})`
          : `"${column}" matters ${EN_SCALE[-step]} than "${row}" (${1 - step})`,
    weight: 'Weight',
    consistent: (ratio) => `Consistency ratio CR = ${ratio}, below 0.1: the judgements agree`,
    inconsistent: (ratio) =>
      `Consistency ratio CR = ${ratio}, not below 0.1: the judgements contradict each other, please look again`,
    worst: (now, fits) => `Least in line with the others: ${now}. By the others: ${fits}`,
    useFitting: 'Change it to that',
    combined: (count) => `Geometric mean of the judgements of ${counted(count, 'expert')}`,
    expertWeight: (expert, indicator) => `Weight that expert ${expert} gives "${indicator}"`,
    mean: 'Mean',
    source: 'Scale, method and random indexes after T. L. Saaty, 1980',
    edit: 'set weights',
  },
)

/** Saaty's scale in words, by steps above equal. */
const ZH_SCALE = [
  '',
  '介于同等与稍微重要之间',
  '稍微重要',
  '介于稍微与明显重要之间',
  '明显重要',
  '介于明显与强烈重要之间',
  '强烈重要',
  '介于强烈与极端重要之间',
  '极端重要',
]
const EN_SCALE = [
  '',
  'slightly more',
  'moderately more',
  'moderately to strongly more',
  'strongly more',
  'strongly to very strongly more',
  'very strongly more',
  'very to extremely more',
  'extremely more',
]
