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

/** An amount with two digits as a number: whole hundredths divided once, so that it is the double nearest to its text. */
export const hundredths = (count) => count / 100

/**
 * A pair of amounts as forms hold them: four in ten are equal, most others stand in a whole percentage to each other.
 */
export function amountPair(random) {
  const base = random.whole(100, 50_000) * (random.chance(0.5) ? 100 : 1)
  if (random.chance(0.4)) return [hundredths(base), hundredths(base)]
  const other = random.chance(0.7) ? Math.round((base * random.whole(60, 130)) / 100) : random.whole(1, 2 * base)
  return [hundredths(base), hundredths(other)]
}
