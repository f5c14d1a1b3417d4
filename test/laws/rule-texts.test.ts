import { describe, expect, test } from 'vitest'
import { judge, type Verdict } from './rule-texts/judge-text.ts'
import type { RuleText } from './rule-texts/rule-text.ts'
import { ruleTexts } from './rule-texts/rule-texts.ts'

/**
 * What bureaus write as 评分标准, read by `readRule` and scored at the edges. A text that is read is read right; what it
 * leaves open is asked. The table at the end says how much is read, per idiom.
 *
 * YARDSTICK_RULE_TEXTS=<file with `rows`> measures another set instead; of that set only counts are printed, unless
 * YARDSTICK_SHOW=1.
 */
const elsewhere = process.env.YARDSTICK_RULE_TEXTS
const shows = elsewhere === undefined || process.env.YARDSTICK_SHOW === '1'
const rows: readonly RuleText[] =
  elsewhere === undefined
    ? ruleTexts
    : ((await import(/* @vite-ignore */ elsewhere)) as { rows: readonly RuleText[] }).rows

const verdicts: { readonly row: RuleText; readonly verdict: Verdict }[] = []
for (const row of rows) verdicts.push({ row, verdict: await judge(row) })

describe('a 评分标准 that is read is read right', () => {
  test('no reading says anything else than its text', () => {
    const wrong = verdicts.filter(({ verdict }) => verdict.verdict === 'wrong')
    expect(shows ? wrong.map(line) : wrong.length).toEqual(shows ? [] : 0)
  })
  test('what has to be read is read', () => {
    const unread = verdicts.filter(({ row, verdict }) => row.must && verdict.verdict === 'asked')
    expect(shows ? unread.map(line) : unread.length).toEqual(shows ? [] : 0)
  })
  test('no text stands twice', () => {
    const keys = rows.map(({ name, points, target, text, answers }) =>
      JSON.stringify([name, points, target, text, answers]),
    )
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
  test('every row says what its text means', () => {
    const empty = rows.filter(
      ({ nothing, judged, scores, cases, outcomes, elements, levels, methods, reading }) =>
        !nothing &&
        !judged &&
        [scores, cases, outcomes, elements, levels, methods, reading].every((each) => each === undefined),
    )
    expect(empty.map(({ text }) => text)).toEqual([])
  })
  test('how much is read', () => console.log(summary()))
})

function line({ row, verdict }: (typeof verdicts)[number]): string {
  return `${row.idiom} ${row.text} : ${verdict.why}`
}

/** rows, read, asked, wrong: one line an idiom; then what was asked, and which rows, where they may be shown. */
function summary(): string {
  const idioms = [...new Set(rows.map(({ idiom }) => idiom))].sort((a, b) => order(a) - order(b))
  const counts = (of: typeof verdicts) =>
    (['read', 'asked', 'wrong'] as const).map((word) => of.filter(({ verdict }) => verdict.verdict === word).length)
  const lines = [...idioms, ''].map((idiom) => {
    const of = verdicts.filter(({ row }) => idiom === '' || row.idiom === idiom)
    return [idiom || 'all', of.length, ...counts(of)].map((cell) => String(cell).padStart(6)).join('')
  })
  const asked = new Map<string, number>()
  for (const { verdict } of verdicts) {
    if (verdict.verdict !== 'asked') continue
    const kinds = verdict.why.match(/(?:^asks |, )([a-z-]+)(?= “)/g) ?? [verdict.why]
    for (const kind of new Set(kinds.map((each) => each.replace(/^asks |^, /, ''))))
      asked.set(kind, (asked.get(kind) ?? 0) + 1)
  }
  return [
    '  text  rows  read asked wrong'.replace('  text  rows', ' idiom rows '),
    ...lines,
    `asked: ${[...asked].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    ...(process.env.YARDSTICK_SHOW === '1'
      ? verdicts.filter(({ verdict }) => verdict.verdict === 'asked').map(line)
      : []),
  ].join('\n')
}

function order(idiom: string): number {
  const found = /^([VJGT])(\d+)/.exec(idiom)
  return found === null ? 1_000 : 'VJGT'.indexOf(found[1]!) * 100 + Number(found[2])
}
