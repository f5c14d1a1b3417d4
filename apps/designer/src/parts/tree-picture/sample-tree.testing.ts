import type { Indicator, Scheme } from '@yardstick/model'

/** 决策(立项, 目标), 产出(数量(人次, 场次), 质量), 加分: three levels, written short. */
export function leaf(id: string, name = id, points = '10'): Indicator {
  return { id, name, points, scoring: { method: 'judgement' } }
}

export function branch(id: string, children: Indicator[], name = id): Indicator {
  return { id, name, points: '10', children }
}

export const sampleTree: Pick<Scheme, 'name' | 'indicators'> = {
  name: '示例方案',
  indicators: [
    branch('decision', [leaf('project'), leaf('goal')]),
    branch('output', [branch('quantity', [leaf('persons'), leaf('events')]), leaf('quality')]),
    leaf('bonus'),
  ],
}
