import type { Indicator, Json, Language, MergedPart, Scheme } from '@yardstick/model'
import { sharingWords } from './words.ts'

/** A number that stands in a scheme and may be made a parameter: where it is, what it is now, and what it is called there. */
export interface NumberPlace {
  readonly of: ParameterPart
  /** Undefined for the scheme itself. */
  readonly in: string | undefined
  /** As a parameter names it: `target/value`. */
  readonly field: string
  readonly value: string
  readonly label: string
}

export type ParameterPart = Exclude<MergedPart, 'condition' | 'case'>

/** The numbers of an indicator, without those of its children. */
export function numbersOfIndicator(node: Indicator, language: Language): NumberPlace[] {
  const fields = ['points', 'weight', 'target', 'scoring', 'declared'].flatMap((field) => {
    const value = (node as unknown as { readonly [field: string]: Json | undefined })[field]
    return value === undefined ? [] : numbersIn(value, [field])
  })
  return fields.map((each) => ({ of: 'indicator', in: node.id, ...each, label: labelOf(each.field, language) }))
}

/** The numbers of the scheme itself: its ceiling, the grades' lower ends, the points of its rules. */
export function numbersOfScheme(scheme: Scheme, language: Language): NumberPlace[] {
  const w = sharingWords[language]
  const own = scheme.ceiling === undefined ? [] : [{ field: 'ceiling', value: scheme.ceiling }]
  return [
    ...own.map((each) => ({ of: 'scheme' as const, in: undefined, ...each, label: w.steps.ceiling })),
    ...(scheme.grades ?? []).flatMap(({ name, from }) =>
      from === undefined
        ? []
        : [{ of: 'grade' as const, in: name, field: 'from', value: from, label: w.gradeFrom(name) }],
    ),
    ...(scheme.rules ?? []).flatMap(({ id, name, event }) =>
      numbersIn(event.params as unknown as Json, ['event', 'params']).map((each) => ({
        of: 'rule' as const,
        in: id,
        ...each,
        label: w.ruleNumber(name, labelOf(each.field, language)),
      })),
    ),
  ]
}

/** What a place is called, by the words of its steps. */
export function labelOf(field: string, language: Language): string {
  const w = sharingWords[language]
  const steps = field.split('/').filter((step) => !SILENT.has(step))
  const said: string[] = []
  steps.forEach((step, at) => {
    if (/^\d+$/.test(step)) return
    const index = steps[at + 1]
    const counted = w.counted[step as keyof typeof w.counted]
    if (counted !== undefined && index !== undefined && /^\d+$/.test(index)) said.push(counted(Number(index) + 1))
    else said.push(w.steps[step as keyof typeof w.steps] ?? step)
  })
  return said.join(w.within)
}

interface Found {
  readonly field: string
  readonly value: string
}

function numbersIn(value: Json, path: readonly string[]): Found[] {
  if (typeof value === 'string') return isNumber(path, value) ? [{ field: path.join('/'), value }] : []
  if (typeof value !== 'object' || value === null) return []
  const members: [string, Json][] = Array.isArray(value)
    ? value.map((each, index) => [String(index), each])
    : Object.entries(value as { readonly [key: string]: Json })
  return members.flatMap(([key, each]) => (CONDITIONS.has(key) ? [] : numbersIn(each, [...path, key])))
}

function isNumber(path: readonly string[], value: string): boolean {
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? ''
  return NUMBERS.has(key) && /^-?\d{1,30}(\.\d{1,30})?%?$/.test(value)
}

/** Fields that hold numbers; what else looks like one is a name. */
const NUMBERS: ReadonlySet<string> = new Set([
  'points',
  'weight',
  'value',
  'low',
  'high',
  'passLine',
  'beyond',
  'size',
  'deduct',
  'limit',
  'from',
  'to',
  'start',
  'floor',
  'score',
  'otherwise',
  'at',
  'share',
  'places',
  'atLeast',
  'atMost',
])
/** What is compared in conditions has types of its own. */
const CONDITIONS: ReadonlySet<string> = new Set(['condition', 'conditions', 'met', 'when', 'threshold'])
const SILENT: ReadonlySet<string> = new Set(['scoring', 'event', 'params', 'rule'])
