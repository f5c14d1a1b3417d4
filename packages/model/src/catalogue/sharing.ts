import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { boundsEn, boundsZh, list, part, show } from './words.ts'

/** Templates adopted from others: parameters, and what may not be changed. */
export const sharingIssues = {
  PARAMETER_UNKNOWN: {
    severity: 'error',
    zh: (expected, found) => `应为模板给出的参数（${show(expected)}），现为“${show(found)}”；请去掉，或改用其中一个`,
    en: (expected, found) =>
      `expected a parameter of the template (${list(expected)}), found "${show(found)}"; remove it, or use one of these`,
  },
  PARAMETER_RANGE: {
    severity: 'error',
    zh: (expected, found) => `参数应为数值${limitsZh(expected)}，现为“${show(found)}”；请改在范围之内`,
    en: (expected, found) =>
      `expected a number${limitsEn(expected)} for the parameter, found "${show(found)}"; choose one within`,
  },
  PARAMETER_PLACE: {
    severity: 'error',
    zh: (expected, found) =>
      `参数应对应“${show(expected)}”处的数值，现为“${show(found)}”；请由模板编制方改正参数的位置`,
    en: (expected, found) =>
      `the parameter stands for a number at "${show(expected)}", found "${show(found)}"; the template's author has to correct its place`,
  },
  PARAMETER_DROPPED: {
    severity: 'warning',
    zh: (expected, found) =>
      `原设参数值“${show(found)}”应仍适用于新版模板，现已不适用，改用默认值“${show(expected)}”；请核对`,
    en: (expected, found) =>
      `the value "${show(found)}" set here should still fit the new version and does not, its default "${show(expected)}" is used; check it`,
  },
  PARAMETER_CASES: {
    severity: 'hint',
    zh: (_, found) => `用例的应得结果应与所设参数一致，以下用例已按所设参数重算：${show(found)}；请核对`,
    en: (_, found) =>
      `cases give what the parameters as set make of them, these were brought along: ${list(found)}; look at them`,
  },
  LIMIT_LOCKED: {
    severity: 'error',
    zh: (expected, found) =>
      `${(LOCKS_ZH[part(expected, 'of')] ?? lockedZh)(part(expected, 'by'))}，应与模板一致，现${CHANGES_ZH[part(found, 'change')] ?? '有改动'}；请撤销改动，或向其提出修改建议`,
    en: (expected, found) =>
      `${(LOCKS_EN[part(expected, 'of')] ?? lockedEn)(part(expected, 'by'))} and stays as in the template, found ${CHANGES_EN[part(found, 'change')] ?? 'changed'}; undo the change, or propose it to them`,
  },
  LIMIT_POINTS: {
    severity: 'error',
    zh: (expected, found) =>
      isFixed(expected)
        ? `分值已由“${part(expected, 'by')}”固定，应为 ${part(expected, 'origin')}，现为 ${show(found)}；请改回`
        : `分值应${boundsZh(expected)}（模板为 ${part(expected, 'origin')}，由“${part(expected, 'by')}”限定），现为 ${show(found)}；请改在范围之内`,
    en: (expected, found) =>
      isFixed(expected)
        ? `points are fixed at ${part(expected, 'origin')} by "${part(expected, 'by')}", found ${show(found)}; change them back`
        : `expected points ${boundsEn(expected)} (the template has ${part(expected, 'origin')}, limited by "${part(expected, 'by')}"), found ${show(found)}; choose points within`,
  },
  LIMIT_ADD: {
    severity: 'error',
    zh: (expected, found) =>
      `“${part(expected, 'by')}”不允许在${underZh(found)}增设指标，现放入了“${part(found, 'name')}”；请放到允许增设之处`,
    en: (expected, found) =>
      `"${part(expected, 'by')}" lets nothing be added ${underEn(found)}, found "${part(found, 'name')}" put there; put it where additions are allowed`,
  },
  LIMIT_PARAMETER: {
    severity: 'error',
    zh: (expected, found) =>
      `此数值应由参数“${part(expected, 'name')}”设定（${part(expected, 'value')}），现直接改为 ${part(found, 'value')}；请改用参数设定`,
    en: (expected, found) =>
      `this number is set by the parameter "${part(expected, 'name')}" (${part(expected, 'value')}), found changed to ${part(found, 'value')}; set the parameter instead`,
  },
  LIMIT_LINEAGE: {
    severity: 'error',
    zh: (expected, found) =>
      `模板来源应为${templateZh(expected)}，记录与采用时一致，现${isSame(expected, found) ? '记录已被改动' : `为${templateZh(found)}`}；来源只随采用和更新而变，请恢复`,
    en: (expected, found) =>
      `expected the scheme to come from ${templateEn(expected)}, as recorded when it was adopted, found ${isSame(expected, found) ? 'the record changed' : templateEn(found)}; only adopting and updating change it, restore it`,
  },
  MAPPING_UNIT: {
    severity: 'error',
    zh: (expected, found) =>
      `对照的单位应可换算为数据项的单位（${show(expected)}），现为“${show(found)}”；请改正名称对照`,
    en: (expected, found) =>
      `expected a unit that converts to that of the item (${show(expected)}), found "${show(found)}"; correct the mapping`,
  },
  MAPPING_INEXACT: {
    severity: 'error',
    zh: (expected, found) => `应可准确换算为“${show(expected)}”，而“${show(found)}”除不尽；请直接以该单位填报`,
    en: (expected, found) =>
      `expected a figure that converts to "${show(expected)}" exactly, found "${show(found)}"; state it in that unit`,
  },
  MAPPING_TWICE: {
    severity: 'error',
    zh: (expected, found) =>
      `数据项“${show(expected)}”应只有一个来源，现由不同名称各给出一个（“${show(found)}”）；请去掉其一`,
    en: (expected, found) =>
      `the item "${show(expected)}" takes one value, found it given under two names (also as "${show(found)}"); remove one of them`,
  },
  ADOPT_AGAIN: {
    severity: 'warning',
    zh: (expected, found) =>
      `同一模板应只采用一次，本地区已有由其采用的“${show(found)}”（版本 ${show(expected)}）；如要换成新版，请在该方案中更新`,
    en: (expected, found) =>
      `a template is adopted once, found "${show(found)}" adopted from it here already (version ${show(expected)}); to bring that one up to date, update it there`,
  },
  ADOPT_SAME_ID: {
    severity: 'warning',
    zh: (expected, found) =>
      `本地区各方案的编码应各不相同，“${show(found)}”已用于“${show(expected)}”；请在采用后改换编码`,
    en: (expected, found) =>
      `schemes of a region have different ids, found "${show(found)}" in use by "${show(expected)}"; give it another one after adopting`,
  },
  ADOPT_SAME_FORM: {
    severity: 'warning',
    zh: (expected, found) => `表号应各不相同，“${show(found)}”已用于“${show(expected)}”；请核对是否重复采用`,
    en: (expected, found) =>
      `form codes differ, found "${show(found)}" in use by "${show(expected)}"; check whether both are wanted`,
  },
  ADOPT_DEPENDENCY: {
    severity: 'warning',
    zh: (expected, found) =>
      `本模板需要模板“${part(expected, 'id')}”（${part(expected, 'version')}），本处为${show(found) === '—' ? '无' : ` ${show(found)}`}；请先接收该模板`,
    en: (expected, found) =>
      `this template needs the template "${part(expected, 'id')}" (${part(expected, 'version')}), found ${show(found) === '—' ? 'none' : show(found)} here; take that one in first`,
  },
} satisfies Record<string, CatalogueEntry>

