import {
  type Edit,
  Exact,
  type Issue,
  indicatorById,
  issue,
  type Parameter,
  parameterValue,
  type Sharing,
} from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * What a scheme gives to those who adopt it: each parameter stands for a number that is there, and its default is within its
 * own limits; each boundary is one of an indicator that is there. Told before somebody adopts it, where it can be mended.
 */
export function checkSharing({ scheme }: CompiledScheme): Issue[] {
  const { sharing = {} } = scheme
  const nodes = indicatorById(scheme)
  const ofParameters = (sharing.parameters ?? []).flatMap((parameter, index) => {
    const value = parameterValue(scheme, parameter)
    const at = { pointer: `/sharing/parameters/${index}`, where: [parameter.name] }
    if (value === undefined) {
      const lost = issue('PARAMETER_PLACE', { ...at, expected: placeOf(parameter), found: null })
      return [withMends(lost, mend(without(sharing, 'parameters', index), '取消这个参数', 'Remove the parameter'))]
    }
    if (isWithin(value, parameter)) return []
    const expected = { min: parameter.least ?? null, max: parameter.most ?? null }
    return [issue('PARAMETER_RANGE', { ...at, expected, found: value })]
  })
  const ofBoundaries = (sharing.boundaries ?? []).flatMap(({ indicator }, index) => {
    if (indicator === undefined || nodes.has(indicator)) return []
    const pointer = `/sharing/boundaries/${index}/indicator`
    const lost = issue('SCHEME_INDICATOR_UNKNOWN', { pointer, expected: null, found: indicator })
    return [withMends(lost, mend(without(sharing, 'boundaries', index), '取消这条可改范围', 'Remove the boundary'))]
  })
  return [...ofParameters, ...ofBoundaries]
}

const placeOf = ({ in: owner, field }: Parameter) => (owner === undefined ? field : `${owner}/${field}`)

function isWithin(value: string, { least, most }: Parameter): boolean {
  const number = Exact.of(value)
  const isLow = least !== undefined && number.lessThan(Exact.of(least))
  return !isLow && !(most !== undefined && Exact.of(most).lessThan(number))
}

function without(sharing: Sharing, list: keyof Sharing, index: number): Edit {
  const rest = (sharing[list] ?? []).filter((_, at) => at !== index)
  return { type: 'set-scheme', fields: { sharing: { ...sharing, [list]: rest } } }
}
