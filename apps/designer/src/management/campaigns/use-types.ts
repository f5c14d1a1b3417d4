import { useMemo } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import type { Candidate } from './candidate.ts'

const readDepartments = ({ departments }: { departments: readonly Candidate[] }) => departments
const keyOf = ({ id }: Candidate) => id

/** Whom one may put into a campaign. */
export function useCandidates() {
  return usePages('/api/departments', {}, readDepartments, keyOf, true)
}

/** The types of departments there are. */
export function useTypes(): readonly string[] {
  const { rows } = useCandidates()
  return useMemo(() => [...new Set(rows.map(({ type }) => type))].sort(), [rows])
}
