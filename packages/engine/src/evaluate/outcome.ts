import type { ChecklistElement, Exact, Issue, Level, Reading } from '@yardstick/model'
import type { ResolvedTarget } from '../compile/compiled.ts'
import type { ScoreCurve } from '../curve/score-curve.ts'

/** What a scoring method makes of a leaf: exact points with the way they came about, or why there are none. */
export type Outcome = Scored | Unscored

export interface Scored {
  readonly state: 'present'
  /** Exact, before it is clamped, adjusted and rounded. */
  readonly score: Exact
  readonly provisional: boolean
  readonly detail: Detail
}

export interface Unscored {
  readonly state: 'missing' | 'not-applicable' | 'error'
  /** What is missing or does not apply. */
  readonly names: readonly string[]
  readonly reason?: string
  readonly issue?: Issue
}

/** The way to the score, one shape a kind of method; sentences and traces are written from it. */
export type Detail =
  | {
      readonly kind: 'curve'
      readonly x: Exact
      readonly target: ResolvedTarget | undefined
      readonly curve: ScoreCurve
    }
  | {
      readonly kind: 'zero-target'
      readonly x: Exact
      readonly target: ResolvedTarget | undefined
      readonly treat: 'full' | 'zero'
    }
  | { readonly kind: 'truth'; readonly isMet: boolean }
  | { readonly kind: 'condition'; readonly isMet: boolean; readonly key: string }
  | {
      readonly kind: 'checklist'
      readonly elements: readonly ElementResult[]
      readonly failedGate: ChecklistElement | undefined
      readonly why?: string | undefined
    }
  | { readonly kind: 'level'; readonly level: Level; readonly share: Exact; readonly why: string | undefined }
  | {
      readonly kind: 'judgement'
      readonly experts: readonly { readonly who: string; readonly points: Exact }[]
      readonly rule: 'mean' | 'trimmed-mean' | 'median' | undefined
      readonly who: string | undefined
      readonly why: string | undefined
    }
  | { readonly kind: 'formula'; readonly value: Exact }
  | { readonly kind: 'table'; readonly rows: readonly number[] }
  | { readonly kind: 'share-met'; readonly met: number; readonly counted: number; readonly unmet: readonly string[] }
  | {
      readonly kind: 'rank'
      readonly x: Exact
      readonly place: number
      readonly size: number
      readonly best?: Exact
      readonly mean?: Exact
      readonly distance?: Exact
      readonly curve?: ScoreCurve
    }
  | {
      readonly kind: 'units'
      readonly units: readonly { readonly unit: string; readonly score: Exact; readonly weight: Exact }[]
      readonly by: string
    }

export interface ElementResult {
  readonly element: ChecklistElement
  readonly isMet: boolean
  readonly score: Exact
}

export function scored(score: Exact, detail: Detail, provisional = false): Scored {
  return { state: 'present', score, provisional, detail }
}

/** A reading that is not there becomes the leaf's own state. */
export function unscored(reading: Exclude<Reading, { state: 'present' }>): Unscored {
  switch (reading.state) {
    case 'error':
      return { state: 'error', names: [], issue: reading.issue }
    case 'not-applicable':
      return {
        state: 'not-applicable',
        names: reading.names,
        ...(reading.reason === undefined ? {} : { reason: reading.reason }),
      }
    case 'missing':
      return { state: 'missing', names: reading.names }
  }
}

/** What comes of several that have no score: error beats 不适用 beats 空缺; names of equal states are joined. */
export function worstOf(all: readonly Unscored[]): Unscored | undefined {
  const worst = (['error', 'not-applicable', 'missing'] as const).find((state) =>
    all.some((each) => each.state === state),
  )
  const [first, ...others] = all.filter((each) => each.state === worst)
  if (first === undefined || others.length === 0) return first
  return { ...first, names: [...new Set([first, ...others].flatMap((each) => each.names))] }
}

/** An issue of a formula knows its place in the text only; here it gets its place in the document. */
export function placed(issue: Issue, pointer: string, where: readonly string[]): Issue {
  return issue.pointer === '' ? { ...issue, pointer, where } : issue
}

export function failed(issue: Issue): Unscored {
  return { state: 'error', names: [], issue }
}
