import { EvidenceList } from './evidence-list.tsx'
import { History } from './history.tsx'
import { useSubmissionView } from './use-submission.ts'

/** 依据与历史: what the values rest on, and how they came about. */
export function HistoryPart() {
  const revision = useSubmissionView(({ head }) => head.revision)
  return (
    <div className="submission-two">
      {/* Anew with each change: it begins with the newest. */}
      <History key={revision} />
      <EvidenceList />
    </div>
  )
}
