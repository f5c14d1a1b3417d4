import { type Shortfall, shortfalls } from '@yardstick/engine'
import { digitsOf, type Evaluation, Exact, type Item } from '@yardstick/model'
import { expect, test } from 'vitest'
import { dateText, number } from './random/draft.ts'
import { evaluated, prepare, type Ready, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/** 还差多少, proved by scoring again; without rules, which may hold a leaf back whatever its value is. */
test('[E10] the change that 还差多少 names reaches its goal, and one step of the item less does not', {
  timeout: 7_200_000,
}, async () => {
  const broken: string[] = []
  const named = { next: 0, full: 0, grade: 0 }
  for (const pair of randomPairs(700, pairCount(1_000), { rules: false })) {
    const ready = await prepare(pair)
    const { changes } = await shortfalls(ready.compiled, ready.submission, group(ready))
    const before = await evaluated(ready, { trace: false })
    for (const change of changes) {
      named[change.goal]++
      const wrong = await failing(ready, before, change)
      if (wrong !== undefined) broken.push(`seed ${pair.random.seed}/${pair.seed}: ${wrong} ${JSON.stringify(change)}`)
    }
  }
  expect(broken.length === 0 ? [] : [`${broken.length}`, ...broken.slice(0, 5)]).toEqual([])
  expect(Math.min(...Object.values(named))).toBeGreaterThan(pairCount(20))
})

async function failing(ready: Ready, before: Evaluation, change: Shortfall): Promise<string | undefined> {
  const item = ready.compiled.itemByName.get(change.item)!
  const after = await evaluated(withItem(ready, item, change.to), { trace: false })
  const less = await evaluated(withItem(ready, item, oneStepBack(item, change)), { trace: false })
  const points = Exact.of(after.indicators.find((each) => each.id === change.indicator)!.points)
  const [now, then, almost] = [before, after, less].map((each) => exactOf(each, change.indicator))
  if (now === undefined || then === undefined) return 'no score'
  if (after.indicators.find((each) => each.id === change.indicator)!.score !== change.score.to) return 'another score'
  switch (change.goal) {
    case 'full':
      if (!then.equals(points)) return 'not full'
      return almost?.equals(points) ? 'full one step before' : undefined
    case 'next':
      if (!now.lessThan(then)) return 'no better'
      return almost !== undefined && then.atMost(almost) ? 'as good one step before' : undefined
    case 'grade':
      if (after.grade !== change.grade?.to) return 'not that grade'
      return less.grade === change.grade.to ? 'that grade one step before' : undefined
  }
}

function withItem(ready: Ready, item: Item, value: string): Ready {
  return { ...ready, submission: { ...ready.submission, items: { ...ready.submission.items, [item.id]: value } } }
}

/** The value one step of the item's digits nearer to where it stands now. */
function oneStepBack(item: Item, { from, to }: Shortfall): string {
  if (item.type === 'date') {
    const [start, end] = [dayNumber(from), dayNumber(to)]
    return dateText(number(end + (end > start ? -1 : 1)))
  }
  const step = Exact.power10(-0).over(Exact.power10(digitsOf(item)))
  const [start, end] = [Exact.of(from), Exact.of(to)]
  return (start.lessThan(end) ? end.minus(step) : end.plus(step)).toText()
}

const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)

/** The score before it is rounded. */
function exactOf({ indicators }: Evaluation, id: string): Exact | undefined {
  const found = indicators.find((each) => each.id === id)!
  const text = found.exact ?? found.score
  return text === null ? undefined : Exact.fromText(text)
}

const group = ({ group: facts }: Ready) => (facts === undefined ? {} : { group: facts })
