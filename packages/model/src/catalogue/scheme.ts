import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { operatorsEn, operatorsZh, valueTypesEn, valueTypesZh } from './names.ts'
import { list, part, show } from './words.ts'

/** What keeps a scheme from being compiled: names that do not resolve, orders that do not exist, rules that say nothing. */
export const schemeIssues = {
  SCHEME_NAME_TWICE: {
    severity: 'error',
    zh: (_, found) => `数据项和计算量的名称应各不相同，现“${show(found)}”出现两次；请改名其一`,
    en: (_, found) => `names of items and measures must differ, found "${show(found)}" twice; rename one of them`,
  },
  SCHEME_ID_TWICE: {
    severity: 'error',
    zh: (_, found) => `编码或名称应各不相同，现“${show(found)}”出现两次；请改其一`,
    en: (_, found) => `ids and names must differ here, found "${show(found)}" twice; change one of them`,
  },
  SCHEME_CYCLE: {
    severity: 'error',
    zh: (_, found) => `引用不得循环，现为：${show(found, ' → ')}；请断开其中一处`,
    en: (_, found) => `references must not run in a circle, found ${show(found, ' → ')}; break one of them`,
  },
  SCHEME_BRANCH_EMPTY: {
    severity: 'error',
    zh: () => '上级指标应有下级指标，现一个也没有；请添加，或改为末级指标',
    en: () => 'a branch must have children, found none; add one, or make it a leaf',
  },
  SCHEME_WEIGHT: {
    severity: 'error',
    zh: (_, found) => `按权重平均时，每个下级指标应有大于 0 的权重，现为 ${show(found)}；请填写权重`,
    en: (_, found) => `under a weighted mean every child needs a weight above 0, found ${show(found)}; give it one`,
  },
  SCHEME_INDICATOR_UNKNOWN: {
    severity: 'error',
    zh: (expected, found) => `应为本方案中的指标，现为“${show(found)}”${asked(expected, '，是否为')}；请改选指标`,
    en: (expected, found) =>
      `expected an indicator of this scheme, found "${show(found)}"${askedEn(expected)}; choose an indicator`,
  },
  SCHEME_ITEM_FIELDS: {
    severity: 'error',
    zh: (expected) =>
      expected === null ? '只有清单类数据项才有各栏；请删去各栏或改类型' : '清单类数据项应有栏目，现缺；请补上',
    en: (expected) =>
      expected === null
        ? 'only a list item has fields; remove them or change the type'
        : 'a list item needs fields, found none; add them',
  },
  SCHEME_ITEM_CHOICES: {
    severity: 'error',
    zh: (expected) =>
      expected === null ? '只有选项类数据项才有选项；请删去选项或改类型' : '选项类数据项应有选项，现缺；请补上',
    en: (expected) =>
      expected === null
        ? 'only a choice item has choices; remove them or change the type'
        : 'a choice item needs choices, found none; add them',
  },
  SCHEME_POINTS_SUM: {
    severity: 'error',
    zh: (expected, found) =>
      `下级指标分值之和应为 ${show(expected)}，现为 ${show(found)}；请按比例补齐、平均分配或归入最后一项`,
    en: (expected, found) =>
      `the children's points must add up to ${show(expected)}, found ${show(found)}; share the difference out in proportion, equally, or give it to the last one`,
  },
  SCHEME_POINTS_CHILD: {
    severity: 'error',
    zh: (expected, found) =>
      `择优、择一或取最低时，每个下级指标的分值应与上级相同，为 ${show(expected)}，现为 ${show(found)}；请改为相同`,
    en: (expected, found) =>
      `under best-of, alternatives and minimum each child has the parent's points, ${show(expected)}, found ${show(found)}; make them equal`,
  },
  SCHEME_POINTS_DIGITS: {
    severity: 'warning',
    zh: (expected, found) =>
      `分值的位数应不超过得分的舍入单位 ${show(expected)}，现为 ${show(found)}；请调整分值或舍入位数`,
    en: (expected, found) =>
      `points may not be finer than what scores are rounded to, ${show(expected)}, found ${show(found)}; change the points or the rounding`,
  },
  SCHEME_GRADE_ORDER: {
    severity: 'error',
    zh: (expected, found) => `等级应由高到低、下限各不相同，现为：${show(found)}；请按 ${show(expected)} 排列`,
    en: (expected, found) =>
      `grades go from best to lowest with differing lower bounds, found ${list(found)}; order them ${list(expected)}`,
  },
  SCHEME_GRADE_LOWEST: {
    severity: 'error',
    zh: (_, found) => `最低等级不应有下限，现“${show(found)}”以下没有等级；请去掉其下限`,
    en: (_, found) => `the lowest grade has no lower bound, but nothing lies below "${show(found)}"; remove its bound`,
  },
  SCHEME_GRADE_UNREACHABLE: {
    severity: 'warning',
    zh: (expected, found) =>
      `等级下限应不高于总分上限 ${show(expected)}，现“${part(found, 'name')}”为 ${part(found, 'from')}，无人可得；请调低`,
    en: (expected, found) =>
      `a grade's bound must not lie above the highest total ${show(expected)}, but "${part(found, 'name')}" begins at ${part(found, 'from')}; lower it`,
  },
  SCHEME_UNUSED: {
    severity: 'hint',
    zh: (_, found) => `“${show(found)}”应有用处，现没有任何指标、公式或规则读取；如不需要请删去，如需要请接入指标`,
    en: (_, found) =>
      `"${show(found)}" should be of use, but no indicator, formula or rule reads it; remove it, or let one read it`,
  },
  SCHEME_INDICATOR_SIMILAR: {
    severity: 'warning',
    zh: (expected, found) => `指标不应重复，现“${show(found)}”与“${show(expected)}”相同；请合并或改名`,
    en: (expected, found) =>
      `indicators should not repeat, "${show(found)}" is the same as "${show(expected)}"; merge or rename them`,
  },
  SCHEME_OTHER_DEPARTMENT: {
    severity: 'warning',
    zh: (expected, found) =>
      `本方案用于 ${show(expected)}，此处多数指标像是 ${part(found, 'type')} 的（${part(found, 'words')}）；请核对是否照抄了其他部门的模板`,
    en: (expected, found) =>
      `this scheme is for ${list(expected)}, but most indicators here look like those of ${part(found, 'type')} (${part(found, 'words')}); check whether another department's template was copied`,
  },
  SCHEME_TARGETS_ALIKE: {
    severity: 'warning',
    zh: (_, found) => `目标值应体现各指标的差别，现 ${show(found)} 个指标的目标值全是 100%；请逐项核定`,
    en: (_, found) => `targets should tell indicators apart, but all ${show(found)} of them are 100%; set each one`,
  },
  SCHEME_TARGET_BARE: {
    severity: 'warning',
    zh: (_, found) => `目标值应有数值，现只有“${show(found)}”；请补上数值`,
    en: (_, found) => `a target needs a value, found only "${show(found)}"; add it`,
  },
  SCHEME_CASE: {
    severity: 'error',
    zh: (expected, found) =>
      `用例“${part(found, 'case')}”应得 ${show(expected)}，现得 ${part(found, 'value')}；请改规则，或在核对后改用例`,
    en: (expected, found) =>
      `the case "${part(found, 'case')}" should give ${show(expected)}, gives ${part(found, 'value')}; mend the rule, or the case once it is checked`,
  },
  CONDITION_TOO_LARGE: {
    severity: 'error',
    zh: (expected) => `条件展开后应不超过 ${show(expected)} 项，现更多；请拆分或减少互相引用`,
    en: (expected) =>
      `a condition holds at most ${show(expected)} parts once its references are put in place; split it`,
  },
  CONDITION_UNKNOWN: {
    severity: 'error',
    zh: (expected, found) => `没有名为“${show(found)}”的共用条件${asked(expected, '，是否为')}；请改名或新建`,
    en: (expected, found) => `there is no shared condition "${show(found)}"${askedEn(expected)}; rename or add it`,
  },
  CONDITION_FACT: {
    severity: 'error',
    zh: (expected, found) => `条件中没有“${show(found)}”这个数据项或计算量${asked(expected, '，是否为')}；请改正`,
    en: (expected, found) => `there is no item or measure "${show(found)}"${askedEn(expected)}; correct the name`,
  },
  CONDITION_OPERATOR: {
    severity: 'error',
    zh: (expected, found) =>
      `“${part(found, 'fact')}”可用的比较为：${operatorsZh(expected)}；现为“${operatorsZh(part(found, 'operator'))}”，请改选`,
    en: (expected, found) =>
      `"${part(found, 'fact')}" can be compared by: ${operatorsEn(expected)}; found "${operatorsEn(part(found, 'operator'))}", choose another`,
  },
  CONDITION_VALUE: {
    severity: 'error',
    zh: (expected, found) => `比较值应为${valueTypesZh(expected)}，现为 ${compared(found)}；请按数据项的类型改写`,
    en: (expected, found) =>
      `the value compared with must be ${valueTypesEn(expected)}, found ${compared(found)}; write it as the item's type asks`,
  },
  CONDITION_KINDS: {
    severity: 'error',
    zh: (expected, found) => `“${show(expected)}”与“${show(found)}”类型或单位不同，不能比较；请换一个或先换算`,
    en: (expected, found) =>
      `"${show(expected)}" and "${show(found)}" differ in type or unit and cannot be compared; choose another or convert`,
  },
  CONDITION_PHASE: {
    severity: 'error',
    zh: (expected, found) =>
      `“${show(found)}”到${PHASES_ZH[show(expected)] ?? show(expected)}时才有值，此处还不能读；请改用更早的数据`,
    en: (expected, found) =>
      `"${show(found)}" is known only ${PHASES_EN[show(expected)] ?? show(expected)} and cannot be read here; use something earlier`,
  },
  RULE_NOT_LEAF: {
    severity: 'error',
    zh: (_, found) => `此类规则只能作用于末级指标，现为“${show(found)}”；请选其下的末级指标`,
    en: (_, found) => `this kind of rule acts on leaves only, found "${show(found)}"; choose a leaf below it`,
  },
  RULE_AMOUNT: {
    severity: 'error',
    zh: () => '扣分或加分应写明分数或公式之一；请填写其中一个',
    en: () => 'a deduction or bonus states either points or a formula; give exactly one of them',
  },
  RULE_GRADE: {
    severity: 'error',
    zh: (expected, found) => `等级应为本方案中的一个：${show(expected)}；现为“${show(found)}”，请改选`,
    en: (expected, found) =>
      `expected one of this scheme's grades, ${list(expected)}; found "${show(found)}", choose another`,
  },
} satisfies Record<string, CatalogueEntry>

const PHASES_ZH: { readonly [stage: string]: string } = {
  leaves: '末级指标计分后',
  total: '上级指标汇总后',
  grade: '总分得出后',
  flag: '等级得出后',
}

const PHASES_EN: { readonly [stage: string]: string } = {
  leaves: 'once the leaves are scored',
  total: 'once the branches are added up',
  grade: 'once there is a total',
  flag: 'once there is a grade',
}

/** The value itself where the place that holds it came along. */
function compared(found: Json): string {
  const isPlaced = found !== null && typeof found === 'object' && !Array.isArray(found) && 'value' in found
  return show(isPlaced ? found['value'] : found)
}

function asked(expected: Parameters<typeof show>[0], lead: string): string {
  return expected === null || (Array.isArray(expected) && expected.length === 0) ? '' : `${lead}“${show(expected)}”`
}

function askedEn(expected: Parameters<typeof show>[0]): string {
  return expected === null || (Array.isArray(expected) && expected.length === 0)
    ? ''
    : `; did you mean "${show(expected, ', ')}"`
}
