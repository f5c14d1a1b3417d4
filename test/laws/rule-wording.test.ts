import { Exact } from '@yardstick/model'
import { expect, test } from 'vitest'
import { judge, readWithAnswers } from './rule-texts/judge-text.ts'
import { type Pick, rewordings } from './rule-texts/rewording.ts'
import type { RuleText } from './rule-texts/rule-text.ts'
import { ruleTexts } from './rule-texts/rule-texts.ts'

/**
 * The same rule in other words is the same rule. Every text that is read is reworded, one way at a time and several at
 * once; what is read of it then is the rule it was, or somebody is asked, never another rule.
 */
const SEED = 20250117
/** Wordings tried of each text, by turns. */
const SINGLE = 3

test('a text in other words gives the same rule or a question', { timeout: 300_000 }, async () => {
  const pick = picker(SEED)
  const counts = new Map<string, { same: number; asked: number; other: number }>()
  const others: string[] = []
  for (const row of ruleTexts) {
    if (row.nothing || (await judge(row)).verdict !== 'read') continue
    const expected = shapeOf(row)
    for (const [name, text] of variants(row, pick)) {
      const count = counts.get(name) ?? { same: 0, asked: 0, other: 0 }
      counts.set(name, count)
      const found = shapeOf({ ...row, text })
      if (found === undefined) count.asked++
      else if (found === expected) count.same++
      else {
        count.other++
        others.push(`${name}: ${text}\n  was: ${row.text}\n  ${found}\n  not ${expected}`)
      }
    }
  }
  console.log(
    [
      '  same asked other',
      ...[...counts].map(
        ([name, { same, asked, other }]) =>
          `${[same, asked, other].map((each) => String(each).padStart(6)).join('')}  ${name}`,
      ),
    ].join('\n'),
  )
  expect(others).toEqual([])
  const total = (key: 'same' | 'asked') => [...counts.values()].reduce((sum, count) => sum + count[key], 0)
  expect(total('asked') * 50).toBeLessThan(total('same'))
})

/** A text in some of the other wordings that change it, and once with several at once. */
function variants(row: RuleText, pick: Pick): [name: string, text: string][] {
  const singles = rewordings
    .map(({ name, reword }): [string, string] => [name, reword(row.text, pick, row)])
    .filter(([, text]) => text !== row.text)
  const start = pick(singles.map((_, index) => index))
  const some = [...singles.slice(start), ...singles.slice(0, start)].slice(0, SINGLE)
  const mixed = rewordings
    .filter(() => pick([true, false, false]))
    .reduce((text, { reword }) => reword(text, pick, row), row.text)
  return mixed === row.text ? some : [...some, ['several at once', mixed]]
}

/** What of a reading is the rule; undefined where somebody has to be asked more than the row says. */
function shapeOf(row: RuleText): string | undefined {
  const { reading, stuck } = readWithAnswers(row)
  if (stuck !== undefined) return undefined
  const { scoring, actual, measures, items, leaf, rules } = reading
  const parts = { scoring, actual, measures, items, rules, notApplicable: leaf.notApplicable }
  return JSON.stringify(parts, (key, value: unknown) => {
    if (WORDS.has(key) || (key === 'start' && value === row.points)) return undefined
    // 满分 and 10分 are one thing where the row has 10.
    if (key === 'places') return (value as string[]).map((place) => inPoints(place, row))
    if (typeof value !== 'string') return value
    return key === 'score' || key === 'otherwise' ? inPoints(value, row) : folded(value)
  })
}

/** Words of the author, which differ because the text does. */
const WORDS: ReadonlySet<string> = new Set([
  'text',
  'reason',
  'note',
  'written',
  'source',
  'label',
  'evidence',
  'id',
  'name',
])

function inPoints(score: string, { points }: RuleText): string {
  return score.endsWith('%') ? Exact.of(score).times(Exact.of(points)).toText() : score
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** A linear congruence: the same choices in every run. */
function picker(seed: number): Pick {
  let state = BigInt(seed)
  return (of) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return of[Number((state >> 33n) % BigInt(of.length))]!
  }
}
