import type { CatalogueEntry } from './entry.ts'
import { list, part, show } from './words.ts'

/** Tables in which each row is a submission: their heads and their cells. */
export const tableIssues = {
  TABLE_HEADS_NONE: {
    severity: 'error',
    zh: (expected) =>
      `表格应有一行表头，写出数据项和人工评定的指标（如 ${show(expected)}），现在没有找到；请补上表头，可用 template --table 生成`,
    en: (expected) =>
      `expected a row of heads that names data items and judged indicators (such as ${list(expected)}), found none; write it, template --table makes one`,
  },
  TABLE_HEAD_UNKNOWN: {
    severity: 'warning',
    zh: (expected, found) =>
      `列“${show(found)}”不在指标体系中，这一列没有读${expected === null ? '；请核对表头' : `；是否为“${show(expected)}”`}`,
    en: (expected, found) =>
      `the scheme knows no column "${show(found)}" and it was not read${expected === null ? '; check the head' : `; did you mean "${show(expected)}"`}`,
  },
  TABLE_HEAD_TWICE: {
    severity: 'error',
    zh: (expected, found) => `“${show(expected)}”应只有一列，现有 ${show(found)}；请只留一列`,
    en: (expected, found) => `expected one column of "${show(expected)}", found ${list(found)}; keep one of them`,
  },
  TABLE_HEAD_UNCLEAR: {
    severity: 'error',
    zh: (expected, found) => `列“${show(found)}”可以指 ${show(expected)}，不知是哪一个；请用其中之一作表头`,
    en: (expected, found) => `the head "${show(found)}" may mean ${list(expected)}; write one of these`,
  },
  TABLE_HEAD_UNIT: {
    severity: 'error',
    zh: (expected, found) => `表头应为“${show(expected)}”或能换算的单位，现为“${show(found)}”；请改正单位`,
    en: (expected, found) =>
      `expected the head "${show(expected)}" or a unit that converts into it, found "${show(found)}"; correct the unit`,
  },
  TABLE_HEAD_LIST: {
    severity: 'warning',
    zh: (_, found) => `“${show(found)}”是明细，一行写不下，这一列没有读；请改用 ndjson 或填报表`,
    en: (_, found) =>
      `"${show(found)}" holds records, which do not fit into a row, and was not read; use ndjson or workbooks`,
  },
  TABLE_COLUMN_ABSENT: {
    severity: 'warning',
    zh: (expected) => `表中没有这些列，全部按空缺计：${show(expected)}；如应当有，请核对表头`,
    en: (expected) =>
      `the table has no columns of these, which are missing in every row: ${list(expected)}; check the heads if it should`,
  },
  TABLE_ROW_CELLS: {
    severity: 'error',
    zh: (expected, found) =>
      `一行应不超过 ${show(expected)} 格，现有 ${show(found)} 格，可能错列；请核对，含逗号的文字应加引号`,
    en: (expected, found) =>
      `a row has at most ${show(expected)} cells, this one has ${show(found)}: columns may be shifted; check it, and put text with commas in quotes`,
  },
  TABLE_CELL: {
    severity: 'error',
    zh: (expected) => `这一格读不准，整行没有计分；${part(expected, 'zh')}`,
    en: (expected) => `the cell cannot be read for sure and its row was not scored; ${part(expected, 'en')}`,
  },
} satisfies Record<string, CatalogueEntry>
