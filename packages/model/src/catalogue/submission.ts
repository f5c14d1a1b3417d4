import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { methodEn, methodZh } from './names.ts'
import { boundsEn, boundsZh, list, literal, literalZh, part, show } from './words.ts'

/** What comes from outside the scheme: values and judgements that were submitted, targets that were declared. */
export const submissionIssues = {
  SUBMISSION_TYPE: {
    severity: 'error',
    zh: (expected, found) => `应填${TYPES_ZH[show(expected)] ?? show(expected)}，现为${literalZh(found)}；请改填`,
    en: (expected, found) =>
      `expected ${TYPES_EN[show(expected)] ?? show(expected)}, found ${literal(found)}; correct it`,
  },
  SUBMISSION_NUMBER_DIGITS: {
    severity: 'error',
    zh: (expected, found) =>
      `JSON 数字至多 ${show(expected)} 位有效数字，现为 ${show(found)}；请改用带引号的文本写出准确的数`,
    en: (expected, found) =>
      `a JSON number has at most ${show(expected)} significant digits, found ${show(found)}; write the exact number as text in quotes`,
  },
  SUBMISSION_CHOICE: {
    severity: 'error',
    zh: (expected, found) => `应为下列之一：${show(expected)}，现为“${show(found)}”；请从中选择`,
    en: (expected, found) => `expected one of ${list(expected)}, found "${show(found)}"; choose one of them`,
  },
  SUBMISSION_RANGE: {
    severity: 'error',
    zh: (expected, found) => `应${boundsZh(expected)}，现为 ${show(found)}；请核对数值与单位`,
    en: (expected, found) => `expected ${boundsEn(expected)}, found ${show(found)}; check the value and its unit`,
  },
  SUBMISSION_DIGITS: {
    severity: 'warning',
    zh: (expected, found) =>
      `小数应不超过 ${show(expected)} 位，现为 ${show(found)}；按原值计算，请核对是否填错，或在数据项中增加位数`,
    en: (expected, found) =>
      `at most ${show(expected)} digits after the point are expected, found ${show(found)}; it is used as it stands: check it, or allow the item more digits`,
  },
  SUBMISSION_STATE: {
    severity: 'warning',
    zh: (expected, found) =>
      `状态与数值应一致，现状态为${STATES_ZH[part(expected, 'state')] ?? part(expected, 'state')}而数值为 ${show(found)}；按${STATES_ZH[part(expected, 'read')] ?? part(expected, 'read')}处理，请改状态或数值`,
    en: (expected, found) =>
      `state and value should agree, found the state ${STATES_EN[part(expected, 'state')] ?? part(expected, 'state')} with the value ${show(found)}; it is read as ${STATES_EN[part(expected, 'read')] ?? part(expected, 'read')}: change the state or the value`,
  },
  SUBMISSION_NOT_APPLICABLE_REASON: {
    severity: 'error',
    zh: () => '“不适用”应写明理由，现无；请填写理由',
    en: () => '"not applicable" needs a reason, found none; give one',
  },
  SUBMISSION_NOT_APPLICABLE_REFUSED: {
    severity: 'error',
    zh: (_, found) => `“${show(found)}”不允许填“不适用”，现填了不适用；请填写数值，或由指标体系放开此项`,
    en: (_, found) =>
      `"${show(found)}" may not be "not applicable", found that state; give a value, or have the scheme permit it`,
  },
  SUBMISSION_UNKNOWN_FIELD: {
    severity: 'error',
    zh: (expected, found) => `记录的栏目应在数据项中列明，现有“${show(found)}”${meantZh(expected)}；请改名或删去`,
    en: (expected, found) =>
      `the fields of a record are those of its data item, found "${show(found)}"${meantEn(expected)}; rename or remove it`,
  },
  SUBMISSION_EVIDENCE: {
    severity: 'warning',
    zh: (expected) => `应附佐证材料：${show(expected)}，现无；请上传`,
    en: (expected) => `evidence is required: ${show(expected)}, found none; attach it`,
  },
  SUBMISSION_SCHEME: {
    severity: 'error',
    zh: (expected, found) => `填报数据应对应指标体系“${show(expected)}”，现为“${show(found)}”；请确认选对了文件`,
    en: (expected, found) =>
      `the submission should be for the scheme "${show(expected)}", found "${show(found)}"; check that it is the right file`,
  },
  SUBMISSION_UNKNOWN_ITEM: {
    severity: 'error',
    zh: (expected, found) => `应为指标体系中的数据项，现有“${show(found)}”${meantZh(expected)}；请改名或删去`,
    en: (expected, found) =>
      `expected a data item of the scheme, found "${show(found)}"${meantEn(expected)}; rename or remove it`,
  },
  SUBMISSION_UNKNOWN_INDICATOR: {
    severity: 'error',
    zh: (expected, found) => `应为指标体系中指标的编号，现有“${show(found)}”${meantZh(expected)}；请改正或删去`,
    en: (expected, found) =>
      `expected the id of an indicator of the scheme, found "${show(found)}"${meantEn(expected)}; correct or remove it`,
  },
  SUBMISSION_UNKNOWN_EVIDENCE: {
    severity: 'warning',
    zh: (expected, found) =>
      `佐证材料应挂在数据项或指标下，现挂在“${show(found)}”下${meantZh(expected)}；此材料未被采用，请改正`,
    en: (expected, found) =>
      `evidence belongs to a data item or an indicator, found it under "${show(found)}"${meantEn(expected)}; it is not used, correct the name`,
  },
  SUBMISSION_UNIT_TWICE: {
    severity: 'error',
    zh: (_, found) => `下属单位名称应各不相同，现“${show(found)}”出现两次；请改名或合并`,
    en: (_, found) => `names of subordinate units must differ, found "${show(found)}" twice; rename or merge them`,
  },
  SUBMISSION_NOT_JUDGED: {
    severity: 'error',
    zh: (expected, found) =>
      `此处应无评定（计分方法为“${methodZh(expected)}”），现为 ${show(found)}；得分由数据计算，请删去，或改填所用数据项`,
    en: (expected, found) =>
      `expected no judgement here (scored ${methodEn(expected)}), found ${show(found)}; the score is computed: remove it, or correct the data it reads`,
  },
  SUBMISSION_JUDGEMENT_FORM: {
    severity: 'error',
    zh: (expected, found) => `评定应为${part(expected, 'zh')}，现为 ${show(found)}；请改写`,
    en: (expected, found) => `a judgement here is ${part(expected, 'en')}, found ${show(found)}; rewrite it`,
  },
  SUBMISSION_SCORE_LIMIT: {
    severity: 'error',
    zh: (expected, found) => `评分应在 0 至 ${show(expected)} 分之间，现为 ${show(found)}；请改填`,
    en: (expected, found) => `a score lies between 0 and ${show(expected)}, found ${show(found)}; correct it`,
  },
  SUBMISSION_REASON: {
    severity: 'error',
    zh: (expected, found) => `得分低于满分（${show(expected)}）应写明理由，现为 ${show(found)} 而无理由；请填写理由`,
    en: (expected, found) =>
      `a score below full points (${show(expected)}) needs a reason, found ${show(found)} without one; give one`,
  },
  SUBMISSION_LEVEL: {
    severity: 'error',
    zh: (expected, found) => `评定等级应为下列之一：${show(expected)}，现为“${show(found)}”；请从中选择`,
    en: (expected, found) => `the level is one of ${list(expected)}, found "${show(found)}"; choose one of them`,
  },
  SUBMISSION_SHARE: {
    severity: 'error',
    zh: (expected, found) => `完成比例应为${part(expected, 'zh')}，现为 ${show(found)}；请改填比例，或改选等级`,
    en: (expected, found) =>
      `the share must be ${part(expected, 'en')}, found ${show(found)}; correct it, or choose another level`,
  },
  SUBMISSION_ELEMENT: {
    severity: 'error',
    zh: (expected, found) =>
      `应为此指标中由人评定的要素（${show(expected)}），现有“${show(found)}”；请改正编号，或删去由数据判定的要素`,
    en: (expected, found) =>
      `expected a judged element of this indicator (${list(expected)}), found "${show(found)}"; correct the id, or remove it where data decide`,
  },
  SUBMISSION_EXPERT_TWICE: {
    severity: 'error',
    zh: (_, found) => `每位专家应只评一次，现“${show(found)}”出现两次；请保留一个`,
    en: (_, found) => `each expert scores once, found "${show(found)}" twice; keep one of them`,
  },
  SUBMISSION_CLAIM: {
    severity: 'warning',
    zh: (expected, found) => `自评分应在 0 至 ${show(expected)} 分之间，现为 ${show(found)}；请核对`,
    en: (expected, found) => `a claimed score lies between 0 and ${show(expected)}, found ${show(found)}; check it`,
  },
  DECLARATION_SCHEME: {
    severity: 'error',
    zh: (expected, found) => `绩效目标申报表应对应指标体系“${show(expected)}”，现为“${show(found)}”；请确认选对了文件`,
    en: (expected, found) =>
      `the declaration should be for the scheme "${show(expected)}", found "${show(found)}"; check that it is the right file`,
  },
  DECLARATION_NOT_TAKEN: {
    severity: 'error',
    zh: (_, found) =>
      `指标体系“${show(found)}”不设申报，目标值应由其自定，现附有申报表；请去掉申报表，或由指标体系放开`,
    en: (_, found) =>
      `the scheme "${show(found)}" sets its own targets, found a declaration; leave it out, or have the scheme permit it`,
  },
  DECLARATION_UNKNOWN_INDICATOR: {
    severity: 'error',
    zh: (expected, found) => `应为指标体系中指标的编号，现有“${show(found)}”${meantZh(expected)}；请改正或删去`,
    en: (expected, found) =>
      `expected the id of an indicator of the scheme, found "${show(found)}"${meantEn(expected)}; correct or remove it`,
  },
  DECLARATION_TARGET_FIXED: {
    severity: 'error',
    zh: (_, found) => `只有允许申报的指标可定目标值，现为“${show(found)}”定了目标值；请删去，或由指标体系放开`,
    en: (_, found) =>
      `only indicators that leave it open take a declared target, found one for "${show(found)}"; remove it, or have the scheme permit it`,
  },
  DECLARATION_TARGET_KIND: {
    severity: 'error',
    zh: (expected, found) =>
      `申报的目标值应与指标同类同向（${TARGETS_ZH[show(expected)] ?? show(expected)}），现为${TARGETS_ZH[show(found)] ?? show(found)}；请改写目标值`,
    en: (expected, found) =>
      `a declared target keeps the kind and direction of the indicator's (${TARGETS_EN[show(expected)] ?? show(expected)}), found ${TARGETS_EN[show(found)] ?? show(found)}; rewrite it`,
  },
  DECLARATION_TARGET_UNIT: {
    severity: 'error',
    zh: (expected, found) => `目标值的单位应能与“${show(expected)}”换算，现为“${show(found)}”；请改用同类单位`,
    en: (expected, found) =>
      `the target's unit must convert to "${show(expected)}", found "${show(found)}"; use a unit of the same kind`,
  },
  DECLARATION_TARGET_LIMIT: {
    severity: 'error',
    zh: (expected, found) => `目标值应${boundsZh(expected)}，现为 ${show(found)}；请调整目标值`,
    en: (expected, found) => `the target must be ${boundsEn(expected)}, found ${show(found)}; adjust it`,
  },
  DECLARATION_TARGET_MISSING: {
    severity: 'error',
    zh: (expected) => `“${show(expected)}”应申报目标值，现无；请在 targets 中填写`,
    en: (expected) => `"${show(expected)}" needs a declared target, found none; give it under "targets"`,
  },
  DECLARATION_NOT_INDIVIDUAL: {
    severity: 'error',
    zh: (_, found) => `自设指标应放在个性指标之下，现放在“${show(found)}”之下；请移到标明“个性”的指标下`,
    en: (_, found) =>
      `own indicators stand under a branch marked individual, found them under "${show(found)}"; move them to one that is`,
  },
  DECLARATION_INDIVIDUAL_EMPTY: {
    severity: 'error',
    zh: (expected) => `此处应有自设指标，合计 ${show(expected)} 分，现无；请添加自设指标`,
    en: (expected) => `own indicators worth ${show(expected)} points together are expected here, found none; add them`,
  },
  DECLARATION_POINTS: {
    severity: 'error',
    zh: (expected, found) => `自设指标的分值合计应为 ${show(expected)}，现为 ${show(found)}；请调整分值`,
    en: (expected, found) =>
      `the points of own indicators must come to ${show(expected)}, found ${show(found)}; adjust them`,
  },
  DECLARATION_TAKEN: {
    severity: 'error',
    zh: (_, found) => `编号或名称应未被使用，现“${show(found)}”已在指标体系或申报表中；请换一个`,
    en: (_, found) =>
      `ids and names must be new, found "${show(found)}" in use in the scheme or the declaration; take another`,
  },
} satisfies Record<string, CatalogueEntry>

