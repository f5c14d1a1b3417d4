import { fastScheme, scoreColumns } from '@yardstick/engine'
import { columnsOf, compiled, crowd, roomFor } from '../ours.mjs'
import { inTurns, ratio, spread, times } from '../rounds.mjs'
import { schemeB, submissionsB } from '../scheme-b.mjs'

const ROWS = 20_480

/** Whether a leaf of a large scheme costs what one of a small scheme does. */
export async function measure({ say, bar }) {
  crowd()
  const sides = Object.fromEntries([60, 960].map((size) => [size, columns(size)]))
  const found = await inTurns(sides, { roundMs: 300, warmMs: 1_500 })
  const perLeaf = (size) => found[size].map((ns) => ns / ROWS / size)
  say([60, 960].map((size) => `${size} leaves: ${spread(perLeaf(size)).median.toFixed(1)} ns a leaf`).join(', '))
  const growth = ratio(perLeaf(960), perLeaf(60))
  bar('columns: nanoseconds a leaf, 960 leaves against 60', times(growth), '≤ 1.5 ×', growth.median <= 1.5)
}

function columns(size) {
  const fast = fastScheme(compiled(schemeB(size)))
  const submissions = submissionsB(size, 1_024)
  const [given, room] = [columnsOf(fast, submissions, ROWS), roomFor(fast, ROWS)]
  return (count) => {
    for (let n = 0; n < count; n++) scoreColumns(fast, given, room, { from: 0, to: ROWS })
  }
}
