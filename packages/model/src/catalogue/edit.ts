import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { list, part, show } from './words.ts'

/** Edits that a scheme refuses; the pointer leads into the edit, `where` names what it meant. */
export const editIssues = {
  EDIT_UNKNOWN: {
    severity: 'error',
    zh: (expected, found) => `应为已有的${kindZh(expected)}，现为“${show(found)}”；请重新选择`,
    en: (expected, found) => `expected ${kindEn(expected)} that is there, found "${show(found)}"; choose again`,
  },
  EDIT_TAKEN: {
    severity: 'error',
    zh: (expected, found) => `${kindZh(expected)}应各不相同，“${show(found)}”已被使用；请换一个`,
    en: (expected, found) =>
      `names must differ, "${show(found)}" is already in use for ${kindEn(expected)}; take another`,
  },
  EDIT_INDEX: {
    severity: 'error',
    zh: (expected, found) => `位置应在 0 至 ${show(expected)} 之间，现为 ${show(found)}；请重新放置`,
    en: (expected, found) => `the position lies between 0 and ${show(expected)}, found ${show(found)}; place it again`,
  },
  EDIT_INTO_ITSELF: {
    severity: 'error',
    zh: (_, found) => `指标应移到自身以外的位置，现要把“${show(found)}”移入自身之下；请另选上级`,
    en: (_, found) =>
      `an indicator moves to a place outside itself, found "${show(found)}" moved into itself; choose another parent`,
  },
  EDIT_KIND: {
    severity: 'error',
    zh: (expected, found) =>
      `“${part(found, 'field')}”只用于${NODES_ZH[show(expected)] ?? show(expected)}，而“${part(found, 'name')}”不是；请改选指标，或先改变其类型`,
    en: (expected, found) =>
      `"${part(found, 'field')}" belongs to ${NODES_EN[show(expected)] ?? show(expected)}, which "${part(found, 'name')}" is not; choose another indicator, or change its kind first`,
  },
  EDIT_REFERENCED: {
    severity: 'error',
    zh: (expected, found) => `“${show(expected)}”应先无人引用，现仍用于：${places(found, '、')}；请先改这些地方`,
    en: (expected, found) =>
      `"${show(expected)}" must not be in use, found it at ${places(found, ', ')}; change these first`,
  },
  EDIT_TEXT: {
    severity: 'error',
    zh: (_, found) => `改写的公式应指向已有的公式，现指向 ${show(found)}；请按当前的指标体系重新改名`,
    en: (_, found) =>
      `a rewritten formula stands where a formula is, found ${show(found)}; rename again on the present scheme`,
  },
} satisfies Record<string, CatalogueEntry>

const KINDS_ZH: Record<string, string> = {
  indicator: '指标编号',
  item: '数据项',
  measure: '计算量',
  name: '数据项或计算量的名称',
  rule: '规则编号',
  condition: '共用条件',
}
const KINDS_EN: Record<string, string> = {
  indicator: 'an indicator',
  item: 'a data item',
  measure: 'a measure',
  name: 'a data item or measure',
  rule: 'a rule',
  condition: 'a shared condition',
}
const NODES_ZH: Record<string, string> = { leaf: '末级指标', branch: '有下级的指标' }
const NODES_EN: Record<string, string> = { leaf: 'leaves', branch: 'indicators with children' }

const kindZh = (kind: Json) => KINDS_ZH[show(kind)] ?? show(kind)
const kindEn = (kind: Json) => KINDS_EN[show(kind)] ?? list(kind)

/** Each place by its names with its pointer. */
function places(found: Json, comma: string): string {
  const each = Array.isArray(found) ? (found as Json[]) : [found]
  return each
    .map((place) =>
      [part(place, 'where'), part(place, 'pointer')].filter((text) => text !== '' && text !== '—').join(' '),
    )
    .join(comma)
}
