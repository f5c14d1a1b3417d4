import { catalogue, type Language } from '@yardstick/model'
import type { EntryDoubt, EntryDoubtKind } from './entry-doubt.ts'

/** A doubt in one sentence: what was expected, what was found, what to do; its place before it. */
export function wordEntryDoubt(doubt: EntryDoubt, language: Language): string {
  const { at, label, issue, kind } = doubt
  const said =
    kind === 'issue' && issue !== undefined
      ? catalogue[issue.code][language](issue.expected, issue.found)
      : WORDS[kind][language](doubt)
  if (language === 'zh') {
    const place = at === '' ? '' : label === '' ? `${at}：` : `${label}（${at}）：`
    return `${place}${said}`
  }
  const place = at === '' ? '' : label === '' ? `${at}: ` : `${label} (${at}): `
  return `${place}${said}`
}

type Word = (doubt: EntryDoubt) => string

const WORDS: { readonly [K in EntryDoubtKind]: { readonly zh: Word; readonly en: Word } } = {
  'not-ours': {
    zh: () => '应为由标尺生成的填报表，文件里找不到它的标记；请用填报表填写，不要另建表格',
    en: () =>
      'expected a workbook made by Yardstick, found none of its marks; fill in the workbook that was handed out',
  },
  'no-identity': {
    zh: () => '文件里找不到为谁生成的记录（隐藏的工作表被删去了）；请确认单位和周期后再采用',
    en: () =>
      'the record of what the file was made for is gone (its hidden sheet was removed); check department and period',
  },
  'other-scheme': {
    zh: ({ expected, found }) => `应为指标体系“${expected}”的填报表，现为“${found}”的；请确认选对了文件`,
    en: ({ expected, found }) =>
      `expected a workbook of the scheme "${expected}", found one of "${found}"; check the file`,
  },
  'other-version': {
    zh: ({ expected, found }) =>
      `指标体系应为版本 ${expected}，填报表是按版本 ${found} 生成的，或同号而内容不同；请核对后再采用`,
    en: ({ expected, found }) =>
      `expected version ${expected} of the scheme, the workbook was made for ${found} or for other content of it; check it first`,
  },
  'other-declaration': {
    zh: () => '填报表生成后绩效目标申报表已经改动；请核对后再采用',
    en: () => 'the declaration has changed since the workbook was made; check it first',
  },
  'other-subject': {
    zh: ({ expected, found }) => `应为“${expected}”的填报表，现为“${found}”的；请确认选对了文件`,
    en: ({ expected, found }) => `expected the workbook of "${expected}", found that of "${found}"; check the file`,
  },
  'other-period': {
    zh: ({ expected, found }) => `评价周期应为“${expected}”，填报表是“${found}”的；请确认选对了文件`,
    en: ({ expected, found }) => `expected the period "${expected}", the workbook is for "${found}"; check the file`,
  },
  'sheet-missing': {
    zh: ({ expected }) => `缺少工作表“${expected}”，其中的数据没有读到；请补上后重新交回`,
    en: ({ expected }) =>
      `the sheet "${expected}" is missing and nothing of it was read; put it back and return the file`,
  },
  'sheet-twice': {
    zh: ({ found }) => `同一张工作表有几份（${found}），不知以哪份为准；请只留一份`,
    en: ({ found }) => `the same sheet stands there more than once (${found}); keep the one that counts`,
  },
  'column-missing': {
    zh: ({ expected }) => `缺少“${expected}”一栏，这张表没有读；请恢复表头后重新交回`,
    en: ({ expected }) => `the column "${expected}" is missing and the sheet was not read; restore its headers`,
  },
  'column-shifted': {
    zh: ({ expected, found }) => `此列表头应为“${expected}”，现为“${found}”，可能错列；请核对后重新交回`,
    en: ({ expected, found }) =>
      `the header should be "${expected}", found "${found}": columns may be shifted; check them`,
  },
  'cell-stray': {
    zh: ({ found }) => `这一格上面没有表头，写着“${found}”，可能错列，这张表没有采用；请核对`,
    en: ({ found }) => `no header stands above "${found}": columns may be shifted, the sheet was not used; check it`,
  },
  'row-shifted': {
    zh: ({ expected, found }) => `此行应为“${expected}”，现写着“${found}”，可能错行；请核对`,
    en: ({ expected, found }) => `the row should be "${expected}", found "${found}": rows may be shifted; check it`,
  },
  'row-unknown': {
    zh: ({ found }) => `指标体系里没有“${found}”，此行没有采用；请确认填报表的版本`,
    en: ({ found }) => `the scheme has no "${found}" and the row was not used; check the version of the workbook`,
  },
  'row-twice': {
    zh: () => '同一数据项有两行，不知以哪行为准；请只留一行',
    en: () => 'two rows are of the same item; keep the one that counts',
  },
  'row-without-key': {
    zh: ({ found }) => `此行是后加的，写着“${found}”，不知属于哪个数据项；请填到原有的行里`,
    en: ({ found }) => `this row was added, saying "${found}", and belongs to no item; use the rows that are there`,
  },
  'unit-nameless': {
    zh: ({ found }) => `此行写着“${found}”，却没有写是哪个下属单位；请写上单位名称`,
    en: ({ found }) => `the row says "${found}" and names no unit; write the name of the unit`,
  },
  'unit-renamed': {
    zh: ({ expected, found }) => `此行原为下属单位“${expected}”，现写着“${found}”，可能错行；要改名，请先在填报页面改`,
    en: ({ expected, found }) =>
      `the row was of the unit "${expected}", found "${found}": rows may be shifted; rename a unit in the form first`,
  },
  'unit-twice': {
    zh: ({ found }) => `下属单位“${found}”有两行，不知以哪行为准；请只留一行，或写成不同的名称`,
    en: ({ found }) => `two rows are of the unit "${found}"; keep the one that counts, or give them different names`,
  },
  'not-a-number': {
    zh: ({ found }) => `应为数字，现为“${found}”；请改填数字`,
    en: ({ found }) => `expected a number, found "${found}"; enter a number`,
  },
  'state-in-value': {
    zh: ({ found }) => `填报值里写了“${found}”；没有数据请在状态里选“空缺”或“不适用”，为 0 请填 0`,
    en: ({ found }) =>
      `the value says "${found}"; choose "missing" or "not applicable" as the state, or enter 0 for zero`,
  },
  'rate-bare': {
    zh: ({ found }) => `应为百分比，现为没有百分号的 ${found}；请确认是哪一个`,
    en: ({ found }) => `expected a percentage, found ${found} without a percent sign; say which one is meant`,
  },
  'rate-large': {
    zh: ({ found }) => `百分比现为 ${found}，大得少见；请确认是否多了百分号`,
    en: ({ found }) => `the percentage ${found} is unusually large; check whether its percent sign is one too many`,
  },
  'percent-for-number': {
    zh: ({ found }) => `应为数字，现为百分比 ${found}；请改填数字`,
    en: ({ found }) => `expected a number, found the percentage ${found}; enter a number`,
  },
  'date-for-number': {
    zh: ({ found }) => `应为数字，现为日期 ${found}，可能被表格软件改成了日期；请重新填写`,
    en: ({ found }) =>
      `expected a number, found the day ${found}, which a spreadsheet may have made of it; enter it again`,
  },
  'scaled-format': {
    zh: ({ found }) => `格子的格式把显示的数缩小了，存的是 ${found}，看到的不是这个数；请确认`,
    en: ({ found }) =>
      `the format of the cell shows a smaller number than the ${found} it holds; say which one is meant`,
  },
  'unit-typed': {
    zh: ({ found, expected }) =>
      `${expected === '' ? '格子里不应有单位' : `单位应为“${expected}”`}，现为“${found}”；请确认换算后的数`,
    en: ({ found, expected }) =>
      `${expected === '' ? 'no unit belongs in the cell' : `the unit is "${expected}"`}, found "${found}"; confirm the value`,
  },
  'unit-changed': {
    zh: ({ found, expected }) => `单位一栏应为“${expected}”，已被改动，填报值是 ${found}；请确认是哪一个`,
    en: ({ found, expected }) =>
      `the unit beside it should be "${expected}" and was changed, the value is ${found}; say which`,
  },
  scale: {
    zh: ({ found, expected }) => `现为 ${found}，与可对照的数 ${expected} 相差千倍以上，可能弄错了单位；请确认`,
    en: ({ found, expected }) =>
      `found ${found}, far off the ${expected} it should be near to: the unit may be wrong; say which one is meant`,
  },
  digits: {
    zh: ({ found, expected }) => `小数应不超过 ${expected} 位，现为 ${found}；请确认照用还是四舍五入`,
    en: ({ found, expected }) => `at most ${expected} digits after the point, found ${found}; keep it or round it`,
  },
  'date-form': {
    zh: ({ found }) => `应为日期，如 2024-12-31，现为“${found}”；请确认是哪一天`,
    en: ({ found }) => `expected a day such as 2024-12-31, found "${found}"; say which day is meant`,
  },
  'date-odd': {
    zh: ({ found }) => `日期现为 ${found}，不像填报的日期，可能是数字被显示成了日期；请确认`,
    en: ({ found }) => `the day ${found} is an unlikely one; a number may have been shown as a day: confirm it`,
  },
  'truth-form': {
    zh: ({ found }) => `应填“是”或“否”，现为“${found}”；请确认`,
    en: ({ found }) => `expected yes or no, found "${found}"; confirm it`,
  },
  'choice-form': {
    zh: ({ found }) => `应从选项中选择，现为“${found}”；请确认是哪一项`,
    en: ({ found }) => `expected one of the choices, found "${found}"; say which one is meant`,
  },
  'text-form': {
    zh: ({ expected }) => `文字应不超过 ${expected} 字，现在超过了；请缩短`,
    en: ({ expected }) => `a text has at most ${expected} characters, this one has more; shorten it`,
  },
  formula: {
    zh: ({ found }) => `格子里是公式，上次存盘时的结果是“${found}”；请确认用这个结果`,
    en: ({ found }) => `the cell holds a formula, "${found}" when it was last saved; confirm that result`,
  },
  'error-cell': {
    zh: ({ found }) => `格子里是错误值 ${found}；请改填`,
    en: ({ found }) => `the cell holds the error ${found}; enter a value`,
  },
  'list-in-sheet': {
    zh: ({ expected, found }) => `此项应逐条填在工作表“${expected}”，现在这里写了“${found}”；请填到那张表里`,
    en: ({ expected, found }) => `records belong on the sheet "${expected}", found "${found}" here; enter them there`,
  },
  'state-unknown': {
    zh: ({ found }) => `状态应从下拉列表中选择，现为“${found}”，可能错列；请改正`,
    en: ({ found }) => `the state is chosen from the list, found "${found}": columns may be shifted; correct it`,
  },
  'state-without-value': {
    zh: ({ found }) => `状态为“${found}”，却没有填报值；请填上，或把状态改为“空缺”`,
    en: ({ found }) => `the state is "${found}" and there is no value; enter it, or choose "missing"`,
  },
  'value-with-state': {
    zh: ({ found, expected }) => `状态为“${expected}”，却有填报值 ${found}；请留下其中一个`,
    en: ({ found, expected }) => `the state is "${expected}" and there is the value ${found}; keep one of them`,
  },
  'reason-alone': {
    zh: ({ found }) => `只写了原因“${found}”，没有填报值也没有状态；请补上`,
    en: ({ found }) => `there is the reason "${found}" without a value or a state; give one of them`,
  },
  emptied: {
    zh: ({ expected }) => `原来报的是 ${expected}，现在空着；要删去请确认，没有数据请选状态“空缺”`,
    en: ({ expected }) =>
      `${expected} was given before and the cell is empty now; confirm, or choose the state "missing"`,
  },
  'claim-limit': {
    zh: ({ found, expected }) => `自评分应在 0 至 ${expected} 分之间，现为 ${found}；请改正`,
    en: ({ found, expected }) => `a self-score lies between 0 and ${expected}, found ${found}; correct it`,
  },
  issue: {
    zh: ({ found }) => `填报值 ${found} 不合要求；请核对`,
    en: ({ found }) => `the value ${found} is not as it should be; check it`,
  },
  'row-missing': {
    zh: ({ expected }) => `表里没有“${expected}”一行，这一项没有读到；原来的数据不动`,
    en: ({ expected }) => `the row "${expected}" is gone and was not read; what was given before stays`,
  },
  'sheet-extra': {
    zh: () => '这张工作表不是填报表里的，没有读；如有要报的数据，请填到填报表里',
    en: () => 'this sheet was added and not read; what is to be reported belongs on the sheets that were handed out',
  },
  'column-gone': {
    zh: ({ expected }) => `表里没有“${expected}”，没有读到；原来的数据不动`,
    en: ({ expected }) => `there is no column "${expected}", so it was not read; what was given before stays`,
  },
  'local-names': {
    zh: () => '文件里用了本地名称，已按名称对照读成方案的名称和单位',
    en: () => 'the file uses local names; they were read as the names and units of the scheme',
  },
  'units-unread': {
    zh: () => '本单位和下属单位都填了，计分用本单位填的数，下属单位的数不汇总；要汇总，请清空本单位填的数',
    en: () =>
      'given for the department itself and for its units: the first counts and the units are not brought together; empty it if they should be',
  },
  'column-extra': {
    zh: ({ found }) => `这一列是后加的（“${found}”），没有读；如有要报的内容，请填到原有的栏里`,
    en: ({ found }) => `this column was added ("${found}") and not read; use the columns that are there`,
  },
}
