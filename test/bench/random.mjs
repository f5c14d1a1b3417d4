/** A seeded generator (mulberry32): the same data in every run. */
export function randomFrom(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1))
  return { next, whole, chance: (share) => next() < share }
}

/**
 * Amounts in whole hundredths, what may stand beside one, and rates, by kind of data:
 *
 * realistic  as forms hold them: four in ten pairs are equal, most others stand in a whole percentage to each other
 * uniform    anything is as likely as anything else
 * large      in 元, up to 50,000,000,000.00; a third of the pairs miss a whole percentage by one hundredth
 */
const kindsOfData = {
  realistic: {
    amount: (random) => random.whole(100, 50_000) * (random.chance(0.5) ? 100 : 1),
    beside: (random, amount) =>
      random.chance(0.4)
        ? amount
        : random.chance(0.7)
          ? Math.round((amount * random.whole(60, 130)) / 100)
          : random.whole(1, 2 * amount),
    rate: (random) => (random.chance(0.8) ? random.whole(80, 100) / 100 : random.whole(8000, 10_000) / 10_000),
  },
  uniform: {
    amount: (random) => random.whole(100, 5_000_000),
    beside: (random) => random.whole(100, 5_000_000),
    rate: (random) => random.whole(5000, 10_000) / 10_000,
  },
  large: {
    amount: (random) => random.whole(10_000, 50_000_000_000) * 100,
    beside: (random, amount) => {
      const percent = Math.round((amount * random.whole(60, 110)) / 100)
      if (random.chance(1 / 3)) return percent + (random.chance(0.5) ? 1 : -1)
      return random.chance(0.5) ? percent : random.whole(100, 5_000_000_000_000)
    },
    rate: (random) => random.whole(80, 100) / 100,
  },
}

export const data = Object.keys(kindsOfData)

/** Amounts of one kind of data as numbers: whole hundredths divided once, so that each is the double nearest to its text. */
export function amounts(random, kind) {
  const { amount, beside, rate } = kindsOfData[kind]
  const atLeastOne = (hundredths) => Math.max(hundredths, 1)
  return {
    amount: () => amount(random) / 100,
    beside: (other) => atLeastOne(beside(random, Math.round(other * 100))) / 100,
    rate: () => rate(random),
  }
}
