import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { list, part, show } from './words.ts'

/**
 * What a published score sheet says against itself. Errors are contradictions of the printed numbers; warnings and hints
 * are true as well, but may be a manner of writing (a rate cut off, an end that two bands share, another base).
 */
export const auditIssues = {
  AUDIT_POINTS_SUM: {
    severity: 'error',
    zh: (expected, found) => `下级分值之和应为 ${show(expected)}，现为 ${show(found)}；请核对各项分值，或补上缺的行`,
    en: (expected, found) =>
      `the points below should add up to ${show(expected)}, they add up to ${show(found)}; check each, or add the row that is missing`,
  },
  AUDIT_SCORE_SUM: {
    severity: 'error',
    zh: (expected, found) =>
      `各项得分相加应为 ${show(expected)}，印为 ${show(found)}；请按各项重算，或核对漏印、错印的一项`,
    en: (expected, found) =>
      `the scores below add up to ${show(expected)}, printed is ${show(found)}; add them again, or look for the one that is wrong or missing`,
  },
  AUDIT_SUM_ROUNDING: {
    severity: 'warning',
    zh: (expected, found) =>
      `合计应为 ${show(expected)}，现为 ${show(found)}，差额在四舍五入之内；请用印出的数相加，或注明尾差`,
    en: (expected, found) =>
      `the sum should be ${show(expected)}, it is ${show(found)}, which rounding can explain; add up the printed numbers, or note the difference`,
  },
  AUDIT_SUM_BOUNDS: {
    severity: 'error',
    zh: (expected, found) =>
      `按已印各项，合计应在 ${bounds(expected, '至', '不限')} 之间，印为 ${show(found)}；请核对合计或各项`,
    en: (expected, found) =>
      `the rows that are printed leave ${bounds(expected, ' to ', 'no limit')} for the sum, printed is ${show(found)}; check the sum or the rows`,
  },
  AUDIT_SUM_SUSPECT: {
    severity: 'hint',
    zh: (expected, found) =>
      `这里应为 ${part(expected, 'value')}（与 ${part(expected, 'agreesWith')} 相符），印为 ${part(found, 'value')}${agreeing(found, '（只与 ', ' 相符）')}；错的多半是这个数，请改它而不是上级`,
    en: (expected, found) =>
      `${part(expected, 'value')} is expected here (it agrees with ${list(member(expected, 'agreesWith'))}), printed is ${part(found, 'value')}${agreeing(found, ' (agrees only with ', ')')}; this is probably the wrong number, mend it and not the one above`,
  },
  AUDIT_PUBLISHED_SCORE: {
    severity: 'error',
    zh: (expected, found) => `表内得分为 ${show(expected)}，文中另印为 ${show(found)}；请两处统一`,
    en: (expected, found) =>
      `the table gives ${show(expected)}, elsewhere ${show(found)} is printed; make the two agree`,
  },
  AUDIT_SCORE_ABOVE_POINTS: {
    severity: 'error',
    zh: (expected, found) =>
      `得分应不超过分值 ${show(expected)}，印为 ${show(found)}；请核对是否把得分率或其他数填进了得分栏`,
    en: (expected, found) =>
      `a score is at most its points, ${show(expected)}, printed is ${show(found)}; see whether a rate or another number was typed into the cell`,
  },
  AUDIT_NEGATIVE: {
    severity: 'error',
    zh: (expected, found) => `分值和得分应不小于 ${show(expected)}，印为 ${show(found)}；请核对，扣分另立扣分项`,
    en: (expected, found) =>
      `points and scores are at least ${show(expected)}, printed is ${show(found)}; check it, and give deductions a row of their own`,
  },
  AUDIT_PRINTED_SCORE: {
    severity: 'error',
    zh: (expected, found) => `得分应为 ${show(expected)}，得分栏里印的是 ${show(found)}；请核对哪个是对的`,
    en: (expected, found) =>
      `the score is given as ${show(expected)}, the score cell holds ${show(found)}; check which is right`,
  },
  AUDIT_RATE: {
    severity: 'error',
    zh: (expected, found) =>
      `得分率应为 ${show(expected)}（得分 ÷ 分值），印为 ${show(found)}；请重算得分率，或核对得分`,
    en: (expected, found) =>
      `the score rate should be ${show(expected)} (score ÷ points), printed is ${show(found)}; compute it again, or check the score`,
  },
  AUDIT_RATE_TRUNCATED: {
    severity: 'warning',
    zh: (expected, found) => `应四舍五入为 ${show(expected)}，印为 ${show(found)}，尾数是截去的；请统一按四舍五入印`,
    en: (expected, found) =>
      `rounded it should be ${show(expected)}, printed is ${show(found)}, which is cut off; round all rates alike`,
  },
  AUDIT_DATA_RATE: {
    severity: 'error',
    zh: (expected, found) =>
      `${part(expected, 'name')}应为 ${part(expected, 'rate')}（${part(expected, 'by')}），印为 ${show(found)}；请重算，或注明分子和分母`,
    en: (expected, found) =>
      `${part(expected, 'name')} should be ${part(expected, 'rate')} (${part(expected, 'by')}), printed is ${show(found)}; compute it again, or say what is divided by what`,
  },
  AUDIT_RATE_DENOMINATOR: {
    severity: 'warning',
    zh: (expected, found) =>
      `${part(expected, 'name')}以“${part(expected, 'over')}”为分母应为 ${part(expected, 'rate')}（${part(expected, 'by')}），印的 ${part(found, 'rate')} 以“${part(found, 'over')}”为分母（${part(found, 'by')}）；请写明用哪个分母`,
    en: (expected, found) =>
      `${part(expected, 'name')} over "${part(expected, 'over')}" should be ${part(expected, 'rate')} (${part(expected, 'by')}), the printed ${part(found, 'rate')} is over "${part(found, 'over')}" (${part(found, 'by')}); say which base is meant`,
  },
  AUDIT_RATE_BASIS: {
    severity: 'hint',
    zh: (expected, found) =>
      `${part(expected, 'name')}按另一对数应为 ${part(expected, 'rate')}（${part(expected, 'by')}），印的 ${part(found, 'rate')} 是 ${part(found, 'by')}；请写明按哪一对数算`,
    en: (expected, found) =>
      `${part(expected, 'name')} by the other pair of numbers should be ${part(expected, 'rate')} (${part(expected, 'by')}), the printed ${part(found, 'rate')} is ${part(found, 'by')}; say which pair is meant`,
  },
  AUDIT_RATE_LEFT_OUT: {
    severity: 'hint',
    zh: (expected) =>
      `同列其他行都印了${part(expected, 'name')}，此行应为 ${part(expected, 'rate')}（${part(expected, 'by')}），现空着；请补上并说明`,
    en: (expected) =>
      `the other rows print ${part(expected, 'name')}, here it should be ${part(expected, 'rate')} (${part(expected, 'by')}), and the cell is blank; fill it in and explain it`,
  },
  AUDIT_RATE_NO_SHARE: {
    severity: 'hint',
    zh: (expected, found) =>
      `${part(expected, 'base')} 份中的占比应为 ${part(expected, 'shares')} 之类，印为 ${show(found)}，不是人数占比；请注明是平均分`,
    en: (expected, found) =>
      `a share of ${part(expected, 'base')} answers should be ${list(member(expected, 'shares'))} or the like, printed is ${show(found)}, which is no share; say that it is an average of marks`,
  },
  AUDIT_DATA_SUM: {
    severity: 'error',
    zh: (expected, found) =>
      `${part(expected, 'name')}应为 ${part(expected, 'sum')}（${part(expected, 'by')}），印为 ${show(found)}；请核对合计或各项`,
    en: (expected, found) =>
      `${part(expected, 'name')} should be ${part(expected, 'sum')} (${part(expected, 'by')}), printed is ${show(found)}; check the sum or its parts`,
  },
  AUDIT_PART_ABOVE_WHOLE: {
    severity: 'error',
    zh: (expected, found) =>
      `${part(found, 'name')}应不超过${part(expected, 'name')} ${part(expected, 'value')}，印为 ${part(found, 'value')}；请核对两数`,
    en: (expected, found) =>
      `${part(found, 'name')} is at most ${part(expected, 'name')}, ${part(expected, 'value')}, printed is ${part(found, 'value')}; check the two numbers`,
  },
  AUDIT_FACT_CONFLICT: {
    severity: 'warning',
    zh: (expected, found) =>
      `同名的数应一致：“${at(expected, ' › ')}”印为 ${part(expected, 'value')}，此处印为 ${show(found)}；请统一口径`,
    en: (expected, found) =>
      `one name should have one value: "${at(expected, ' › ')}" prints ${part(expected, 'value')}, here ${show(found)} is printed; use one definition`,
  },
  AUDIT_ELEMENTS_SUM: {
    severity: 'error',
    zh: (expected, found) => `各要素分值之和应为 ${show(expected)}，现为 ${show(found)}；请调整要素分值或指标分值`,
    en: (expected, found) =>
      `the elements should be worth ${show(expected)} together, they are worth ${show(found)}; adjust the elements or the points`,
  },
  AUDIT_ELEMENTS_SCORE: {
    severity: 'error',
    zh: (expected, found) => `按已具备的要素应得 ${show(expected)} 分，印为 ${show(found)}；请核对要素或得分`,
    en: (expected, found) =>
      `the elements met give ${show(expected)}, printed is ${show(found)}; check the elements or the score`,
  },
  AUDIT_DEDUCTION: {
    severity: 'error',
    zh: (expected, found) => `按所述扣分应得 ${show(expected)} 分，印为 ${show(found)}；请核对扣分或得分`,
    en: (expected, found) =>
      `the deduction stated leaves ${show(expected)}, printed is ${show(found)}; check the deduction or the score`,
  },
  AUDIT_STANDARD_POINTS: {
    severity: 'error',
    zh: (expected, found) =>
      `评分标准的满分应为 ${show(expected)} 分，所写的分数给出 ${show(found)} 分；请改评分标准或分值`,
    en: (expected, found) =>
      `the standard should award ${show(expected)} in full, the awards it states give ${show(found)}; mend the standard or the points`,
  },
  AUDIT_STANDARD_SCORE: {
    severity: 'error',
    zh: (expected, found) => `按所印评分标准应得 ${show(expected)} 分，印为 ${show(found)}；请核对得分或评分标准`,
    en: (expected, found) =>
      `the printed standard gives ${list(expected)}, the printed score is ${show(found)}; check the score or the standard`,
  },
  AUDIT_TARGET_MISSED: {
    severity: 'error',
    zh: (expected, found) =>
      `目标为 ${show(expected)}，实际为 ${show(found)}，未达目标而得满分；请按评分标准扣分，或改正目标或实际值`,
    en: (expected, found) =>
      `the target is ${show(expected)}, the actual value ${show(found)} misses it under full points; deduct, or correct the target or the value`,
  },
  AUDIT_TARGET_WITHOUT_VALUE: {
    severity: 'warning',
    zh: (_, found) => `目标应写明数值，现只有“${show(found)}”；请补上目标值`,
    en: (_, found) => `a target needs a value, found only "${show(found)}"; add the value`,
  },
  AUDIT_GRADE: {
    severity: 'error',
    zh: (expected, found) =>
      `总分 ${part(expected, 'total')} 应为“${part(expected, 'grade')}”，印为“${show(found)}”；请核对总分、等级或分档`,
    en: (expected, found) =>
      `a total of ${part(expected, 'total')} should be "${part(expected, 'grade')}", printed is "${show(found)}"; check total, grade or bands`,
  },
  AUDIT_GRADE_UNKNOWN: {
    severity: 'error',
    zh: (expected, found) => `等级应为 ${show(expected)} 之一，印为“${show(found)}”；请改等级或补上分档`,
    en: (expected, found) =>
      `the grade should be one of ${list(expected)}, printed is "${show(found)}"; change the grade or add its band`,
  },
  AUDIT_GRADE_GAP: {
    severity: 'warning',
    zh: (expected, found) => `各档应相接，${show(found)} 与 ${show(expected)} 之间的总分没有等级；请把分档写成下限`,
    en: (expected, found) =>
      `grade bands should meet, a total between ${show(found)} and ${show(expected)} has no grade; write the bands as lower bounds`,
  },
  AUDIT_GRADE_OVERLAP: {
    severity: 'warning',
    zh: (expected, found) => `各档应不重叠，${show(expected)} 分同属两档：${show(found)}；请写明端点属于哪一档`,
    en: (expected, found) =>
      `grade bands should not overlap, ${show(expected)} belongs to two: ${list(found)}; say to which band the end belongs`,
  },
  AUDIT_GRADE_EMPTY: {
    severity: 'error',
    zh: (expected, found) => `一档的上限应高于下限 ${show(expected)}，现为 ${show(found)}；请改正这一档`,
    en: (expected, found) =>
      `the upper end of a band should be above its lower end, ${show(expected)}, found ${show(found)}; correct the band`,
  },
  AUDIT_NOTE_POINTS: {
    severity: 'warning',
    zh: (expected, found) =>
      `注 ${part(expected, 'note')} 定为 ${part(expected, 'points')} 分，表内为 ${show(found)} 分；请按注调整分值，或改注`,
    en: (expected, found) =>
      `note ${part(expected, 'note')} fixes ${part(expected, 'points')} points, the table has ${show(found)}; adjust the points or the note`,
  },
  AUDIT_SCHEME_OTHER: {
    severity: 'error',
    zh: (expected, found) =>
      `表中应有“${show(expected)}”的指标，只找到${show(found)}等，没有一个同名；请换成评分所用的指标体系`,
    en: (expected, found) =>
      `the table should have the indicators of "${show(expected)}", it has ${list(found)} and the like, none of the same name; take the scheme it was scored by`,
  },
  AUDIT_SCHEME_POINTS: {
    severity: 'error',
    zh: (expected, found) => `指标体系定为 ${show(expected)} 分，表上印为 ${show(found)} 分；请核对所用的版本或分值`,
    en: (expected, found) =>
      `the scheme gives ${show(expected)} points, printed are ${show(found)}; check the version used, or the points`,
  },
  AUDIT_SCHEME_ROW_MISSING: {
    severity: 'error',
    zh: (expected) =>
      `指标体系在此列有“${part(expected, 'name')}”（${part(expected, 'points')} 分），表上没有；请补上这一行，或核对名称`,
    en: (expected) =>
      `the scheme has "${part(expected, 'name')}" (${part(expected, 'points')} points) here, the table does not; add the row, or check its name`,
  },
  AUDIT_SCHEME_ROW_UNKNOWN: {
    severity: 'warning',
    zh: (_, found) => `指标体系在此没有“${show(found)}”；请核对名称或所用的版本`,
    en: (_, found) => `the scheme has no "${show(found)}" here; check the name, or the version used`,
  },
  AUDIT_SCHEME_SCORE: {
    severity: 'error',
    zh: (expected, found) =>
      `按指标体系的规则，${part(expected, 'value')} 应得 ${part(expected, 'score')} 分，印为 ${show(found)}；请核对得分或所填的数`,
    en: (expected, found) =>
      `by the rule of the scheme ${part(expected, 'value')} gives ${list(member(expected, 'score'))}, printed is ${show(found)}; check the score or the value`,
  },
  AUDIT_SCHEME_GRADE: {
    severity: 'error',
    zh: (expected, found) =>
      `按指标体系的分档，总分 ${part(expected, 'total')} 应为“${part(expected, 'grade')}”，印为“${show(found)}”；请核对等级或总分`,
    en: (expected, found) =>
      `by the grades of the scheme a total of ${part(expected, 'total')} is "${part(expected, 'grade')}", printed is "${show(found)}"; check the grade or the total`,
  },
} satisfies Record<string, CatalogueEntry>

function bounds(expected: Json, between: string, open: string): string {
  const high = part(expected, 'high')
  return `${part(expected, 'low')}${between}${high === '—' ? open : high}`
}

/** What agrees with the number found, where anything does. */
function agreeing(found: Json, before: string, after: string): string {
  const agrees = member(found, 'agreesWith')
  return Array.isArray(agrees) && agrees.length > 0 ? `${before}${show(agrees)}${after}` : ''
}

function at(expected: Json, between: string): string {
  return show(member(expected, 'at'), between)
}

function member(value: Json, key: string): Json {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
  return isObject ? ((value as { readonly [key: string]: Json })[key] ?? null) : null
}
