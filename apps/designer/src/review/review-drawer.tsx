import { walk } from '@yardstick/model'
import { useMemo } from 'react'
import { signWords } from '../parts/sign-words.ts'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useMay } from '../server/may-at.ts'
import { useDesigner } from '../store/use-designer.ts'
import { RemarkForm } from './remark-form.tsx'
import { RemarkRow } from './remark-row.tsx'
import './review.css'
import { whenText } from './when-text.ts'
import { reviewWords } from './words.ts'

/** The review that is open, or the last one: who submitted it, what was remarked, how it ended. */
export function ReviewDrawer() {
  const w = useWords(reviewWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const review = useDesigner((state) => state.server?.review ?? null)
  const head = useDesigner((state) => state.server?.head ?? null)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const mayRemark = useMay('scheme.remark', head?.region ?? '')
  const mayReview = useMay('scheme.review', head?.region ?? '')
  const nameOf = useMemo(() => new Map(walk({ indicators }).map(({ node }) => [node.id, node.name])), [indicators])
  const noted = (text: string, note: string | null) => (note === null || note === '' ? text : signs.headed(text, note))
  if (review === null) return <p className="review-none">{w.none}</p>
  const isOpen = head?.state === 'review' && review.decision === null
  const inOrder = [...review.remarks].sort((a, b) => Number(a.isResolved) - Number(b.isResolved))
  return (
    <div className="review">
      <p className="review-head">
        {noted(
          w.submittedBy(whoText(review.submittedBy, language), whenText(review.submittedAt, language)),
          review.note,
        )}
        {review.decision !== null && (
          <strong>
            {noted(w.decidedBy[review.decision](whoText(review.decidedBy ?? '', language)), review.decisionNote)}
          </strong>
        )}
      </p>
      {isOpen && mayRemark && <RemarkForm nameOf={nameOf} />}
      {inOrder.length === 0 && <p className="review-none">{isOpen && mayReview ? w.noneReviewer : w.none}</p>}
      <ul>
        {inOrder.map((each) => (
          <RemarkRow
            key={each.id}
            remark={each}
            name={each.indicator === null ? undefined : nameOf.get(each.indicator)}
            mayResolve={mayRemark}
          />
        ))}
      </ul>
    </div>
  )
}
