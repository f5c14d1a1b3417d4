import { useEffect } from 'react'
import { type Answer, useAnswer } from '../parts/answer/use-answer.ts'
import { useSubmission, useSubmissionView } from './use-submission.ts'

/** A file under an item or indicator, as the server lists it. */
export interface EvidenceFile {
  readonly id: string
  readonly entry: string
  readonly layer: 'reported' | 'verified'
  readonly name: string
  readonly size: number
  readonly attachedAt: string
  readonly attachedBy: string
}

interface EvidenceList {
  readonly evidence: readonly EvidenceFile[]
}

/** All files of the submission, read anew with each change of it. */
export function useEvidence(): Answer<EvidenceList> {
  const { id } = useSubmission().open.loaded.head
  const answer = useAnswer<EvidenceList>(`/api/submissions/${id}/evidence?limit=1000`)
  const files = useSubmissionView(({ head }) => head.submission.evidence)
  const { reload } = answer
  // biome-ignore lint/correctness/useExhaustiveDependencies: other files are another list
  useEffect(() => void reload(), [files, reload])
  return answer
}
