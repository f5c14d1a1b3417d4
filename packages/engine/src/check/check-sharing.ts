import { type Edit, type Issue, indicatorById, issue, parameterIssues, type Sharing } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * What a scheme gives to those who adopt it: each parameter stands for a number that is there, and its default is within its
 * own limits; each boundary is one of an indicator that is there. Told before somebody adopts it, where it can be mended.
 */
export function checkSharing({ scheme }: CompiledScheme): Issue[] {
  const { sharing = {} } = scheme
  const nodes = indicatorById(scheme)
  const ofParameters = (sharing.parameters ?? []).flatMap((parameter, index) =>
    parameterIssues(scheme, parameter).map((each) => {
      const found = { ...each, pointer: `/sharing/parameters/${index}` }
      if (each.code !== 'PARAMETER_PLACE') return found
      return withMends(found, mend(without(sharing, 'parameters', index), '取消这个参数', 'Remove the parameter'))
    }),
  )
  const ofBoundaries = (sharing.boundaries ?? []).flatMap(({ indicator }, index) => {
    if (indicator === undefined || nodes.has(indicator)) return []
    const pointer = `/sharing/boundaries/${index}/indicator`
    const lost = issue('SCHEME_INDICATOR_UNKNOWN', { pointer, expected: null, found: indicator })
    return [withMends(lost, mend(without(sharing, 'boundaries', index), '取消这条可改范围', 'Remove the boundary'))]
  })
  return [...ofParameters, ...ofBoundaries]
}

function without(sharing: Sharing, list: keyof Sharing, index: number): Edit {
  const rest = (sharing[list] ?? []).filter((_, at) => at !== index)
  return { type: 'set-scheme', fields: { sharing: { ...sharing, [list]: rest } } }
}
