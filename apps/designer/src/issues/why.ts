import type { IssueCode, Language } from '@yardstick/model'

/** Why a problem matters, in a line; what it is and how to mend it stands in the issue itself. First match counts. */
const REASONS: readonly (readonly [RegExp, { readonly [L in Language]: string }])[] = [
  [
    /^SCHEME_POINTS_(SUM|CHILD)$/,
    {
      zh: '分值对不上，满分就不是满分，得分率和等级也会跟着错。',
      en: 'If points do not add up, a full score is not full, and rates and grades go wrong with it.',
    },
  ],
  [
    /^SCHEME_POINTS_DIGITS$/,
    {
      zh: '印出的得分会被舍入，读者用计算器加不出总分。',
      en: 'Printed scores are rounded, so a reader adding them up would not get the total.',
    },
  ],
  [
    /^SCORING_(BEST|ELEMENTS_SUM|SHARE)$/,
    {
      zh: '做得再好也拿不到应得的满分，或者会得到不该有的分。',
      en: 'The best work could not reach the full points, or would be given points that are not there.',
    },
  ],
  [
    /^SCORING_ASSUMED$/,
    {
      zh: '规则与原文不一致，得分就不是文件规定的得分。',
      en: 'Where the rule is not what the standard says, scores are not those that were laid down.',
    },
  ],
  [
    /^SCORING_(DIRECTION|STEP)/,
    {
      zh: '方向或步长不对，做得好反而会丢分。',
      en: 'With a wrong direction or step, better work would lose points.',
    },
  ],
  [
    /^SCHEME_GRADE/,
    {
      zh: '有的总分会没有等级，或者等级永远评不到。',
      en: 'Some totals would have no grade, or a grade could never be reached.',
    },
  ],
  [
    /^(SCORING_TARGET_UNIT|FORMULA_UNITS|DECLARATION_TARGET_UNIT)$/,
    {
      zh: '单位不一致，结果会差成千上万倍。',
      en: 'With units that differ the result is off by thousands.',
    },
  ],
  [
    /^SCHEME_TARGETS_ALIKE$/,
    {
      zh: '目标全是 100% 往往是照填的，评价看不出差别。',
      en: 'Targets that are all 100% are often just filled in and tell nothing apart.',
    },
  ],
  [
    /^(SCHEME_TARGET|SCORING_TARGET|DECLARATION_TARGET)/,
    {
      zh: '没有能比较的目标值，就说不清完成到什么程度。',
      en: 'Without a target to compare with, nobody can say how much was done.',
    },
  ],
  [
    /^SCORING_(ACTUAL_MISSING|ITEM|NOTHING_COUNTED)$/,
    {
      zh: '不知道拿什么数来计分，这个指标算不出来。',
      en: 'It is not known which figure to score, so this indicator has no result.',
    },
  ],
  [
    /^SCORING_TABLE|^SCORING_ORDER|^WORDING_BANDS_GAP|^SCORING_SELECTOR|^SCORING_PASS_TWO/,
    {
      zh: '同一个数会落在两处或哪里都不落，得几分说不准。',
      en: "One value would fall in two places or in none, and its points would be anybody's guess.",
    },
  ],
  [
    /^SCORING_GROUP|^SCORING_PANEL|^SCORING_LEVEL/,
    {
      zh: '评分人不够或档次不全时，这个指标没有结果。',
      en: 'With too few judges or levels that are not whole, this indicator has no result.',
    },
  ],
  [
    /^SCHEME_UNUSED$/,
    { zh: '填报单位要白填一个没有用处的数。', en: 'Those who report would fill in a figure that nobody uses.' },
  ],
  [
    /^SCHEME_INDICATOR_SIMILAR$/,
    { zh: '同一件事考核两次，扣分也会扣两次。', en: 'One matter would be judged, and deducted for, twice.' },
  ],
  [
    /^SCHEME_OTHER_DEPARTMENT$/,
    {
      zh: '照抄别的部门的指标，是评审最常退回的一种。',
      en: 'Indicators copied from another department are what reviewers most often send back.',
    },
  ],
  [
    /^SCHEME_CASE$/,
    {
      zh: '规则和事先说好的结果不一致，其中一个是错的。',
      en: 'The rule and the result agreed on beforehand differ; one of them is wrong.',
    },
  ],
  [
    /^SCHEME_CYCLE$/,
    { zh: '互相引用的数谁也先算不出来。', en: 'Values that wait for each other can none of them be computed.' },
  ],
  [
    /^(SCHEME_|EDIT_)/,
    { zh: '名称和结构不清楚，方案就不能计分。', en: 'While names and structure are unclear, the scheme cannot score.' },
  ],
  [
    /^FORMULA_(MAY_DIVIDE|DIVISION|ZERO)/,
    { zh: '分母为 0 时算不出结果，总分会空着。', en: 'With a zero below the line there is no result, and no total.' },
  ],
  [
    /^FORMULA_/,
    {
      zh: '公式算不出来，用到它的指标都没有得分。',
      en: 'The formula has no value, so no indicator that reads it has a score.',
    },
  ],
  [
    /^(CONDITION_|RULE_|WORDING_CONDITION)/,
    {
      zh: '条件说不清，该扣的扣不到，不该扣的会扣。',
      en: 'With an unclear condition the wrong ones would lose points.',
    },
  ],
  [
    /^SCORING_/,
    {
      zh: '计分方法和数据对不上，这个指标没有得分。',
      en: 'The method does not fit its data, so this indicator has no score.',
    },
  ],
  [
    /^DECLARATION_/,
    {
      zh: '申报的内容超出方案允许的范围，不能据此计分。',
      en: 'What is declared is beyond what the scheme allows, so nothing can be scored by it.',
    },
  ],
  [
    /^(SUBMISSION_|EVALUATION_)/,
    {
      zh: '示例数据不合要求，试算的结果靠不住。',
      en: "The sample's data are not as required, so its trial score cannot be relied on.",
    },
  ],
]

export function whyOf(code: IssueCode, language: Language): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(code))?.[1][language]
}
