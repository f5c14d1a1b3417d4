import type { Comparator, Language } from '@yardstick/model'

/** The fragments that explanations are put together from, the same set in both languages. */
export interface Words {
  readonly comma: string
  readonly stop: string
  readonly list: string
  readonly bracket: (text: string) => string
  readonly value: (name: string, shown: string) => string
  readonly score: (points: string) => string
  readonly fullScore: (points: string) => string
  readonly noScore: string
  readonly target: (target: string) => string
  readonly reaches: (target: string) => string
  readonly misses: (target: string) => string
  readonly completion: (rate: string) => string
  readonly belowPassLine: (rate: string, line: string) => string
  readonly overshoot: (limit: string) => string
  readonly withinZone: string
  /** Before and after a day. */
  readonly earlier: (edge: string, by: string) => string
  readonly later: (edge: string, by: string) => string
  readonly dayTarget: (comparator: Comparator, day: string) => string
  readonly lower: (edge: string, by: string) => string
  readonly higher: (edge: string, by: string) => string
  readonly percentagePoints: (count: string) => string
  readonly days: (count: string) => string
  readonly eachStep: (size: string, deduct: string) => string
  readonly stepsTaken: (count: string) => string
  readonly deducted: (points: string) => string
  readonly toLimit: string
  readonly toFloor: string
  readonly between: (from: string, includesFrom: boolean, to: string, includesTo: boolean) => string
  readonly atLeast: (from: string, included: boolean) => string
  readonly atMost: (to: string, included: boolean) => string
  readonly exactly: (value: string) => string
  readonly interpolated: string
  readonly zeroTarget: (treat: 'full' | 'zero') => string
  readonly truth: (isMet: boolean) => string
  readonly undeclared: string
  readonly conditionMet: (condition: string) => string
  readonly conditionUnmet: (condition: string) => string
  readonly allElements: (count: number) => string
  readonly someElements: (met: number, count: number) => string
  readonly lacks: (elements: string) => string
  readonly gate: (element: string) => string
  readonly level: (name: string, share: string) => string
  readonly judged: (who: string | undefined) => string
  readonly panel: (count: number, rule: 'mean' | 'trimmed-mean' | 'median', scores: string) => string
  readonly reason: (why: string) => string
  readonly formula: (text: string) => string
  readonly rows: (numbers: string) => string
  readonly noRow: string
  readonly shareMet: (met: number, counted: number) => string
  readonly unmet: (names: string) => string
  readonly place: (place: number, size: number) => string
  readonly ofBest: (best: string) => string
  readonly fromMean: (mean: string, distance: string) => string
  readonly units: (count: number, by: string) => string
  readonly missing: (names: string) => string
  readonly missingIsZero: (names: string) => string
  readonly alone: (name: string) => string
  readonly quorum: (counts: string) => string
  readonly noGroup: string
  readonly notApplicable: (reason: string) => string
  readonly notApplicableScore: (policy: 'full' | 'group-mean', points: string) => string
  readonly notApplicablePoints: (policy: 'siblings' | 'rescale') => string
  readonly idle: (chosen: string) => string
  readonly event: (effect: 'zero' | 'deduct' | 'bonus', points: string, reason: string) => string
  readonly sum: (addends: string, total: string) => string
  readonly redistributed: string
  readonly limited: string
  readonly bestOf: (name: string) => string
  readonly minimum: (name: string) => string
  readonly alternative: (name: string) => string
  readonly weightedMean: (count: number) => string
  readonly waitsFor: (names: string) => string
  readonly total: (total: string, full: string, grade: string | null) => string
  readonly totalBlocked: (missing: number, errors: number) => string
  readonly nothingApplies: string
  readonly provisional: string
  readonly shortfall: (
    item: string,
    from: string,
    to: string,
    name: string,
    score: string,
    then: string,
    grade: string | undefined,
  ) => string
  readonly gradeCapped: (from: string, to: string, reasons: string) => string
  readonly vetoed: (reasons: string) => string
  readonly lines: { readonly [line in 'indicators' | 'rescale' | 'rounding' | 'limit' | 'veto']: string }
}

