import type { Exact } from './exact.ts'
import type { Issue } from './issue.ts'

/**
 * What a formula, a condition or a scoring method reads: a typed value with its state. A missing value is never 0, an
 * error is never null; whoever consumes a reading says what each state becomes (`design.md` 4).
 */
export type Reading =
  | { readonly state: 'present'; readonly value: Value; readonly provisional?: true }
  | { readonly state: 'missing'; readonly names: readonly string[] }
  | { readonly state: 'not-applicable'; readonly names: readonly string[]; readonly reason?: string }
  | { readonly state: 'error'; readonly issue: Issue }

/** 有值 present, 空缺 missing, 不适用 not-applicable, 错误 error; `provisional` on a present reading is 待核. */
export type ReadingState = Reading['state']

/** A number, a truth value, a text or choice, a civil date, or the records of a list item. */
export type Value = Exact | boolean | string | CivilDate | RecordList

/** The rows of a list item; each field is a reading of its own. */
export class RecordList {
  constructor(readonly rows: readonly ReadonlyMap<string, Reading>[]) {}
}

/** A day of the calendar, without time and zone; `dayNumber` counts days, so that a difference is a subtraction. */
export class CivilDate {
  private constructor(
    readonly text: string,
    readonly dayNumber: number,
  ) {}

  /** Reads YYYY-MM-DD of a day that exists between the years 1 and 9999. */
  static parse(text: string): CivilDate | undefined {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    if (match === null) return undefined
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const time = new Date(0)
    time.setUTCFullYear(year, month - 1, day)
    const exists = year > 0 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day
    return exists ? new CivilDate(text, Math.round(time.getTime() / 86_400_000)) : undefined
  }

  toJSON(): string {
    return this.text
  }
}

export function present(value: Value): Reading {
  return { state: 'present', value }
}

export function missing(...names: string[]): Reading {
  return { state: 'missing', names }
}

/**
 * The state that wins where several readings meet and all of them are needed: error beats 不适用 beats 空缺 beats 有值.
 * Returns undefined when all are present; names of equal states are joined.
 */
export function worstState(readings: Iterable<Reading>): Exclude<Reading, { state: 'present' }> | undefined {
  let worst: Exclude<Reading, { state: 'present' }> | undefined
  for (const reading of readings) {
    if (reading.state === 'present') continue
    if (worst === undefined || RANK[reading.state] > RANK[worst.state]) worst = reading
    else if (reading.state === worst.state && reading.state !== 'error' && worst.state !== 'error') {
      worst = { ...worst, names: [...new Set([...worst.names, ...reading.names])] }
    }
  }
  return worst
}

const RANK = { present: 0, missing: 1, 'not-applicable': 2, error: 3 } as const
