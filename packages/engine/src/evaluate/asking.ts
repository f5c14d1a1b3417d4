import type { Reading } from '@yardstick/model'
import type { ConditionSet, Truths } from './rules.ts'

/**
 * A computation that asks conditions on its way. It says what is to be asked and does not care who answers: json-rules-engine,
 * which takes its time (`ask`), or the exact three-valued evaluator, at once (`settle`). So the phases are written down once.
 */
export type Asking<T> = Generator<Question, T, Truths>

export interface Question {
  /** Absent where nothing is asked at this stage. */
  readonly set: ConditionSet | undefined
  readonly read: (fact: string) => Reading
}

/** Puts one question, for `yield*`. */
export function* answered(set: ConditionSet | undefined, read: Question['read']): Asking<Truths> {
  return yield { set, read }
}

/** Conditions answered by json-rules-engine. */
export async function ask<T>(asking: Asking<T>): Promise<T> {
  let step = asking.next()
  while (step.done !== true) {
    const { set, read } = step.value
    step = asking.next(set === undefined ? NOTHING_ASKED : await set.ask(read))
  }
  return step.value
}

/** The same answers, at once, each worked out when it is looked at. */
export function settle<T>(asking: Asking<T>): T {
  let step = asking.next()
  while (step.done !== true) step = asking.next(settled(step.value.set, step.value.read))
  return step.value
}

export function settled(set: ConditionSet | undefined, read: Question['read']): Truths {
  return set === undefined ? NOTHING_ASKED : set.settleAll(read)
}

const NOTHING_ASKED: Truths = new Map()
