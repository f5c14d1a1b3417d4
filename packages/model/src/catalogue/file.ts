import type { CatalogueEntry } from './entry.ts'
import { part, show } from './words.ts'

/** Files as bytes, before they are text: raised by the apps, which own the files. */
export const fileIssues = {
  FILE_ENCODING: {
    severity: 'error',
    zh: (_, found) =>
      `文件应为 UTF-8 编码的文本，第 ${part(found, 'offset')} 字节（${part(found, 'byte')}）起不是；请另存为 UTF-8，或确认选对了文件`,
    en: (_, found) =>
      `expected text in UTF-8, found a byte (${part(found, 'byte')}) at offset ${part(found, 'offset')} that is not; save it as UTF-8, or check that it is the right file`,
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) => `文件应不超过 ${show(expected)}，现为 ${show(found)}；请拆分后再试`,
    en: (expected, found) => `a file holds at most ${show(expected)}, found ${show(found)}; split it`,
  },
  FILE_WORKBOOK_OLD: {
    severity: 'error',
    zh: () =>
      '工作簿应为 .xlsx 格式，现为旧格式（.xls、.et）；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入，或者全选、复制后粘贴',
    en: () =>
      'expected a workbook in .xlsx form, found an old one (.xls, .et); open it in Excel or WPS and save it as "Excel Workbook (.xlsx)", or select all, copy and paste',
  },
  FILE_WORKBOOK_LOCKED: {
    severity: 'error',
    zh: () => '文件应能直接打开，现设有打开密码；请用 Excel、Word 或 WPS 打开，去掉密码后另存，或者全选、复制后粘贴',
    en: () =>
      'expected a file that opens without a password, found a locked one; open it in Excel, Word or WPS and save it without its password, or select all, copy and paste',
  },
  FILE_WORKBOOK_BROKEN: {
    severity: 'error',
    zh: () => '文件应完整，现已损坏或没有下载完；请重新取得文件，或用 Excel、WPS 打开修复后另存',
    en: () =>
      'expected a whole file, found one that is damaged or was cut off; fetch it again, or have Excel or WPS repair and save it',
  },
  FILE_WORKBOOK_KIND: {
    severity: 'error',
    zh: (expected, found) =>
      `表格文件应为 ${show(expected)}，现为 ${show(found)}；请打开它，另存为 ${show(expected)}，或者选中其中的表格、复制后粘贴`,
    en: (expected, found) =>
      `expected a file of tables in ${show(expected)}, found ${show(found)}; open it and save it as ${show(expected)}, or select the table in it, copy and paste`,
  },
  FILE_WORKBOOK_EMPTY: {
    severity: 'error',
    zh: () => '工作簿中应有一张写了内容的工作表，现在一张也没有（隐藏的不算）；请确认选对了文件，或取消隐藏',
    en: () =>
      'expected a sheet with something on it, found none that is not hidden; check that it is the right file, or unhide the sheet',
  },
  FILE_WORKBOOK_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) =>
      `文件展开后应不超过 ${show(expected)}，现为 ${show(found)}；请只留下指标表，删去多余的行列和图片后另存`,
    en: (expected, found) =>
      `an unpacked file holds at most ${show(expected)}, found ${show(found)}; keep the table of indicators, remove other rows, columns and pictures, and save it`,
  },
  FILE_SHEET_TOO_LARGE: {
    severity: 'error',
    zh: (expected) =>
      `表格应不超过 ${part(expected, 'rows')} 行、${part(expected, 'columns')} 列，现在超过了；请只留下指标表，删去多余的行列后再导入`,
    en: (expected) =>
      `a table holds at most ${part(expected, 'rows')} rows and ${part(expected, 'columns')} columns, this one has more; keep the table of indicators and remove the rest`,
  },
  FILE_TABLES_NONE: {
    severity: 'error',
    zh: () => '文件中应有表格，现在一张也没有；请确认选对了文件，或在文件中选中指标表、复制后粘贴',
    en: () =>
      'expected a file with a table in it, found none; check that it is the right file, or select the table in it, copy and paste',
  },
  FILE_SCORES_NONE: {
    severity: 'error',
    zh: () => '文件中应有评分表（表头有指标、分值和得分），现在没有找到；请确认选对了文件，或在表中补上表头',
    en: () =>
      'expected a score sheet, whose header names indicators, points and scores, found none; check that it is the right file, or write the header',
  },
  FILE_ARCHIVE_BROKEN: {
    severity: 'error',
    zh: () => '压缩包应完整，现已损坏或没有下载完；请重新打包，或解压后直接选其中的文件',
    en: () =>
      'expected a whole zip, found one that is damaged or was cut off; pack it again, or choose the files themselves',
  },
  FILE_ARCHIVE_LOCKED: {
    severity: 'error',
    zh: () => '压缩包应能直接打开，现设有密码；请解压后直接选其中的文件',
    en: () => 'expected a zip without a password, found a locked one; unpack it and choose the files themselves',
  },
  FILE_ARCHIVE_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) => `压缩包展开后应不超过 ${show(expected)}，现为 ${show(found)}；请分几次打包`,
    en: (expected, found) => `an unpacked zip holds at most ${show(expected)}, found ${show(found)}; pack several`,
  },
} satisfies Record<string, CatalogueEntry>
