import type { PieceView } from '../../evaluation/leaf-view.ts'

/**
 * A score curve as lines to draw. Only here do exact numbers become plain ones: what is drawn is at most a pixel off, and
 * nothing that is read from the picture goes back into a rule.
 */
export interface Stroke {
  readonly points: readonly Point[]
  /** Whether the end belongs to the stroke: a filled dot, a hollow one, or none where the curve goes on unbroken. */
  readonly start: End
  readonly end: End
  /** Which piece of the curve it is. */
  readonly piece: number
}

export type Point = readonly [x: number, y: number]
export type End = 'filled' | 'hollow' | 'none'

export interface Domain {
  readonly from: number
  readonly to: number
  /** The leaf's points: scores are drawn within 0 and these, as they are given. */
  readonly points: number
}

/** More stairs than this are drawn as the line they run along. */
const MOST_STAIRS = 120
const SAMPLES = 48

export function strokesOf(pieces: readonly PieceView[], domain: Domain): Stroke[] {
  const strokes = pieces.flatMap((piece, index) => pieceStrokes(piece, index, domain))
  return joined(strokes, domain)
}

/** An exact number's text as a number for drawing. */
export function drawn(text: string): number {
  const [numerator = '', denominator] = text.split('/')
  return denominator === undefined ? Number(numerator) : Number(numerator) / Number(denominator)
}

function pieceStrokes(piece: PieceView, index: number, domain: Domain): Stroke[] {
  const from = piece.from === null ? domain.from : drawn(piece.from)
  const to = piece.to === null ? domain.to : drawn(piece.to)
  const [left, right] = [Math.max(from, domain.from), Math.min(to, domain.to)]
  if (left > right) return []
  const start: End = left > from || piece.from === null ? 'none' : piece.includesFrom ? 'filled' : 'hollow'
  const end: End = right < to || piece.to === null ? 'none' : piece.includesTo ? 'filled' : 'hollow'
  const { shape } = piece
  const stroke = (points: readonly Point[]): Stroke => ({
    points: points.map(([x, y]): Point => [x, within(y, domain)]),
    start,
    end,
    piece: index,
  })
  switch (shape.kind) {
    case 'constant': {
      const score = drawn(shape.score)
      return [
        stroke(
          left === right
            ? [[left, score]]
            : [
                [left, score],
                [right, score],
              ],
        ),
      ]
    }
    case 'linear': {
      const [at, score, slope] = [drawn(shape.at), drawn(shape.score), drawn(shape.slope)]
      const y = (x: number) => score + slope * (x - at)
      // Where the line leaves 0 or the points it has a corner.
      const corners = slope === 0 ? [] : [0, domain.points].map((level) => at + (level - score) / slope)
      const xs = [left, ...corners.filter((x) => x > left && x < right).sort((a, b) => a - b), right]
      return [stroke(xs.map((x): Point => [x, y(x)]))]
    }
    case 'reciprocal': {
      const numerator = drawn(shape.numerator)
      const xs = Array.from({ length: SAMPLES + 1 }, (_, step) => left + ((right - left) * step) / SAMPLES)
      return [stroke(xs.filter((x) => x > 0).map((x): Point => [x, numerator / x]))]
    }
    case 'staircase':
      return stairs(shape, { left, right, start, end, index }, domain)
  }
}

type Staircase = Extract<PieceView['shape'], { kind: 'staircase' }>

function stairs(
  shape: Staircase,
  { left, right, start, end, index }: { left: number; right: number; start: End; end: End; index: number },
  domain: Domain,
): Stroke[] {
  const [edge, size, first, deduct, lowest] = [shape.edge, shape.size, shape.start, shape.deduct, shape.lowest].map(
    drawn,
  ) as [number, number, number, number, number]
  const sign = shape.side === 'below' ? -1 : 1
  const score = (steps: number) => within(Math.max(first - steps * deduct, lowest), domain)
  const [near, far] = sign < 0 ? [edge - right, edge - left] : [left - edge, right - edge]
  if ((far - near) / size > MOST_STAIRS) {
    const line = [near, far].map((away): Point => [edge + sign * away, score(away / size)])
    return [{ points: sign < 0 ? line.reverse() : line, start, end, piece: index }]
  }
  // Steps of a deviation: whole ones are [k, k + 1) wide, started ones (k − 1, k].
  const made: Stroke[] = []
  const slack = size * 1e-9
  const isWhole = shape.count === 'whole'
  for (let step = Math.max(0, Math.floor(near / size + 1e-9)); step * size < far - slack || made.length === 0; step++) {
    const [a, b] = [Math.max(step * size, near), Math.min((step + 1) * size, far)]
    const y = score(isWhole ? step : step + 1)
    const isFirst = a <= near + slack
    const isLast = b >= far - slack
    const nearEnd: End = isFirst ? (sign < 0 ? end : start) : isWhole ? 'filled' : 'hollow'
    const farEnd: End = isLast ? (sign < 0 ? start : end) : isWhole ? 'hollow' : 'filled'
    const [x1, x2] = [edge + sign * a, edge + sign * b]
    made.push(
      sign < 0
        ? {
            points: [
              [x2, y],
              [x1, y],
            ],
            start: farEnd,
            end: nearEnd,
            piece: index,
          }
        : {
            points: [
              [x1, y],
              [x2, y],
            ],
            start: nearEnd,
            end: farEnd,
            piece: index,
          },
    )
  }
  return sign < 0 ? made.reverse() : made
}

/** Where one stroke ends as the next begins there is no dot. */
function joined(strokes: readonly Stroke[], { points }: Domain): Stroke[] {
  const isClose = (a: Point | undefined, b: Point | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a[1] - b[1]) < points * 1e-6
  return strokes.map((stroke, index) => {
    const before = strokes[index - 1]
    const after = strokes[index + 1]
    const goesOnBefore = isClose(before?.points.at(-1), stroke.points[0])
    const goesOnAfter = isClose(stroke.points.at(-1), after?.points[0])
    return { ...stroke, start: goesOnBefore ? 'none' : stroke.start, end: goesOnAfter ? 'none' : stroke.end }
  })
}

function within(score: number, { points }: Domain): number {
  return Math.min(Math.max(score, 0), points)
}
