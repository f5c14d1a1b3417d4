import { Exact, type InputValue, type Item, mentions, type Scheme, type Submission, unitOf } from '@yardstick/model'
import { lastValue, reportedLayer } from '../../render/entry/entry-cells.ts'

/**
 * 元 for 万元, and 95 for 95%: a value is doubted that is thousands of times as large or as small as what it should be near
 * to. What that is: the same item last year or as it was reported before, the item of the other year (X and 上年X), and
 * amounts that a measure brings together with it.
 */
export class ScaleClues {
  readonly #peers: ReadonlyMap<string, readonly string[]>

  constructor(
    readonly scheme: Scheme,
    /** Of the department, or of one of its units. */
    readonly present: Pick<Submission, 'items'> | undefined,
    readonly last: Pick<Submission, 'items'> | undefined,
    /** What this file gives, by item. */
    readonly given: ReadonlyMap<string, Exact>,
  ) {
    this.#peers = peersOf(scheme)
  }

  /**
   * The clue that a value is far off, and what it would be where its unit was mistaken; undefined where none is. What it is
   * held against first is itself at another time: near to that it is right, whatever stands beside it.
   */
  farOff(item: Item, value: Exact): { readonly clue: string; readonly meant: Exact } | undefined {
    const own = this.#own(item)
    for (const clue of own.length > 0 ? own : this.#others(item)) {
      const times = value.over(clue).abs()
      const isRate = item.type === 'rate'
      const [far, factor] = isRate ? [Exact.of('40'), Exact.of('100')] : [Exact.of('1000'), factorOf(item)]
      if (far.atMost(times)) return { clue: clue.toText(), meant: value.over(factor) }
      if (value.sign !== 0 && times.atMost(Exact.one.over(far))) {
        return { clue: clue.toText(), meant: value.times(factor) }
      }
    }
    return undefined
  }

  #own({ id }: Item): Exact[] {
    const own = [lastValue(this.last, id), reportedLayer(this.present, id)?.value]
    return own.map(numberOf).filter(isClue)
  }

  #others({ id }: Item): Exact[] {
    const otherYear = this.scheme.items.find((each) => each.id === `上年${id}` || `上年${each.id}` === id)
    const near = otherYear === undefined ? [] : [otherYear.id]
    return [...near, ...(this.#peers.get(id) ?? [])]
      .map((name) => this.given.get(name) ?? numberOf(reportedLayer(this.present, name)?.value))
      .filter(isClue)
  }
}

/** Nothing is thousands of times as large as 0. */
const isClue = (number: Exact | undefined): number is Exact => number !== undefined && number.sign !== 0

/** 万元 and 元 are ten thousand apart, and people count in 万 too. */
const factorOf = ({ unit }: Item): Exact => Exact.of(unit === '千元' ? '1000' : '10000')

function numberOf(value: InputValue | undefined): Exact | undefined {
  if (typeof value === 'number') return Exact.fromNumber(value)
  return typeof value === 'string' ? Exact.parse(value.trim()) : undefined
}

/** Amounts of money in the same unit that stand in one measure. */
function peersOf({ items, measures = [] }: Scheme): Map<string, string[]> {
  const money = items.filter(
    ({ type, unit }) => type === 'money' && unit !== undefined && unitOf(unit).kind === 'money',
  )
  const peers = new Map<string, string[]>()
  for (const { formula } of measures) {
    const read = money.filter(({ id }) => mentions(formula, id))
    for (const item of read) {
      const others = read.filter((each) => each !== item && each.unit === item.unit).map(({ id }) => id)
      peers.set(item.id, [...(peers.get(item.id) ?? []), ...others])
    }
  }
  return peers
}
