import type { Stage, SubmissionState } from '../server/campaigns.ts'
import { words } from './words.ts'

/** What several panels say of campaigns and of what is handed in to them. */
export const stageNames = words<{ readonly [S in Stage]: string }>(
  {
    declaration: '申报',
    report: '填报',
    self: '自评',
    evaluate: '评价',
    verify: '复核',
    final: '定稿',
    public: '公开',
  },
  {
    declaration: 'Declaration',
    report: 'Reporting',
    self: 'Self-rating',
    evaluate: 'Evaluation',
    verify: 'Verification',
    final: 'Final',
    public: 'Public',
  },
)

export const submissionStates = words<{ readonly [S in SubmissionState]: string }>(
  { open: '填报中', submitted: '已提交', returned: '已退回' },
  { open: 'open', submitted: 'submitted', returned: 'returned' },
)