const CHANGES_ZH: Record<string, string> = {
  changed: '已被修改',
  removed: '已被删除',
  moved: '已被移动',
  added: '为新增',
}
const CHANGES_EN: Record<string, string> = { changed: 'changed', removed: 'removed', moved: 'moved', added: 'added' }

function hasNone(bounds: Json): boolean {
  return part(bounds, 'min') === '—' && part(bounds, 'max') === '—'
}
const limitsZh = (bounds: Json) => (hasNone(bounds) ? '' : `，且${boundsZh(bounds)}`)
const limitsEn = (bounds: Json) => (hasNone(bounds) ? '' : ` ${boundsEn(bounds)}`)

const underZh = (found: Json) => (part(found, 'under') === '—' ? '最上级' : `“${part(found, 'under')}”之下`)
const underEn = (found: Json) => (part(found, 'under') === '—' ? 'at the top' : `under "${part(found, 'under')}"`)

const isFixed = (range: Json) => part(range, 'min') !== '—' && part(range, 'min') === part(range, 'max')
const isSame = (one: Json, other: Json) => one !== null && JSON.stringify(one) === JSON.stringify(other)

const lockedZh = (by: string) => `“${by}”已锁定此处`
const lockedEn = (by: string) => `this is locked by "${by}"`
/** Why something is locked that is no indicator itself. */
const LOCKS_ZH: Record<string, (by: string) => string> = {
  item: (by) => `“${by}”锁定的指标用到此项`,
  measure: (by) => `“${by}”锁定的指标用到此项`,
  condition: (by) => `“${by}”锁定的指标用到此条件`,
  rule: (by) => `此规则涉及“${by}”锁定的内容`,
  scheme: (by) => `“${by}”锁定的内容随此设置计分`,
}
const LOCKS_EN: Record<string, (by: string) => string> = {
  item: (by) => `this is read by an indicator that "${by}" locked`,
  measure: (by) => `this is read by an indicator that "${by}" locked`,
  condition: (by) => `this is used by an indicator that "${by}" locked`,
  rule: (by) => `this speaks of what "${by}" locked`,
  scheme: (by) => `what "${by}" locked is scored by this setting`,
}

const templateZh = (found: Json) =>
  found === null ? '无（本方案自编）' : `模板“${part(found, 'id')}”（版本 ${part(found, 'version')}）`
const templateEn = (found: Json) =>
  found === null ? 'no template' : `template "${part(found, 'id')}" (version ${part(found, 'version')})`
