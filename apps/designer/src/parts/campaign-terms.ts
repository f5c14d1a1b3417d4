import type { Stage, SubmissionState } from '../server/campaigns.ts'
import { counted, words } from './words.ts'

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

/** Due dates, wherever they stand. */
export const dueWords = words(
  {
    over: (days: number) => `逾期 ${days} 天`,
    overSince: (due: string, days: number) => `${due} 截止，已逾期 ${days} 天`,
    late: (days: number) => `逾期 ${days} 天提交`,
    lateAt: (due: string, at: string) => `${due} 截止，${at} 提交`,
    left: (days: number) => (days === 0 ? '今天截止' : `还有 ${days} 天`),
  },
  {
    over: (days) => `${counted(days, 'day')} overdue`,
    overSince: (due, days) => `due ${due}, ${counted(days, 'day')} overdue`,
    late: (days) => `${counted(days, 'day')} late`,
    lateAt: (due, at) => `due ${due}, handed in ${at}`,
    left: (days) => (days === 0 ? 'due today' : `${counted(days, 'day')} left`),
  },
)
