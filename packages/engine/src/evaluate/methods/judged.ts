import { Exact, issue, type JudgementScoring, type Panel, sum } from '@yardstick/model'
import type { LeafRun } from '../leaf-run.ts'
import { failed, type Outcome, scored } from '../outcome.ts'

/** 等级评定: the level's share, or the share the evaluator put into its range. */
export function levels({ leaf, judgement }: LeafRun): Outcome {
  if (judgement.state !== 'present') return notJudged(leaf.node.name, judgement)
  if (judgement.judged.kind !== 'level') throw new Error('levels: judged otherwise')
  const { level, share } = judgement.judged
  return scored(
    share.times(leaf.points),
    { kind: 'level', level, share, why: judgement.why },
    judgement.provisional === true,
  )
}

/** 人工评分: points by one person, or a panel's mean, mean without highest and lowest, or median. */
export function judgement({ leaf, judgement }: LeafRun): Outcome {
  if (judgement.state !== 'present') return notJudged(leaf.node.name, judgement)
  const { judged, why } = judgement
  const provisional = judgement.provisional === true
  const who = judgement.top?.who
  if (judged.kind === 'points') {
    return scored(judged.points, { kind: 'judgement', experts: [], rule: undefined, who, why }, provisional)
  }
  if (judged.kind !== 'experts') throw new Error('judgement: judged otherwise')
  const panel = (leaf.method.scoring as JudgementScoring).panel!
  const score = panelScore(judged.experts, panel)
  if (score === undefined) {
    return { state: 'missing', names: [leaf.node.name], reason: `${judged.experts.length} / ${needed(panel)}` }
  }
  return scored(score, { kind: 'judgement', experts: judged.experts, rule: panel.rule, who, why }, provisional)
}

function notJudged(name: string, judgement: Exclude<LeafRun['judgement'], { state: 'present' }>): Outcome {
  switch (judgement.state) {
    case 'error':
      return failed(judgement.issue ?? issue('SUBMISSION_NOT_JUDGED', { found: name }))
    case 'missing':
      return { state: 'missing', names: [name] }
    case 'not-applicable':
      return { state: 'not-applicable', names: [name], reason: judgement.reason }
  }
}

function needed({ quorum, rule }: Panel): number {
  return Math.max(quorum, rule === 'trimmed-mean' ? 3 : 1)
}

/** What a panel's points come to; undefined below its quorum. */
export function panelScore(experts: readonly { readonly points: Exact }[], panel: Panel): Exact | undefined {
  if (experts.length < needed(panel)) return undefined
  const sorted = experts.map((expert) => expert.points).sort((a, b) => a.compare(b))
  const mean = (of: readonly Exact[]) => sum(of).over(Exact.integer(of.length))
  switch (panel.rule) {
    case 'mean':
      return mean(sorted)
    case 'trimmed-mean':
      return mean(sorted.slice(1, -1))
    case 'median': {
      const half = sorted.length / 2
      return Number.isInteger(half) ? mean(sorted.slice(half - 1, half + 1)) : sorted[Math.floor(half)]!
    }
  }
}
