import { Exact, type Issue, issue, type Mend, type Rounding } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * Points may not be finer than the place scores are rounded to, or full points could not be given: 2.25 points rounded
 * to halves are 2.5 or 2.
 *
 * source  design.md 3
 */
export function checkPointsDigits(compiled: CompiledScheme): Issue[] {
  const { scheme, fullScore, rounding } = compiled
  return [
    ...finer(fullScore, rounding.total, { pointer: '/fullScore', where: [] }, (total) =>
      mend(
        { type: 'set-scheme', fields: { rounding: { ...scheme.rounding, total } } },
        `总分${placeZh(total)}`,
        `Round the total to ${placeEn(total)}`,
      ),
    ),
    ...compiled.nodes.flatMap((node) => checkNode(node)),
  ]
}

function checkNode(node: CompiledNode): Issue[] {
  const { id } = node.node
  return finer(
    node.points,
    node.rounding,
    { pointer: `${node.pointer}/points`, where: node.path },
    (rounding, points) => [
      ...mend(
        { type: 'set-indicator', id, fields: { rounding } },
        `本项得分${placeZh(rounding)}`,
        `Round this score to ${placeEn(rounding)}`,
      ),
      ...(points.sign === 0
        ? []
        : mend(
            { type: 'set-points', points: { [id]: points.toText() } },
            `分值改为${points.toText()}`,
            `Make it worth ${points.toText()}`,
          )),
    ],
  )
}

interface Place {
  readonly pointer: string
  readonly where: readonly string[]
}

/** `mendsFor` is given a rounding that is fine enough, and the points in the place there is. */
function finer(
  points: Exact,
  rounding: Rounding,
  place: Place,
  mendsFor: (fine: FineRounding, rounded: Exact) => Mend[],
): Issue[] {
  if (rounding === 'none') return []
  const unit = 'step' in rounding ? Exact.of(rounding.step) : Exact.one.over(Exact.power10(rounding.digits))
  if (unit.sign === 0 || points.over(unit).isWhole) return []
  const found = issue('SCHEME_POINTS_DIGITS', { ...place, expected: unit.toText(), found: points.toText() })
  const digits = points.decimalDigits ?? 0
  const fine: FineRounding = { digits, ...(rounding.mode === undefined ? {} : { mode: rounding.mode }) }
  // The schema allows 12 digits.
  return [digits > 12 ? found : withMends(found, mendsFor(fine, points.roundTo(unit, 'half-up')))]
}

type FineRounding = Extract<Rounding, { digits: number }>

const placeZh = ({ digits }: FineRounding) => (digits === 0 ? '取整数' : `保留${digits}位小数`)
const placeEn = ({ digits }: FineRounding) => (digits === 1 ? '1 digit' : `${digits} digits`)
