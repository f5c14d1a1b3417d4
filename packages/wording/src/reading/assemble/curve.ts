import { type CurveScoring, Exact, type Scoring } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Edge, Said, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { type Stretch, stretchOf } from './edges.ts'
import { bestSaid, Points } from './score-text.ts'

/** 达到90%得满分，60%得基础分，之间按线性插值: points on a line between two anchors. */
export function assembleCurve(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const lines = statements.filter(
    (each): each is Said<'proportion'> => each.kind === 'proportion' && each.of === 'interpolation',
  )
  const scores = statements.filter((each): each is Said<'score'> => each.kind === 'score')
  const [line] = lines
  if (line === undefined || lines.length > 1) return undefined
  const points = Points.of(row, bestSaid(scores), asking)
  const pieces: (Stretch & { score: string; said: Said<'score'> })[] = []
  for (const each of scores) {
    const score = points.score(each.gives)
    const stretch = stretchOf(each.extent, row)
    if (score === undefined || stretch === undefined) return undefined
    pieces.push({ ...stretch, score, said: each })
  }
  const stretch =
    line.extent === undefined || line.extent.is === 'otherwise' ? between(pieces) : stretchOf(line.extent, row)
  if (stretch?.low === undefined || stretch.high === undefined) return undefined
  const low = anchor(stretch.low, pieces, 'low')
  const high = anchor(stretch.high, pieces, 'high')
  if (low === undefined || high === undefined || Exact.of(low.at).compare(Exact.of(high.at)) >= 0) return undefined
  const worth = (score: string) => points.pointsOf(score)
  const isUp = worth(low.score).lessThan(worth(high.score))
  const outer = (side: 'below' | 'above') => {
    const at = side === 'below' ? low : high
    const beyond = pieces.filter((piece) =>
      side === 'below'
        ? piece.high !== undefined && piece.low === undefined
        : piece.low !== undefined && piece.high === undefined,
    )
    const zero = beyond.find(({ score }) => worth(score).sign === 0)
    if (zero !== undefined) return worth(at.score).sign === 0 ? ('hold' as const) : ('zero' as const)
    const holds = beyond.some(({ score }) => worth(score).equals(worth(at.score)))
    if (holds) return 'hold' as const
    // 90%得满分: more is not less; and nothing is said of what is worse than the worst.
    const isBetterSide = (side === 'above') === isUp
    if (isBetterSide) return 'hold' as const
    if (worth(at.score).sign === 0) return 'hold' as const
    const answer = asking.ask(
      {
        kind: 'gap',
        ...(side === 'below' ? { high: low.at } : { low: high.at }),
        answers: ['none', 'upper'],
        proposal: 'none',
      },
      at.said,
    )
    return answer === 'upper' ? ('hold' as const) : ('zero' as const)
  }
  const scoring: CurveScoring = {
    method: 'curve',
    anchors: [
      { at: low.at, score: low.score },
      { at: high.at, score: high.score },
    ],
    below: outer('below'),
    above: outer('above'),
  }
  asking.mark('/scoring/anchors/0', low.said)
  asking.mark('/scoring/anchors/1', high.said)
  asking.mark('/scoring', line)
  return { scoring: scoring as Scoring }
}

/** The score at an end of the line: of a piece that holds it, else of one that begins there. */
function anchor(
  edge: Edge,
  pieces: readonly (Stretch & { score: string; said: Said<'score'> })[],
  side: 'low' | 'high',
) {
  const value = Exact.of(edge.value)
  const isAt = (other: Edge | undefined) => other !== undefined && Exact.of(other.value).equals(value)
  const found =
    pieces.find(({ low, high }) => isAt(low) && isAt(high)) ??
    pieces.find(
      ({ low, high }) => (isAt(low) && low!.end === 'in') || (isAt(high) && high!.end !== 'out' && low === undefined),
    ) ??
    (side === 'high' ? pieces.find(({ low }) => isAt(low)) : undefined)
  return found === undefined ? undefined : { at: edge.value, score: found.score, said: found.said }
}

/** The one gap between pieces. */
function between(pieces: readonly (Stretch & { said: Said<'score'> })[]): Stretch | undefined {
  const edges = pieces.flatMap(({ low, high }) => [low, high]).filter((edge) => edge !== undefined)
  const values = [...new Map(edges.map((edge) => [Exact.of(edge.value).toJSON(), edge])).values()].sort((one, other) =>
    Exact.of(one.value).compare(Exact.of(other.value)),
  )
  return values.length === 2 ? { low: values[0], high: values[1] } : undefined
}
