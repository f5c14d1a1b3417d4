/** 每1%扣…分 without a word on parts of a step: a reader has to ask, and is answered. */
export const prorata = { asks: ['step-count'], answers: { 'step-count': 'prorata' } } as const
export const whole = { asks: ['step-count'], answers: { 'step-count': 'whole' } } as const
