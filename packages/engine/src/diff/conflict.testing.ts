import type { Conflict } from '@yardstick/model'

/** A conflict about one indicator, but for what is given. */
export const conflict = (part: Partial<Conflict>): Conflict => ({
  kind: 'field',
  of: 'indicator',
  id: '数量',
  name: '数量',
  where: ['产出', '数量'],
  pointer: '/indicators/0/children/0',
  field: null,
  base: null,
  mine: null,
  theirs: null,
  ...part,
})
