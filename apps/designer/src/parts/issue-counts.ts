import { useMemo } from 'react'
import { useDesigner } from '../store/use-designer.ts'

export interface IssueCounts {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
}

/** How many problems the design has, by severity. */
export function useIssueCounts(): IssueCounts {
  const issues = useDesigner((state) => state.results.issues)
  return useMemo(() => {
    const count = (severity: string) => issues.filter((each) => each.severity === severity).length
    return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
  }, [issues])
}
