import type { Comparison, Condition, ConditionValue, Operator } from '@yardstick/model'

/**
 * A condition while it is being built. Groups may be empty and lines unfinished here; `wholeOf` is what of it can be
 * committed. A group holds its lines together with all or any, and may be negated: the `not` of the stored form is a
 * property of a group here, since people say “none of these”, not “not (any of these)”.
 */
export type Draft = DraftGroup | DraftComparison | DraftNamed

export interface DraftGroup {
  readonly type: 'group'
  readonly key: string
  readonly joins: 'all' | 'any'
  readonly isNegated: boolean
  /** With a single member it is written as that member alone. Groups read from `all: [x]` are not bare. */
  readonly isBare: boolean
  readonly members: readonly Draft[]
}

export interface DraftComparison {
  readonly type: 'comparison'
  readonly key: string
  readonly fact?: string
  readonly operator?: Operator
  readonly value?: ConditionValue
  /** What it last said when it was whole; it holds until the line is whole again. */
  readonly settled?: Comparison
}

export interface DraftNamed {
  readonly type: 'named'
  readonly key: string
  readonly name?: string
}

let last = 0

/** Keys tell rows apart on the screen; they are never stored. */
export function newKey(): string {
  last += 1
  return `c${last}`
}

export function newComparison(): DraftComparison {
  return { type: 'comparison', key: newKey() }
}

export function newGroup(members: readonly Draft[], joins: DraftGroup['joins'] = 'all'): DraftGroup {
  return { type: 'group', key: newKey(), joins, isNegated: false, isBare: true, members }
}

/** The whole is always a group, so that a line can be put beside any other. */
export function draftOf(condition: Condition | undefined): DraftGroup {
  if (condition === undefined) return newGroup([newComparison()])
  const read = readPart(condition)
  return read.type === 'group' ? read : newGroup([read])
}

function readPart(condition: Condition): Draft {
  if ('not' in condition) {
    const inside = readPart(condition.not)
    return inside.type === 'group' && !inside.isNegated
      ? { ...inside, isNegated: true }
      : { ...newGroup([inside]), isNegated: true }
  }
  if ('condition' in condition) return { type: 'named', key: newKey(), name: condition.condition }
  if ('fact' in condition) return { type: 'comparison', key: newKey(), ...condition, settled: condition }
  const joins = 'all' in condition ? 'all' : 'any'
  const members = ('all' in condition ? condition.all : condition.any).map(readPart)
  return { ...newGroup(members, joins), isBare: false }
}

export interface Whole {
  readonly condition: Condition
  /** Where each finished row stands in the condition, by its key. */
  readonly pointerByKey: ReadonlyMap<string, string>
}

/** What is finished of a draft; undefined where nothing is. */
export function wholeOf(draft: Draft): Whole | undefined {
  switch (draft.type) {
    case 'comparison': {
      const condition = comparisonOf(draft) ?? draft.settled
      return condition === undefined ? undefined : { condition, pointerByKey: new Map([[draft.key, '']]) }
    }
    case 'named':
      if (draft.name === undefined) return undefined
      return { condition: { condition: draft.name }, pointerByKey: new Map([[draft.key, '']]) }
    case 'group':
      return wholeGroup(draft)
  }
}

/** The line as it stands, where it is whole. */
export function comparisonOf({ fact, operator, value }: DraftComparison): Comparison | undefined {
  return fact === undefined || operator === undefined || value === undefined ? undefined : { fact, operator, value }
}

export type ComparisonChange = { readonly [K in keyof Comparison]?: Comparison[K] | undefined }

/** A line with some of it changed; what is given as undefined is taken out. */
export function changed(row: DraftComparison, change: ComparisonChange): DraftComparison {
  const { type, key, settled, ...said } = row
  const next = Object.fromEntries(Object.entries({ ...said, ...change }).filter(([, each]) => each !== undefined))
  const line: DraftComparison = { type, key, ...next }
  const whole = comparisonOf(line) ?? settled
  return whole === undefined ? line : { ...line, settled: whole }
}

function wholeGroup({ key, joins, isNegated, isBare, members }: DraftGroup): Whole | undefined {
  const parts = members.flatMap((member) => wholeOf(member) ?? [])
  const [only] = parts
  if (only === undefined) return undefined
  const isAlone = isBare && parts.length === 1
  const conditions = parts.map((part) => part.condition)
  const inner: Condition = isAlone ? only.condition : joins === 'all' ? { all: conditions } : { any: conditions }
  const outer = isNegated ? '/not' : ''
  const pointers = parts.flatMap(({ pointerByKey }, index) =>
    [...pointerByKey].map(([each, pointer]): [string, string] => [
      each,
      isAlone ? outer + pointer : `${outer}/${joins}/${index}${pointer}`,
    ]),
  )
  return { condition: isNegated ? { not: inner } : inner, pointerByKey: new Map([[key, ''], ...pointers]) }
}

/** What a group says of its lines, as one choice. */
export type GroupKind = 'all' | 'any' | 'not-any' | 'not-all'
export const groupKinds: readonly GroupKind[] = ['all', 'any', 'not-any', 'not-all']

export function kindOf({ joins, isNegated }: DraftGroup): GroupKind {
  return isNegated ? `not-${joins}` : joins
}

export function withKind(group: DraftGroup, kind: GroupKind): DraftGroup {
  return { ...group, joins: kind.endsWith('any') ? 'any' : 'all', isNegated: kind.startsWith('not') }
}
