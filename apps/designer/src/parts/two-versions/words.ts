import type { DifferenceSentence } from '../../evaluation/compare-schemes.ts'
import { counted, words } from '../words.ts'

type Parts = { readonly [P in DifferenceSentence['of']]: string }
type Changes = { readonly [C in DifferenceSentence['change']]: string }

export const twoVersionsWords = words(
  {
    parts: {
      scheme: '方案设置',
      indicator: '指标',
      item: '数据项',
      measure: '计算量',
      rule: '加扣分',
      condition: '共用条件',
      grade: '等级',
      case: '示例',
    } as Parts,
    changes: {
      added: '增',
      removed: '删',
      renamed: '改名',
      moved: '移',
      reordered: '排序',
      changed: '改',
    } as Changes,
    toIndicator: '到指标表中的这一行',
    onlyChanged: '只看有变化的指标',
    noRows: '指标没有变化；其他改动见“文字”。',
    columns: {
      number: '编号',
      name: '指标',
      points: '分值',
      target: '目标值',
      standard: '评分标准',
      actual: '取数',
      basis: '依据',
    },
    marks: { added: '新增', removed: '删除', moved: '移动', changed: '修改', same: '' },
    movedFrom: (from: string) => `原在“${from}”之下`,
    top: '最上级',
    showAll: (count: number) => `显示全部 ${count} 行`,
  },
  {
    parts: {
      scheme: 'Scheme settings',
      indicator: 'Indicators',
      item: 'Data items',
      measure: 'Measures',
      rule: 'Bonuses and deductions',
      condition: 'Shared conditions',
      grade: 'Grades',
      case: 'Samples',
    },
    changes: {
      added: 'added',
      removed: 'removed',
      renamed: 'renamed',
      moved: 'moved',
      reordered: 'ordered',
      changed: 'changed',
    },
    toIndicator: 'Go to the row in the table',
    onlyChanged: 'Only indicators that differ',
    noRows: 'The indicators are the same; other differences stand under "Sentences".',
    columns: {
      number: 'No.',
      name: 'Indicator',
      points: 'Points',
      target: 'Target',
      standard: 'Standard',
      actual: 'Value',
      basis: 'Basis',
    },
    marks: { added: 'added', removed: 'removed', moved: 'moved', changed: 'changed', same: '' },
    movedFrom: (from) => `was under "${from}"`,
    top: 'the top level',
    showAll: (count) => `Show all ${counted(count, 'row')}`,
  },
)
