import { counted, words } from '../words.ts'

export const pictureWords = words(
  {
    curve: (standard: string) => `得分曲线：${standard}`,
    sample: (value: string, score: string) => `当前示例 ${value}，得 ${score} 分`,
    noSample: '当前示例没有数值',
    score: (score: string) => `${score} 分`,
    handles: {
      edge: (index: number) => `第 ${index + 1} 条界限`,
      anchor: (index: number) => `第 ${index + 1} 个点`,
      threshold: () => '标准',
      target: () => '目标值',
      'pass-line': () => '及格门槛',
      low: () => '下限',
      high: () => '上限',
    },
    hint: '拖动竖线或用方向键调整',
    none: '没有得分曲线',
  },
  {
    curve: (standard) => `Score curve: ${standard}`,
    sample: (value, score) => `the sample, ${value}, gets ${counted(score, 'point')}`,
    noSample: 'the sample has no value',
    score: (score) => `${counted(score, 'pt')}`,
    handles: {
      edge: (index) => `Edge ${index + 1}`,
      anchor: (index) => `Point ${index + 1}`,
      threshold: () => 'Threshold',
      target: () => 'Target',
      'pass-line': () => 'Pass line',
      low: () => 'Low end',
      high: () => 'High end',
    },
    hint: 'Drag a line, or use the arrow keys',
    none: 'No score curve',
  },
)
