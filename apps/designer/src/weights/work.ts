import type { Judgements } from './ahp.ts'

/** What has been entered for one branch; kept while the page is open, so that closing the window loses no judgement. */
export interface Work {
  readonly way: Way
  /** One expert each. */
  readonly judgements: readonly Judgements[]
  /** Weights as typed, by expert and indicator id. */
  readonly given: readonly { readonly [id: string]: string }[]
  readonly isDeep: boolean
}

export const ways = ['equal', 'proportional', 'pairs', 'experts'] as const
export type Way = (typeof ways)[number]

const freshWork: Work = { way: 'proportional', judgements: [{}], given: [{}, {}, {}], isDeep: true }

const kept = new Map<string, Work>()

/** Judgements are by place, so they are of these children in this order only. */
export function workKey(design: string | null, branch: string | null, children: readonly { id: string }[]): string {
  return JSON.stringify([design, branch, children.map(({ id }) => id)])
}

export function keptWork(key: string): Work {
  return kept.get(key) ?? freshWork
}

export function keepWork(key: string, work: Work): void {
  kept.set(key, work)
}
