import type { CompiledScheme } from '@yardstick/engine'
import { Exact, type Submission } from '@yardstick/model'
import { Chance } from './chance.ts'

/**
 * The same submission with some of its numbers moved: a digit up or down, where a score turns; all amounts as many times
 * larger, as they are when 万元 become 元, with one of them a digit off, so that ratios stand beside their edges with
 * numbers near the end of what a double holds; one amount alone as large as a document can say.
 */
export function nudged(compiled: CompiledScheme, submission: Submission, seed: number): Submission {
  const chance = new Chance(seed)
  const numbers = Object.entries(submission.items).flatMap(([id, entry]): [string, Exact][] => {
    const item = compiled.itemByName.get(id)
    const value = typeof entry === 'number' || typeof entry === 'string' ? read(entry) : undefined
    return item === undefined || value === undefined || !['number', 'money', 'rate', 'count'].includes(item.type)
      ? []
      : [[id, value]]
  })
  if (numbers.length === 0) return submission
  const moved = new Map(numbers)
  if (chance.once(3)) {
    const factor = Exact.power10(chance.between(1, 12))
    for (const [id, value] of numbers) {
      if (compiled.itemByName.get(id)!.type !== 'rate' && !chance.once(12)) moved.set(id, value.times(factor))
    }
  }
  const times = chance.between(0, 3)
  for (let time = 0; time < times; time++) {
    const [id] = chance.pick(numbers)
    moved.set(id, beside(moved.get(id)!, compiled, id, chance))
  }
  if (chance.once(8)) {
    const [id] = chance.pick(numbers)
    moved.set(id, huge(compiled, id, chance))
  }
  const items = { ...submission.items }
  for (const [id, value] of moved) items[id] = written(value, chance)
  return { ...submission, items }
}

function read(entry: number | string): Exact | undefined {
  return typeof entry === 'number' ? Exact.fromNumber(entry) : Exact.parse(entry.trim())
}

/** A few of its last digits away; sometimes of a digit more than the item states. */
function beside(value: Exact, compiled: CompiledScheme, id: string, chance: Chance): Exact {
  const { type, digits } = compiled.itemByName.get(id)!
  const usual = digits ?? { count: 0, money: 2, rate: 4, number: 2 }[type as 'number']
  const places = type === 'count' || !chance.once(8) ? usual : usual + 1
  const step = Exact.one.over(Exact.power10(places))
  const there = value.plus(step.times(Exact.integer(chance.between(-2, 2))))
  return type === 'count' ? there.max(Exact.zero) : there
}

/** Around the last whole number that a double is sure of, in the item's digits or in whole units. */
function huge(compiled: CompiledScheme, id: string, chance: Chance): Exact {
  const { type, digits } = compiled.itemByName.get(id)!
  const usual = digits ?? { count: 0, money: 2, rate: 4, number: 2 }[type as 'number']
  const last = Exact.integer(2n ** BigInt(chance.pick([53, 53, 52, 54, 50, 60])))
  const near = last.plus(Exact.integer(chance.between(-3, 3)))
  return type === 'count' || chance.once(3) ? near : near.over(Exact.power10(usual))
}

function written(value: Exact, chance: Chance): number | string {
  const text = value.toText()
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 && chance.flip() ? Number(text) : text
}
