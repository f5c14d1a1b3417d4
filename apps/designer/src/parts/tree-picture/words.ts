import type { ScoringMethod } from '@yardstick/model'
import { counted, words } from '../words.ts'
import type { Standing } from './shown-box.ts'

type Methods = { readonly [M in ScoringMethod | 'branch' | 'scheme']: string }

export const treeWords = words(
  {
    score: (score: string | null | undefined, points: string) =>
      score === undefined ? `${points} 分` : `${score ?? '—'} / ${points} 分`,
    bonus: '加分',
    folded: (count: number) => `+${count}`,
    subtitle: (points: string, leaves: number) => `满分 ${points} 分，${leaves} 个末级指标`,
    subtitleSample: (sample: string, total: string) => `${sample}：${total} 分`,
    methods: {
      ratio: '按比例',
      steps: '按步扣分',
      bands: '分档',
      curve: '折线内插',
      pass: '达标得分',
      checklist: '要素得分',
      levels: '等级评定',
      judgement: '人工评分',
      formula: '公式',
      table: '决策表',
      'share-met': '达标占比',
      rank: '排名',
      branch: '汇总指标',
      scheme: '整个方案',
    } as Methods,
    standings: {
      full: '满分',
      part: '有失分',
      low: '得分不足六成',
      none: '尚无得分',
    } as { readonly [S in Standing]: string },
  },
  {
    score: (score, points) => (score === undefined ? `${counted(points, 'point')}` : `${score ?? '—'} / ${points}`),
    bonus: 'bonus',
    folded: (count) => `+${count}`,
    subtitle: (points, leaves) => `${counted(points, 'point')}, ${counted(leaves, 'leaf', 'leaves')}`,
    subtitleSample: (sample, total) => `${sample}: ${counted(total, 'point')}`,
    methods: {
      ratio: 'In proportion',
      steps: 'Deduction by steps',
      bands: 'Bands',
      curve: 'Interpolated curve',
      pass: 'All or nothing',
      checklist: 'Checklist',
      levels: 'Judged level',
      judgement: 'Judged points',
      formula: 'Formula',
      table: 'Decision table',
      'share-met': 'Share that met its target',
      rank: 'Rank',
      branch: 'Branch',
      scheme: 'The whole scheme',
    },
    standings: { full: 'Full points', part: 'Points lost', low: 'Less than six tenths', none: 'No score yet' },
  },
)
