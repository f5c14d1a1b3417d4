import { methodNames } from '../terms.ts'
import { counted, words } from '../words.ts'
import type { Standing } from './shown-box.ts'

export const treeWords = words(
  {
    score: (score: string | null | undefined, points: string) =>
      score === undefined ? `${points} 分` : `${score ?? '—'} / ${points} 分`,
    bonus: '加分',
    folded: (count: number) => `+${count}`,
    subtitle: (points: string, leaves: number) => `满分 ${points} 分，${leaves} 个末级指标`,
    subtitleSample: (sample: string, total: string) => `${sample}：${total} 分`,
    methods: { ...methodNames.zh, branch: '汇总指标', scheme: '整个方案' },
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
    methods: { ...methodNames.en, branch: 'Branch', scheme: 'The whole scheme' },
    standings: { full: 'Full points', part: 'Points lost', low: 'Less than six tenths', none: 'No score yet' },
  },
)
