import type { Impact } from '@yardstick/engine'
import type { Language, Scheme } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { padEnd, padStart, plainText, textWidth, wrapText } from '../text-width.ts'
import { hanging } from './list.ts'
import { readable } from './numbers.ts'
import { words as wordsOf } from './words.ts'

type Row = Impact['rows'][number]

/** So many reasons are listed under a subject; with --json all of them. */
export const MOST_THROUGH = 5

/** How many change in what, who goes from which grade to which, then a row for each that changes, with its reasons. */
export function impactReport(found: Impact, schemes: readonly [Scheme, Scheme], shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const [before, after] = schemes.map(({ name, version }) => plainText(`${name} ${version}`))
  const head = [
    ...hanging('', `${before} → ${after}`, width).map(paint.bold),
    ...hanging('', words.counts(found), width),
    ...grades(found, shell),
  ]
  if (found.rows.length === 0) return [...head, paint.green(words.nothing)]
  const rest = found.subjects - found.rows.length
  return [...head, '', ...table(found.rows, shell), ...(rest === 0 ? [] : [words.rest(rest)])]
}

/** Those that stay are left out. */
function grades({ grades: moves }: Impact, { language, width }: Shell): string[] {
  const words = WORDS[language]
  const moved = moves.filter(({ before, after }) => before !== after)
  if (moved.length === 0) return []
  const said = moved.map(({ before, after, count }) => words.move(gradeOf(before, words), gradeOf(after, words), count))
  return hanging(words.grades, said.join(words.list), width)
}

/** Subject, total, difference, grade and rank, each before → after; a subject's reasons stand under it. */
function table(rows: readonly Row[], shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const cells = rows.map((row) => cellsOf(row, words))
  const heads = words.columns
  const widths = heads.map((name, at) => Math.max(textWidth(name), ...cells.map((row) => textWidth(row[at] ?? ''))))
  const others = widths.slice(1).reduce((sum, each) => sum + GAP.length + each, 0)
  const first = Math.max(Math.min(widths[0]!, width - others), 12)
  const figures = (row: readonly string[]) => row.slice(1).map((text, at) => padStart(text, widths[at + 1]!))
  const line = paint.dim('━'.repeat(Math.min(first + others, width)))
  return [
    paint.bold([padEnd(heads[0]!, first), ...figures(heads)].join(GAP)),
    line,
    ...rows.flatMap((row, at) => [
      ...wrapText(cells[at]![0]!, first).map((name, wrapped) =>
        wrapped === 0 ? [padEnd(name, first), ...tinted(row, figures(cells[at]!), shell)].join(GAP) : name,
      ),
      ...reasons(row, shell),
    ]),
    line,
  ]
}

const GAP = '  '

function tinted(row: Row, figures: readonly string[], { paint }: Shell): string[] {
  const isUp = row.difference !== null && !row.difference.startsWith('-') && row.difference !== '0'
  const isDown = row.difference?.startsWith('-') === true
  return figures.map((text, at) => (at !== 1 ? text : isUp ? paint.green(text) : isDown ? paint.red(text) : text))
}

function cellsOf({ subject, before, after, difference }: Row, words: Words): string[] {
  const { department, unit, project } = subject
  const name = [department, unit, project].filter((each) => each !== undefined).join(' / ')
  const ranks = [before.rank, after.rank].map((rank) => (rank === null ? words.none : String(rank)))
  return [
    plainText(name),
    changed(before.total ?? words.none, after.total ?? words.none),
    difference === null ? '' : signed(difference),
    changed(gradeOf(before.grade, words), gradeOf(after.grade, words)),
    changed(ranks[0]!, ranks[1]!),
  ]
}

/** What changed its score: indicators, other lines of the total, rules on the grade. */
function reasons({ through, further }: Row, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const lines = through.flatMap((each) => {
    const name = plainText(each.path.length === 0 ? each.name : each.path.join(' / '))
    const said = (value: string | null) => {
      if (value === null) return words.none
      return each.kind === 'rule' ? effectOf(value, language) : readable(value)
    }
    const by = each.difference === null ? '' : words.bracket(signed(each.difference))
    const text = `${name}${words.colon}${said(each.before)} → ${said(each.after)}${by}`
    return hanging('    · ', text, width).map(paint.dim)
  })
  return further === undefined ? lines : [...lines, paint.dim(`    · ${words.further(further)}`)]
}

function effectOf(effect: string, language: Language): string {
  const { effect: names } = wordsOf[language].trace
  return effect === 'veto' || effect === 'cap-grade' ? names[effect]('') : effect
}

function gradeOf(grade: string | null, words: Words): string {
  return grade === null ? words.none : plainText(grade)
}

const changed = (before: string, after: string) => (before === after ? before : `${before} → ${after}`)

function signed(exact: string): string {
  const text = readable(exact)
  return text.startsWith('-') ? `−${text.slice(1)}` : text === '0' ? text : `+${text}`
}

interface Words {
  readonly colon: string
  readonly list: string
  readonly none: string
  readonly bracket: (text: string) => string
  readonly columns: readonly string[]
  readonly counts: (found: Impact) => string
  readonly grades: string
  readonly move: (before: string, after: string, count: number) => string
  readonly nothing: string
  readonly rest: (count: number) => string
  readonly further: (count: number) => string
}

const WORDS: { readonly [L in Language]: Words } = {
  zh: {
    colon: '：',
    list: '，',
    none: '无',
    bracket: (text) => `（${text}）`,
    columns: ['评价对象', '总分', '差', '等级', '名次'],
    counts: ({ subjects, changed: { score, grade, rank, state } }) =>
      `${subjects} 份填报数据：总分变化 ${score} 份，等级变化 ${grade} 份，名次变化 ${rank} 份` +
      (state === 0 ? '' : `，总分由无到有或由有到无 ${state} 份`),
    grades: '等级：',
    move: (before, after, count) => `${before} → ${after} ${count} 份`,
    nothing: '没有变化',
    rest: (count) => `其余 ${count} 份不变`,
    further: (count) => `另有 ${count} 项，见 --json`,
  },
  en: {
    colon: ': ',
    list: ', ',
    none: 'none',
    bracket: (text) => ` (${text})`,
    columns: ['Subject', 'Total', 'By', 'Grade', 'Rank'],
    counts: ({ subjects, changed: { score, grade, rank, state } }) =>
      `submissions: ${subjects}; total changes: ${score}, grade: ${grade}, rank: ${rank}` +
      (state === 0 ? '' : `, totals that come or go: ${state}`),
    grades: 'grades: ',
    move: (before, after, count) => `${before} → ${after} ${count}`,
    nothing: 'nothing changes',
    rest: (count) => `unchanged: ${count}`,
    further: (count) => `and ${count} more, see --json`,
  },
}
