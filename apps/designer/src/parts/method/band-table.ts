import { type BandsScoring, Exact } from '@yardstick/model'

/**
 * Bands as a table of from and to. The rule stores edges only, so gaps and overlaps cannot be written: what one row ends
 * with the next begins with, and an edge that belongs to one of them does not belong to the other.
 */
export interface BandRow {
  /** Index of the band; −1 is what lies below the first edge. */
  readonly index: number
  readonly from: string | undefined
  readonly includesFrom: boolean
  readonly to: string | undefined
  readonly includesTo: boolean
  readonly score: string
}

/** How much an edge is in the value's unit: "60%" of a number in % is 60. */
export type EdgeValue = (edge: string) => Exact

export function bandRows({ bands, otherwise }: BandsScoring): BandRow[] {
  return [-1, ...bands.keys()].map((index) => {
    const band = bands[index]
    const next = bands[index + 1]
    return {
      index,
      from: band?.from,
      includesFrom: band?.included ?? false,
      to: next?.from,
      includesTo: next !== undefined && !next.included,
      score: band?.score ?? otherwise,
    }
  })
}

/** The scoring with a band's lower edge moved; undefined where it would pass its neighbour. */
export function withEdge(
  scoring: BandsScoring,
  index: number,
  from: string,
  edgeValue: EdgeValue,
): BandsScoring | undefined {
  const { bands } = scoring
  // A single value is an edge that stands twice; both move.
  const first = bands[index - 1]?.from === bands[index]?.from ? index - 1 : index
  const last = bands[index + 1]?.from === bands[index]?.from ? index + 1 : index
  const [before, after] = [bands[first - 1], bands[last + 1]]
  const value = edgeValue(from)
  if (before !== undefined && value.atMost(edgeValue(before.from))) return undefined
  if (after !== undefined && edgeValue(after.from).atMost(value)) return undefined
  return { ...scoring, bands: bands.map((band, at) => (at >= first && at <= last ? { ...band, from } : band)) }
}

/** Whether an edge belongs to the band above it. A single value keeps its own. */
export function withIncluded(scoring: BandsScoring, index: number, included: boolean): BandsScoring {
  const { bands } = scoring
  const isSingle = bands[index + 1]?.from === bands[index]?.from || bands[index - 1]?.from === bands[index]?.from
  return isSingle
    ? scoring
    : { ...scoring, bands: bands.map((band, at) => (at === index ? { ...band, included } : band)) }
}

export function withScore(scoring: BandsScoring, index: number, score: string): BandsScoring {
  if (index < 0) return { ...scoring, otherwise: score }
  return { ...scoring, bands: scoring.bands.map((band, at) => (at === index ? { ...band, score } : band)) }
}

/** A band cut in two: in its middle, or as far beyond the last edge as the one before it. Both halves give what it gave. */
export function split(scoring: BandsScoring, index: number, edgeValue: EdgeValue): BandsScoring {
  const { bands } = scoring
  const from = edgeWithin(
    bands.map((band) => band.from),
    index,
    edgeValue,
  )
  const score = index < 0 ? scoring.otherwise : bands[index]!.score
  const included = bands[index]?.included ?? bands[0]?.included ?? true
  return { ...scoring, bands: [...bands.slice(0, index + 1), { from, included, score }, ...bands.slice(index + 1)] }
}

/** A band given to the one below it. The last edge stays: a rule of bands has at least one. */
export function merged(scoring: BandsScoring, index: number): BandsScoring | undefined {
  if (scoring.bands.length < 2) return undefined
  if (index >= 0) return { ...scoring, bands: scoring.bands.filter((_, at) => at !== index) }
  return { ...scoring, otherwise: scoring.bands[0]!.score, bands: scoring.bands.slice(1) }
}

function edgeWithin(edges: readonly string[], index: number, edgeValue: EdgeValue): string {
  const isPercent = edges.some((edge) => edge.endsWith('%'))
  const values = edges.map(edgeValue)
  const [low, high] = [values[index], values[index + 1]]
  const gap = edges.length > 1 ? values[1]!.minus(values[0]!) : undefined
  const beside = gap !== undefined && gap.sign > 0 ? gap : isPercent ? edgeValue('10%') : Exact.one
  const value =
    low === undefined
      ? values[0]!.minus(beside)
      : high === undefined
        ? low.plus(index > 0 && low.minus(values[index - 1]!).sign > 0 ? low.minus(values[index - 1]!) : beside)
        : low.plus(high).over(Exact.integer(2))
  return isPercent ? `${value.over(edgeValue('1%')).toText()}%` : value.toText()
}
