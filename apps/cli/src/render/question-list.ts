import type { WordedQuestion } from '@yardstick/wording'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging, labelled } from './list.ts'

/** A question with the id its answer goes by. */
export interface ListedQuestion extends WordedQuestion {
  readonly id: string
  readonly answer?: string | undefined
  readonly proposal?: string | undefined
  /** Behind an answer: what one value would get by it. */
  readonly scores?: { readonly [answer: string]: string } | undefined
  /** What may be answered by itself: `id` and what it is about. */
  readonly rows: readonly { readonly id: string; readonly said: string }[]
}

/** Open questions with their numbers, answers and ids; those that are answered are counted only. */
export function questionLines(questions: readonly ListedQuestion[], { language, width, paint }: Shell): string[] {
  const words = WORDS[language]
  const open = questions.filter(({ answer }) => answer === undefined)
  const answered = questions.length - open.length
  const lines = open.flatMap(({ id, ask, answers, typed, proposal, scores, rows }, index) => [
    ...hanging(`${`${index + 1}`.padStart(2)}  `, plainText(ask), width),
    ...labelled(
      [
        ...answers.map(({ value, label }): [string, string] => [
          value,
          plainText(label) + words.more(value === proposal, scores?.[value]),
        ]),
        ...(typed === undefined ? [] : [[words.typed, plainText(typed.label)] as [string, string]]),
      ],
      width,
      '      ',
    ),
    ...hanging(`      ${words.id} `, plainText(id), width).map(paint.dim),
    ...(rows.length < 2
      ? []
      : rows
          .slice(0, MOST_ROWS)
          .flatMap((row) => hanging('      · ', plainText(`${row.id}${row.said}`), width))
          .map(paint.dim)),
    ...(rows.length > MOST_ROWS ? [paint.dim(`      ${words.moreRows(rows.length - MOST_ROWS)}`)] : []),
  ])
  const head = [
    open.length === 0 ? words.none : paint.bold(words.open(open.length)),
    ...(answered > 0 ? [words.answered(answered)] : []),
  ]
  return [head.join(words.comma), ...lines]
}

const MOST_ROWS = 12

const WORDS = {
  zh: {
    open: (count: number) => `${count} 个问题待回答`,
    none: '没有待回答的问题',
    answered: (count: number) => `已回答 ${count} 个`,
    comma: '，',
    id: '编号',
    typed: '（填写）',
    moreRows: (count: number) => `另有 ${count} 行`,
    more: (isProposed: boolean, score: string | undefined) =>
      `${score === undefined ? '' : `，得 ${score} 分`}${isProposed ? '（暂按此）' : ''}`,
  },
  en: {
    open: (count: number) => `${count} open questions`,
    none: 'No open questions',
    answered: (count: number) => `${count} answered`,
    comma: ', ',
    id: 'id',
    typed: '(typed)',
    moreRows: (count: number) => `${count} more rows`,
    more: (isProposed: boolean, score: string | undefined) =>
      `${score === undefined ? '' : `, gives ${score}`}${isProposed ? ' (taken for now)' : ''}`,
  },
} as const
