import { counted, words } from '../words.ts'

export const incomingWords = words(
  {
    unreadable: (name: string) =>
      `“${name}”不是表格文件，读不出内容。可以读取的有：工作簿 .xlsx、.xls，Word 文档 .docx，表格 .csv，方案文件 .json。`,
    empty: '没有找到表格。请在 Excel 或 Word 里选中包含指标名称和分值的整片单元格，再复制粘贴。',
    away: '连不上服务器，读表格要用的部分还没有取到。连上以后请再试一次。',
    package: (name: string) =>
      `“${name}”是模板包，要由服务器核对签名：请在连着服务器的页面打开“模板库”，再把它拖进去。`,
    other: (name: string) => `“${name}”不是指标体系方案。`,
    file: (name: string, sentence: string) => `“${name}”没有读入：${sentence}。`,
    broken: (name: string, count: number) => `“${name}”有 ${count} 处不符合方案的格式，没有打开：`,
    close: '关闭',
  },
  {
    unreadable: (name) =>
      `"${name}" is no file of tables. What can be read: workbooks .xlsx and .xls, Word documents .docx, tables .csv, schemes .json.`,
    empty:
      'No table was found. Select all cells with the names and points of indicators in Excel or Word, then copy and paste.',
    away: 'The server cannot be reached, and what reads tables is not here yet. Try again once the network is back.',
    package: (name) =>
      `"${name}" is a template package, whose signature a server checks: open "Templates" on a page that has its server, and drop it there.`,
    other: (name) => `"${name}" is no indicator system.`,
    file: (name, sentence) => `"${name}" was not read: ${sentence}.`,
    broken: (name, count) =>
      `"${name}" differs from the form of a scheme in ${counted(count, 'place')} and was not opened:`,
    close: 'Close',
  },
)