const meantZh = (known: Json) => (known === null ? '' : `（是否为“${show(known)}”？）`)
const meantEn = (known: Json) => (known === null ? '' : ` (did you mean "${show(known)}"?)`)

const TYPES_ZH: Record<string, string> = {
  number: '数，如 12.5',
  money: '金额，如 12.5，单位按数据项',
  rate: '比率，如 95% 或 0.95',
  count: '不小于 0 的整数',
  date: '存在的日期，如 2024-12-31',
  text: '文本',
  choice: '选项之一',
  boolean: '是（true）或否（false）',
  list: '逐条的记录',
}

const TYPES_EN: Record<string, string> = {
  number: 'a number, such as 12.5',
  money: "an amount in the item's unit, such as 12.5",
  rate: 'a rate, such as 95% or 0.95',
  count: 'a whole number of at least 0',
  date: 'a day that exists, such as 2024-12-31',
  text: 'text',
  choice: 'one of the choices',
  boolean: 'yes (true) or no (false)',
  list: 'records, one by one',
}

const STATES_ZH: Record<string, string> = {
  present: '有值',
  missing: '空缺',
  'not-applicable': '不适用',
  'to-be-verified': '待核',
}

const STATES_EN: Record<string, string> = {
  'not-applicable': 'not applicable',
  'to-be-verified': 'to be verified',
}

const TARGETS_ZH: Record<string, string> = {
  number: '数值',
  formula: '公式',
  range: '区间',
  text: '文字',
  '=': '等于某数',
  '>=': '不低于某数',
  '<=': '不高于某数',
  'date =': '某日',
  'date >=': '某日以后',
  'date <=': '某日以前',
}

const TARGETS_EN: Record<string, string> = {
  number: 'a number',
  formula: 'a formula',
  range: 'a range',
  text: 'a text',
  '=': 'equal to a number',
  '>=': 'at least a number',
  '<=': 'at most a number',
  'date =': 'on a day',
  'date >=': 'from a day on',
  'date <=': 'by a day',
}
