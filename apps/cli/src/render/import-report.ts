import { type TableImport, wordImportQuestion } from '@yardstick/exchange/import-table'
import { type Language, leaves } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'
import { questionLines } from './question-list.ts'

interface About {
  readonly file: string
  readonly out: string
  readonly sheet: string | undefined
  readonly template: string | undefined
}

/** What was read of a table, what was left out, and what it leaves open. */
export function importLines(table: TableImport, { out, sheet, template }: About, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const { scheme, rows, questions, told, unused } = table
  const listed = questions.map((question) => {
    const { id, answer, proposal, example } = question
    const worded = wordImportQuestion(question, language)
    const labelOf = (value: string) => worded.answers.find((each) => each.value === value)?.label ?? value
    const rows = question.rows.map(({ id, text, now }) => ({
      id,
      said: words.row(text === undefined ? text : brief(text), now === undefined ? now : labelOf(now)),
    }))
    const ask = worded.ask + words.example(example?.value)
    return { ...worded, ask, id, answer, proposal, scores: example?.scores, rows }
  })
  const rules = rows.flatMap(({ rule }) => (rule === undefined ? [] : [rule.from]))
  const count = (from: (typeof rules)[number]) => rules.filter((each) => each === from).length
  const isOpen = questions.some(({ answer }) => answer === undefined)
  return [
    paint.bold(plainText(scheme.name)),
    words.counts(rows.length, leaves(scheme).length, scheme.fullScore) +
      (sheet === undefined ? '' : words.sheet(plainText(sheet))),
    words.rules(count('standard'), count('target'), count('nothing')),
    ...told.flatMap((doubt) => hanging('· ', plainText(toldText(doubt, language)), width)).map(paint.dim),
    '',
    ...questionLines(listed, shell),
    ...(unused.length === 0 ? [] : ['', paint.yellow(words.unused(plainText(unused.join('、'))))]),
    '',
    words.written(plainText(out)) + (isOpen ? words.assumed : ''),
    ...(isOpen && template === undefined ? [paint.dim(words.how)] : []),
    ...(template === undefined ? [] : [words.template(plainText(template))]),
  ]
}

const brief = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

/** What was left out of the table or taken for something. */
function toldText(doubt: TableImport['told'][number], language: Language): string {
  const words = TOLD[language]
  const text = 'text' in doubt ? doubt.text : ''
  switch (doubt.kind) {
    case 'row-left-out':
      return words.row(doubt.row + 1, words.as[doubt.as] ?? words.as.note, text)
    case 'column-left-out':
      return words.column(doubt.column + 1, text)
    case 'no-header':
      return words.noHeader
    default:
      return words.other(('row' in doubt ? doubt.row : 0) + 1, words.kinds[doubt.kind] ?? doubt.kind, text)
  }
}

const WORDS = {
  zh: {
    counts: (rows: number, leaves: number, full: string) => `读到 ${rows} 个指标，其中末级 ${leaves} 个，满分 ${full}`,
    sheet: (name: string) => `（工作表“${name}”）`,
    rules: (standard: number, target: number, nothing: number) =>
      `计分方法：读自评分标准 ${standard} 个，按目标值 ${target} 个，由人工评分 ${nothing} 个`,
    example: (value: string | undefined) => (value === undefined ? '' : `（如实际为 ${value}）`),
    row: (text: string | undefined, now: string | undefined) =>
      `${text === undefined ? '' : `：${text}`}${now === undefined ? '' : `（${now}）`}`,
    unused: (ids: string) => `这些回答没有用上：${ids}`,
    written: (file: string) => `已写入 ${file}`,
    assumed: '；待回答的问题暂按建议计分，所在指标标明待核',
    how: '回答：写成 {"编号": "回答"} 的 JSON，用 --answers 给出；--answers-template 可写出一份',
    template: (file: string) => `回答的底稿已写入 ${file}，改好后用 --answers 给出`,
  },
  en: {
    counts: (rows: number, leaves: number, full: string) =>
      `${rows} indicators read, ${leaves} of them leaves, full score ${full}`,
    sheet: (name: string) => ` (sheet "${name}")`,
    rules: (standard: number, target: number, nothing: number) =>
      `Scored by the standard ${standard}, by the target ${target}, by people ${nothing}`,
    example: (value: string | undefined) => (value === undefined ? '' : ` (say ${value})`),
    row: (text: string | undefined, now: string | undefined) =>
      `${text === undefined ? '' : `: ${text}`}${now === undefined ? '' : ` (${now})`}`,
    unused: (ids: string) => `These answers answered nothing: ${ids}`,
    written: (file: string) => `Written to ${file}`,
    assumed: '; what is open scores as proposed, and its indicator says that somebody has to look',
    how: 'To answer: a JSON of {"id": "answer"}, given with --answers; --answers-template writes one',
    template: (file: string) => `A draft of the answers was written to ${file}; change it and give it with --answers`,
  },
} as const

interface Told {
  readonly row: (row: number, as: string, text: string) => string
  readonly column: (column: number, text: string) => string
  readonly noHeader: string
  readonly other: (row: number, what: string, text: string) => string
  readonly as: { readonly [as: string]: string } & { readonly note: string }
  readonly kinds: { readonly [kind: string]: string }
}

const TOLD: { readonly [L in Language]: Told } = {
  zh: {
    row: (row, as, text) => `第 ${row} 行是${as}，没有用：${text}`,
    column: (column, text) => `第 ${column} 列“${text}”没有用`,
    noHeader: '没有表头，各列按内容认定',
    other: (row, what, text) => `第 ${row} 行${what}${text === '' ? '' : `：${text}`}`,
    as: { title: '标题', header: '表头', total: '合计', note: '说明', unnamed: '没有指标名称的' },
    kinds: {
      'points-in-percent': '分值是百分比，按分数读',
      'points-twice': '有两个分值，用了第一个',
      'row-moved': '错了一列，已移正',
      'points-shared': '与下面几行共用一个分值',
      'points-added': '各行的分值已相加',
    },
  },
  en: {
    row: (row, as, text) => `Row ${row} is ${as} and not used: ${text}`,
    column: (column, text) => `Column ${column} "${text}" is not used`,
    noHeader: 'There is no header; the columns were told by what is in them',
    other: (row, what, text) => `Row ${row}: ${what}${text === '' ? '' : `: ${text}`}`,
    as: { title: 'a title', header: 'a header', total: 'a total', note: 'a note', unnamed: 'without a name' },
    kinds: {
      'points-in-percent': 'points in percent, read as points',
      'points-twice': 'has points twice, the first count',
      'row-moved': 'stood one column beside its place and was moved',
      'points-shared': 'shares its points with the rows below',
      'points-added': 'the points of its rows were added',
    },
  },
}
