import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { methodEn, methodZh, targetText, valueTypesEn, valueTypesZh } from './names.ts'
import { list, part, show } from './words.ts'

/** What is wrong with a scoring method, in the design or with the data at hand. */
export const scoringIssues = {
  SCORING_ACTUAL_MISSING: {
    severity: 'error',
    zh: (expected) => `“${methodZh(expected)}”计分应有取数的数据项或公式，现缺；请在“取数”中填写`,
    en: (expected) =>
      `scoring ${methodEn(expected)} needs a data item or formula to take the value from, found none; give one`,
  },
  SCORING_VALUE_TYPE: {
    severity: 'error',
    zh: (expected, found) => `此处应为${valueTypesZh(expected)}，现为${valueTypesZh(found)}；请换数据项或公式`,
    en: (expected, found) =>
      `expected ${valueTypesEn(expected)}, found ${valueTypesEn(found)}; use another item or formula`,
  },
  SCORING_TARGET_MISSING: {
    severity: 'error',
    zh: () => '此计分方法应有目标值，现缺；请填写目标值，或在计分方法中写明起算点',
    en: () => 'this method needs a target, found none; give one, or state in the method where it counts from',
  },
  SCORING_TARGET_DATE: {
    severity: 'error',
    zh: (expected, found) => `目标日期应为实有的一天（${show(expected)}），现为 ${show(found)}；请改正`,
    en: (expected, found) =>
      `the target must be a day that exists (${show(expected)}), found ${show(found)}; correct it`,
  },
  SCORING_TARGET_UNIT: {
    severity: 'error',
    zh: (expected, found) => `目标值的单位应能换算为实际值的单位 ${show(expected)}，现为 ${show(found)}；请统一单位`,
    en: (expected, found) =>
      `the target's unit must convert to the actual's, ${show(expected)}, found ${show(found)}; use one kind of unit`,
  },
  SCORING_TARGET_TEXT: {
    severity: 'error',
    zh: (_, found) =>
      `按数值计分时目标值应为数值或日期，现为文字“${show(found)}”；请改目标值，或改用等级评定、人工评分`,
    en: (_, found) =>
      `a computed method needs a number or a date as target, found the text "${show(found)}"; change the target or use a judged method`,
  },
  SCORING_TARGET_NOT_POSITIVE: {
    severity: 'error',
    zh: (expected, found) =>
      `按比例计分时目标值应 ${show(expected)}，现为 ${targetText(found)}；请改目标值，或写明目标值不大于 0 时如何计分`,
    en: (expected, found) =>
      `a target that is divided by must be ${show(expected)}, found ${targetText(found)}; change it, or state how a target of 0 or less scores`,
  },
  SCORING_DIRECTION: {
    severity: 'error',
    zh: (_, found) => `按比例计分要有方向，“${show(found)}”没有；请改为 ≥ 或 ≤`,
    en: (_, found) => `scoring in proportion needs a direction, "${show(found)}" has none; use ≥ or ≤`,
  },
  SCORING_DIRECTION_SIDE: {
    severity: 'warning',
    zh: (expected, found) =>
      `目标值为 ${show(expected)}，达标的一侧不应扣分，现在${show(found) === 'above' ? '高于' : '低于'}目标值时扣分；请换到另一侧`,
    en: (expected, found) =>
      `with a target of ${show(expected)} its good side should not be deducted, but ${show(found)} it points are taken; move the rule to the other side`,
  },
  SCORING_STEP_SIDE: {
    severity: 'error',
    zh: () => '按步扣分应写明低于或高于起算点时如何扣，现都没有；请至少填一侧',
    en: () => 'steps must say what is taken below or above, found neither; state at least one side',
  },
  SCORING_STEP_COUNT: {
    severity: 'error',
    zh: () => '按步扣分应写明不足一步怎么算：按比例折算、不计或按一步计；请在本项或方案中写明',
    en: () =>
      'steps must say how a part of a step counts: in proportion, not at all or as a whole step; state it here or for the scheme',
  },
  SCORING_ORDER: {
    severity: 'error',
    zh: (_, found) => `数值应由小到大且不重复，现为：${show(found)}；请重新排列`,
    en: (_, found) => `values must ascend without repeating, found ${list(found)}; put them in order`,
  },
  SCORING_PASS_TWO: {
    severity: 'error',
    zh: () => '达标得分应按门槛或按条件，不能两者都有；请删去一个',
    en: () => 'a pass goes by a threshold or by a condition, not by both; remove one of them',
  },
  SCORING_ASSUMED: {
    severity: 'warning',
    zh: (expected, found) =>
      part(found, 'open') === 'count'
        ? `评分标准“${show(expected)}”没有写明不足一步怎么算，暂按“${part(found, 'zh')}”计分；请选定一种`
        : `评分标准“${show(expected)}”没有读懂，暂按“${part(found, 'zh')}”计分；请核对：相符就确认，不符就改计分方法`,
    en: (expected, found) =>
      part(found, 'open') === 'count'
        ? `the standard "${show(expected)}" does not say how a part of a step counts, scored for now by "${part(found, 'en')}"; choose one`
        : `the standard "${show(expected)}" was not understood, scored for now by "${part(found, 'en')}"; confirm the rule, or change it`,
  },
  SCORING_LEVEL: {
    severity: 'error',
    zh: (_, found) => `每个等级应有固定比例，或有上下限，二者取一，现“${part(found, 'name')}”不是；请改正`,
    en: (_, found) =>
      `a level has either a fixed share or two ends of a range, "${part(found, 'name')}" has not; correct it`,
  },
  SCORING_PANEL_QUORUM: {
    severity: 'warning',
    zh: (expected, found) => `去掉最高最低分至少要 ${show(expected)} 人，现为 ${show(found)}；请提高人数`,
    en: (expected, found) =>
      `a mean without highest and lowest needs at least ${show(expected)} experts, found ${show(found)}; raise the quorum`,
  },
  SCORING_TABLE_CELLS: {
    severity: 'error',
    zh: (expected, found) => `每行应有 ${show(expected)} 格，现为 ${show(found)} 格；请补齐，不作要求的格留空`,
    en: (expected, found) =>
      `a row must have ${show(expected)} cells, found ${show(found)}; fill it up, an empty cell asks nothing`,
  },
  SCORING_SELECTOR: {
    severity: 'error',
    zh: (_, found) => `择一指标应恰好选中一个下级指标，现选中 ${show(found)} 个；请核对选择项或条件`,
    en: (_, found) => `alternatives must choose exactly one child, ${show(found)} are chosen; check the selector`,
  },
  SCORING_TABLE_TWO_HITS: {
    severity: 'error',
    zh: (_, found) => `决策表应只有一行符合，现第 ${show(found)} 行同时符合；请改条件，或改用首行优先`,
    en: (_, found) =>
      `only one row of the table may hit, rows ${list(found)} do; change the conditions or let the first one win`,
  },
  SCORING_ITEM: {
    severity: 'error',
    zh: (expected, found) =>
      `没有名为“${show(found)}”的数据项${expected === null ? '' : `，是否为“${show(expected)}”`}；请改正`,
    en: (expected, found) =>
      `there is no data item "${show(found)}"${expected === null ? '' : `; did you mean "${show(expected)}"`}; correct the name`,
  },
  SCORING_NOTHING_COUNTED: {
    severity: 'error',
    zh: () => '达标占比的分母为 0：没有可计的指标或任务；请补数据，或设为不适用',
    en: () => 'there is nothing to take the share of; give data, or let the indicator not apply',
  },
  SCORING_GROUP_ZERO: {
    severity: 'error',
    zh: (expected, found) => `组内最好值或平均值应 ${show(expected)} 才能相比，现为 ${show(found)}；请核对数据`,
    en: (expected, found) =>
      `the best or the mean of the group must be ${show(expected)} to compare with, found ${show(found)}; check the data`,
  },
  SCORING_BEST: {
    severity: 'warning',
    zh: (expected, found) =>
      `最高可得分应等于分值 ${show(expected)}，现为 ${show(found)}；请改起始分或各档得分，或改分值`,
    en: (expected, found) =>
      `the best reachable score must equal the points ${show(expected)}, found ${show(found)}; change the rule or the points`,
  },
  SCORING_ELEMENTS_SUM: {
    severity: 'warning',
    zh: (expected, found) =>
      `各要素分值之和应等于分值 ${show(expected)}，现为 ${show(found)}；请调整要素分值，或改分值`,
    en: (expected, found) =>
      `the elements must add up to the points ${show(expected)}, found ${show(found)}; change the elements or the points`,
  },
  SCORING_SHARE: {
    severity: 'warning',
    zh: (expected, found) =>
      `得分应在 0 与分值 ${show(expected)} 之间，现“${placeOf(found, 'zh')}”为 ${part(found, 'score')}；请改正`,
    en: (expected, found) =>
      `scores lie between 0 and the points ${show(expected)}, but "${placeOf(found, 'en')}" gives ${part(found, 'score')}; correct it`,
  },
  EVALUATION_CLAIM: {
    severity: 'warning',
    zh: (expected, found) => `按规则计得 ${show(expected)}，自评或印出的是 ${show(found)}；以计算为准，请核对来源`,
    en: (expected, found) =>
      `the rules give ${show(expected)}, claimed or printed is ${show(found)}; the computation stands, check the source`,
  },
  SUBMISSION_AGGREGATE: {
    severity: 'error',
    zh: (_, found) =>
      `此数据项由 ${show(found)} 个单位分别填报，但没有写明如何汇总；请在数据项中写明汇总办法，或由部门填一个值`,
    en: (_, found) =>
      `${show(found)} units report this item, but how they are brought together is not stated; state how on the item, or report one value`,
  },
  SUBMISSION_AGGREGATE_WEIGHT: {
    severity: 'error',
    zh: (expected, found) => `加权汇总的权数之和应 ${show(expected)}，现为 ${show(found)}；请核对权数`,
    en: (expected, found) =>
      `the weights of a weighted aggregate must add up to ${show(expected)}, found ${show(found)}; check them`,
  },
} satisfies Record<string, CatalogueEntry>

/** `place` is what a stated score is called, in both languages. */
function placeOf(found: Json, language: 'zh' | 'en'): string {
  const isObject = found !== null && typeof found === 'object' && !Array.isArray(found)
  return part(isObject ? ((found as { readonly place?: Json }).place ?? null) : null, language)
}
