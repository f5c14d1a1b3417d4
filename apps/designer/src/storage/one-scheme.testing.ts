import type { Scheme } from '@yardstick/model'

/** A scheme of one indicator, and how a change of it is named: what is kept, where, is asked of it. */
export const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 'test',
  name: '测试',
  version: '1',
  fullScore: '100',
  items: [],
  indicators: [{ id: 'a', name: '甲', points: '100', scoring: { method: 'judgement' } }],
}

export const label = { zh: '修改', en: 'change' }
