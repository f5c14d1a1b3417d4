import type { Shortfall, Shortfalls } from '@yardstick/engine'
import { type Evaluation, Exact, type LostPoints, sum } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { padStart, plainText, textWidth } from '../text-width.ts'
import { hanging, labelled } from './list.ts'
import { readable } from './numbers.ts'
import { reasonOf, scoreTable } from './score-table.ts'
import { words as wordsOf } from './words.ts'

/** A score, explained: whose, the table, how the total comes about, where points were lost and what would win them back. */
export function scoreReport(evaluation: Evaluation, wanted: Shortfalls, shell: Shell): string[] {
  const sections = [
    head(evaluation, shell),
    scoreTable(evaluation, shell),
    [...hanging('', plainText(evaluation.sentence), shell.width)],
    missing(evaluation, shell),
    makesUp(evaluation, shell),
    events(evaluation, shell),
    lost(evaluation, shell),
    shortfallLines(wanted, evaluation, shell),
  ]
  return sections.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))
}

function head({ scheme, submission, note }: Evaluation, { language, width, paint }: Shell): string[] {
  const words = wordsOf[language]
  const { department, unit, project } = submission.subject
  const subject = [department, unit, project].filter((each) => each !== undefined).join(' / ')
  const rows: [string, string][] = [
    [words.subject, plainText(subject)],
    [words.period, plainText(submission.period)],
    ...(note === undefined ? [] : [[words.note, plainText(note)] as [string, string]]),
  ]
  return [...hanging('', plainText(scheme.name), width).map(paint.bold), ...labelled(rows, width)]
}

function missing({ missing: entries }: Evaluation, { language, width, paint }: Shell): string[] {
  if (entries.length === 0) return []
  const words = wordsOf[language]
  const lines = entries.flatMap(({ name, path }) =>
    hanging('  ', plainText([...path.slice(0, -1), name].join(' / ')), width),
  )
  return [paint.bold(words.missing(entries.length)), ...lines]
}

/** Nothing to say where the total is just the sum of the indicators. */
function makesUp({ lines, total }: Evaluation, { language, width, paint }: Shell): string[] {
  if (lines.length < 2 || total === null) return []
  const words = wordsOf[language]
  const amounts = lines.map(({ amount }, at) => signed(amount, at === 0))
  const column = Math.max(textWidth(total), ...amounts.map(textWidth))
  const rows = [
    ...lines.flatMap(({ label }, at) => hanging(`  ${padStart(amounts[at]!, column)}  `, plainText(label), width)),
    `  ${paint.bold(padStart(total, column))}  ${paint.bold(words.total)}`,
  ]
  return [paint.bold(words.makesUp), ...rows]
}

function signed(exact: string, isFirst: boolean): string {
  const text = readable(exact)
  if (isFirst) return text
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`
}

/** Caps, vetoes and flags; what rules added or took stands among the lines of the total. */
function events({ events: all }: Evaluation, { language, width, paint }: Shell): string[] {
  const shown = all.filter(({ effect }) => effect !== 'deduct')
  if (shown.length === 0) return []
  const { events: title, trace, colon } = wordsOf[language]
  const lines = shown.flatMap(({ effect, reason }) =>
    hanging(`  ${trace.effect[effect]('')}${colon}`, plainText(reason), width),
  )
  return [paint.bold(title), ...lines]
}

const MOST_LOST = 10

function lost({ lost: all }: Evaluation, { language, width, paint }: Shell): string[] {
  if (all.length === 0) return []
  const words = wordsOf[language]
  const shown = all.slice(0, MOST_LOST)
  const rest = all.slice(MOST_LOST)
  const amounts = shown.map((each) => `−${readable(each.lost)}`)
  const column = Math.max(...amounts.map(textWidth))
  const place = String(shown.length).length
  const lines = shown.flatMap(({ path, sentence }, at) => {
    const rank = `  ${padStart(String(at + 1), place)}  `
    const first = `${rank}${paint.yellow(padStart(amounts[at]!, column))}  `
    const indent = ' '.repeat(textWidth(rank) + column + 2)
    return [
      ...hanging(indent, plainText(path.join(' / ')), width).map((line, row) =>
        row === 0 ? first + line.slice(indent.length) : line,
      ),
      ...hanging(indent, reasonOf({ name: path.at(-1) ?? '', sentence }), width).map(paint.dim),
    ]
  })
  const more = rest.length === 0 ? [] : [`  ${words.lostMore(rest.length, together(rest))}`]
  return [paint.bold(words.lost(together(all))), ...lines, ...more]
}

function together(entries: readonly LostPoints[]): string {
  return readable(sum(entries.map((each) => Exact.fromText(each.lost) ?? Exact.zero)).toText())
}

const MOST_CHANGES = 10

/** First what lifts the grade, then what wins most of the lost points back: of each indicator and goal the smallest change. */
function shortfallLines({ changes, refusals }: Shortfalls, { lost: ranked }: Evaluation, shell: Shell): string[] {
  if (changes.length === 0) return []
  const { language, width, paint } = shell
  const words = wordsOf[language]
  const rankOf = new Map(ranked.map(({ id }, rank) => [id, rank]))
  const firsts = changes.filter(
    ({ indicator, goal }, at) => changes.findIndex((each) => each.indicator === indicator && each.goal === goal) === at,
  )
  const order = ({ indicator, goal }: Shortfall) =>
    (goal === 'grade' ? 0 : ranked.length) + (rankOf.get(indicator) ?? ranked.length)
  const sorted = [...firsts].sort((a, b) => order(a) - order(b))
  const lines = sorted.slice(0, MOST_CHANGES).flatMap(({ sentence }) => hanging('  · ', plainText(sentence), width))
  const rest = changes.length - Math.min(sorted.length, MOST_CHANGES)
  const reasons = [...new Set(refusals.map(({ refused }) => refused))]
  const refused = reasons.flatMap((why) => {
    const names = refusals.filter((each) => each.refused === why).map(({ path }) => plainText(path.at(-1) ?? ''))
    return hanging('  · ', words.refused[why](names.join(words.list)), width).map(paint.dim)
  })
  const more = rest === 0 ? [] : [paint.dim(`  · ${words.changesMore(rest)}`)]
  return [paint.bold(words.shortfalls), ...lines, ...more, ...refused]
}
