/**
 * Two or more ways of doing the same, measured in turns, so that whatever else the machine does meets all of them. Only
 * ratios within one round are compared.
 *
 * sides    by name: `run(count)` does the work that often; may be asynchronous, then each `count` is awaited once
 * returns  nanoseconds a piece of work, by name, one for each round
 */
export async function inTurns(sides, { rounds = 11, roundMs = 100, warmMs = 500 } = {}) {
  const counts = {}
  for (const [name, run] of Object.entries(sides)) counts[name] = await countFor(run, roundMs, warmMs)
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(sides)) times[name].push(await timed(run, counts[name]))
  }
  return times
}

/** How often a side is to work in one round; found while it warms up. */
async function countFor(run, roundMs, warmMs) {
  const until = performance.now() + warmMs
  let count = 1
  for (;;) {
    const ns = await timed(run, count)
    const fitting = Math.max(1, Math.round((roundMs * 1e6) / ns))
    if (performance.now() >= until) return fitting
    count = Math.min(fitting, count * 4)
  }
}

async function timed(run, count) {
  const start = performance.now()
  const working = run(count)
  if (working instanceof Promise) await working
  return ((performance.now() - start) * 1e6) / count
}

/** Median and the 10th and 90th percentile. */
export function spread(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)]
  return { median: at(0.5), low: at(0.1), high: at(0.9) }
}

/** How many times as long `left` took as `right`, round by round. */
export const ratio = (left, right) => spread(left.map((ns, round) => ns / right[round]))

export const micro = (ns) => `${(ns / 1000).toPrecision(3)} µs`
export const times = ({ median, low, high }) => `${short(median)} × (${short(low)}..${short(high)})`
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