export const words: { readonly [L in Language]: Words } = {
  zh: {
    comma: '，',
    stop: '。',
    list: '、',
    bracket: (text) => `（${text}）`,
    value: (name, shown) => `${name} ${shown}`,
    score: (points) => `得 ${points} 分`,
    fullScore: (points) => `得满分 ${points} 分`,
    noScore: '不得分',
    target: (target) => `目标 ${target}`,
    reaches: (target) => `达到目标 ${target}`,
    misses: (target) => `未达到目标 ${target}`,
    completion: (rate) => `完成 ${rate}，按比例计分`,
    belowPassLine: (rate, line) => `完成 ${rate}，未到及格门槛 ${line}`,
    overshoot: (limit) => `超出目标的幅度大于 ${limit}`,
    withinZone: '在规定范围内',
    earlier: (edge, by) => `早于 ${edge} ${by}`,
    later: (edge, by) => `晚于 ${edge} ${by}`,
    dayTarget: (comparator, day) =>
      `${{ '<=': '不晚于', '<': '早于', '>=': '不早于', '>': '晚于', '=': '' }[comparator]}${day}`,
    lower: (edge, by) => `低于 ${edge} ${by}`,
    higher: (edge, by) => `高于 ${edge} ${by}`,
    percentagePoints: (count) => `${count} 个百分点`,
    days: (count) => `${count} 天`,
    eachStep: (size, deduct) => `每 ${size}扣 ${deduct} 分`,
    stepsTaken: (count) => `计 ${count} 步`,
    deducted: (points) => `扣 ${points} 分`,
    toLimit: '到扣分上限',
    toFloor: '扣完为止',
    between: (from, includesFrom, to, includesTo) =>
      `在 ${from}${includesFrom ? '（含）' : '（不含）'}至 ${to}${includesTo ? '（含）' : '（不含）'}之间`,
    atLeast: (from, included) => (included ? `在 ${from}（含）以上` : `高于 ${from}`),
    atMost: (to, included) => (included ? `在 ${to}（含）以下` : `低于 ${to}`),
    exactly: (value) => `为 ${value}`,
    interpolated: '按比例内插',
    zeroTarget: (treat) => (treat === 'full' ? '目标值不大于 0，按规定计满分' : '目标值不大于 0，按规定不得分'),
    truth: (isMet) => (isMet ? '已达到' : '未达到'),
    undeclared: '目标值尚未申报，暂不能计分',
    conditionMet: (condition) => `符合条件：${condition}`,
    conditionUnmet: (condition) => `不符合条件：${condition}`,
    allElements: (count) => `${count} 项要素全部具备`,
    someElements: (met, count) => `${count} 项要素具备 ${met} 项`,
    lacks: (elements) => `缺：${elements}`,
    gate: (element) => `缺必备要素：${element}`,
    level: (name, share) => `评定为“${name}”，按 ${share} 计`,
    judged: (who) => (who === undefined ? '人工评分' : `${who}评分`),
    panel: (count, rule, scores) =>
      `${count} 位专家评分（${scores}），取${{ mean: '平均', 'trimmed-mean': '去掉一个最高分和一个最低分后的平均', median: '中位数' }[rule]}`,
    reason: (why) => `理由：${why}`,
    formula: (text) => `按公式 ${text}`,
    rows: (numbers) => `符合第 ${numbers} 行`,
    noRow: '各行均不符合',
    shareMet: (met, counted) => `${counted} 项中 ${met} 项达标`,
    unmet: (names) => `未达标：${names}`,
    place: (place, size) => `在 ${size} 个单位中列第 ${place}`,
    ofBest: (best) => `与最好的 ${best} 相比按比例计分`,
    fromMean: (mean, distance) => `组内平均 ${mean}，相差 ${distance}`,
    units: (count, by) => `${count} 个单位的得分按“${by}”加权平均`,
    missing: (names) => `缺：${names}，暂不能计分`,
    missingIsZero: (names) => `缺：${names}，按规定计 0 分`,
    alone: (name) => `${name}：组内没有其他单位的数据，不能排名`,
    quorum: (counts) => `评分专家人数不足（${counts}）`,
    noGroup: '组内没有可取平均的得分',
    notApplicable: (reason) => `不适用${reason === '' ? '' : `（${reason}）`}`,
    notApplicableScore: (policy, points) =>
      policy === 'full' ? `按满分计 ${points} 分` : `按组内平均得分率计 ${points} 分`,
    notApplicablePoints: (policy) =>
      policy === 'siblings' ? '其分值由同级指标按分值分担' : '其分值不计，总分按适用分值折算',
    idle: (chosen) => `未选用，本单位选用“${chosen}”`,
    event: (effect, points, reason) =>
      effect === 'zero' ? `${reason}，本项不得分` : `${reason}，${effect === 'deduct' ? '扣' : '加'} ${points} 分`,
    sum: (addends, total) => `${addends} = ${total}`,
    redistributed: '不适用分值分担',
    limited: '超出本级分值',
    bestOf: (name) => `取最好的一项“${name}”`,
    minimum: (name) => `取最低的一项“${name}”`,
    alternative: (name) => `选用“${name}”`,
    weightedMean: (count) => `${count} 项下级指标按权重平均得分率`,
    waitsFor: (names) => `待补：${names}`,
    total: (total, full, grade) => `总分 ${total} 分（满分 ${full} 分）${grade === null ? '' : `，等级“${grade}”`}`,
    totalBlocked: (missing, errors) =>
      `${[missing > 0 ? `尚缺 ${missing} 项` : '', errors > 0 ? `有 ${errors} 处错误` : ''].filter(Boolean).join('，')}，暂不能得出总分`,
    nothingApplies: '没有适用的指标，不能得出总分',
    provisional: '含待核数据，结果暂定',
    shortfall: (item, from, to, name, score, then, grade) =>
      `${quoted(item)}由 ${from} 变为 ${to}，${quoted(name)}得分由 ${score} 升至 ${then}${grade === undefined ? '' : `，等级升为“${grade}”`}。`,
    gradeCapped: (from, to, reasons) => `等级由“${from}”降为“${to}”（${reasons}）`,
    vetoed: (reasons) => `一票否决（${reasons}）`,
    lines: {
      indicators: '指标得分合计',
      rescale: '按适用分值折算',
      rounding: '四舍五入',
      limit: '限于总分上限',
      veto: '一票否决，总分归零',
    },
  },
  en: {
    comma: ', ',
    stop: '.',
    list: ', ',
    bracket: (text) => ` (${text})`,
    value: (name, shown) => `${name} ${shown}`,
    score: (points) => `scores ${points}`,
    fullScore: (points) => `scores the full ${points}`,
    noScore: 'scores 0',
    target: (target) => `target ${target}`,
    reaches: (target) => `reaches the target ${target}`,
    misses: (target) => `misses the target ${target}`,
    completion: (rate) => `${rate} completed, scored in proportion`,
    belowPassLine: (rate, line) => `${rate} completed, below the pass line of ${line}`,
    overshoot: (limit) => `overshoots the target by more than ${limit}`,
    withinZone: 'within the range',
    earlier: (edge, by) => `${by} before ${edge}`,
    later: (edge, by) => `${by} after ${edge}`,
    dayTarget: (comparator, day) =>
      `${{ '<=': 'by ', '<': 'before ', '>=': 'not before ', '>': 'after ', '=': 'on ' }[comparator]}${day}`,
    lower: (edge, by) => `${by} below ${edge}`,
    higher: (edge, by) => `${by} above ${edge}`,
    percentagePoints: (count) => (count === '1' ? '1 percentage point' : `${count} percentage points`),
    days: (count) => (count === '1' ? '1 day' : `${count} days`),
    eachStep: (size, deduct) => `${deduct} off for each ${size}`,
    stepsTaken: (count) => `${count} steps`,
    deducted: (points) => `${points} deducted`,
    toLimit: 'up to the limit of the deduction',
    toFloor: 'down to the floor',
    between: (from, includesFrom, to, includesTo) =>
      `between ${from} (${includesFrom ? 'included' : 'excluded'}) and ${to} (${includesTo ? 'included' : 'excluded'})`,
    atLeast: (from, included) => (included ? `at least ${from}` : `above ${from}`),
    atMost: (to, included) => (included ? `at most ${to}` : `below ${to}`),
    exactly: (value) => `exactly ${value}`,
    interpolated: 'interpolated',
    zeroTarget: (treat) =>
      treat === 'full' ? 'a target of 0 or less counts as reached' : 'a target of 0 or less scores nothing',
    truth: (isMet) => (isMet ? 'is reached' : 'is not reached'),
    undeclared: 'its target has not been declared; no score yet',
    conditionMet: (condition) => `meets: ${condition}`,
    conditionUnmet: (condition) => `does not meet: ${condition}`,
    allElements: (count) => `all ${count} elements are met`,
    someElements: (met, count) => `${met} of ${count} elements are met`,
    lacks: (elements) => `lacking: ${elements}`,
    gate: (element) => `a required element is lacking: ${element}`,
    level: (name, share) => `judged "${name}", counting ${share}`,
    judged: (who) => (who === undefined ? 'judged' : `judged by ${who}`),
    panel: (count, rule, scores) =>
      `${count} experts (${scores}), ${{ mean: 'mean', 'trimmed-mean': 'mean without the highest and the lowest', median: 'median' }[rule]}`,
    reason: (why) => `reason: ${why}`,
    formula: (text) => `by the formula ${text}`,
    rows: (numbers) => `row ${numbers} applies`,
    noRow: 'no row applies',
    shareMet: (met, counted) => `${met} of ${counted} reached`,
    unmet: (names) => `not reached: ${names}`,
    place: (place, size) => `place ${place} of ${size}`,
    ofBest: (best) => `in proportion to the best, ${best}`,
    fromMean: (mean, distance) => `mean of the group ${mean}, distance ${distance}`,
    units: (count, by) => `the scores of ${count} units, weighted by ${by}`,
    missing: (names) => `missing: ${names}; no score yet`,
    missingIsZero: (names) => `missing: ${names}; counts as 0`,
    alone: (name) => `${name}: nobody else in the group has data, so there is no rank`,
    quorum: (counts) => `too few experts have scored (${counts})`,
    noGroup: 'the group has no score to take the mean of',
    notApplicable: (reason) => `not applicable${reason === '' ? '' : ` (${reason})`}`,
    notApplicableScore: (policy, points) =>
      policy === 'full' ? `counts in full, ${points}` : `counts the group's mean score rate, ${points}`,
    notApplicablePoints: (policy) =>
      policy === 'siblings' ? 'its points go to its siblings' : 'its points are left out and the total is rescaled',
    idle: (chosen) => `not chosen; "${chosen}" counts instead`,
    event: (effect, points, reason) =>
      effect === 'zero'
        ? `${reason}: scores nothing`
        : `${reason}: ${effect === 'deduct' ? 'minus' : 'plus'} ${points}`,
    sum: (addends, total) => `${addends} = ${total}`,
    redistributed: 'taken over from what does not apply',
    limited: "beyond this level's points",
    bestOf: (name) => `the best of them, "${name}"`,
    minimum: (name) => `the lowest of them, "${name}"`,
    alternative: (name) => `the chosen one, "${name}"`,
    weightedMean: (count) => `weighted mean of the score rates of ${count} indicators`,
    waitsFor: (names) => `waiting for: ${names}`,
    total: (total, full, grade) => `Total ${total} of ${full}${grade === null ? '' : `, grade "${grade}"`}`,
    totalBlocked: (missing, errors) =>
      `No total yet: ${[missing > 0 ? `${missing} missing` : '', errors > 0 ? `${errors} in error` : ''].filter(Boolean).join(', ')}`,
    nothingApplies: 'No indicator applies, so there is no total',
    provisional: 'provisional, some data are still to be verified',
    shortfall: (item, from, to, name, score, then, grade) =>
      `${item} from ${from} to ${to} lifts "${name}" from ${score} to ${then}${grade === undefined ? '' : ` and the grade to "${grade}"`}.`,
    gradeCapped: (from, to, reasons) => `grade lowered from "${from}" to "${to}" (${reasons})`,
    vetoed: (reasons) => `vetoed (${reasons})`,
    lines: {
      indicators: 'Sum of the indicators',
      rescale: 'Rescaled to the points that apply',
      rounding: 'Rounding',
      limit: 'Limited to the highest total',
      veto: 'Vetoed: total set to 0',
    },
  },
}

/** A name in quotes; one that has quotes of its own stands as it is. */
function quoted(name: string): string {
  return /[“”]/.test(name) ? name : `“${name}”`
}
