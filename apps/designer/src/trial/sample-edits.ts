import type { Edit, Entry, Scheme, SchemeCase, Submission } from '@yardstick/model'

/** Samples are the scheme's cases; every change of them is one edit that names the whole list. */
export type Sample = SchemeCase['submission']

export type Cases = Pick<Scheme, 'cases'>

export function casesOf({ cases }: Cases): readonly SchemeCase[] {
  return cases ?? []
}

export function setCases(cases: readonly SchemeCase[]): Edit {
  return { type: 'set-cases', cases: cases.length === 0 ? null : [...cases] }
}

export function changeCase(scheme: Cases, index: number, change: (each: SchemeCase) => SchemeCase): Edit {
  return setCases(casesOf(scheme).map((each, at) => (at === index ? change(each) : each)))
}

export function insertCases(scheme: Cases, index: number, added: readonly SchemeCase[]): Edit {
  const cases = casesOf(scheme)
  return setCases([...cases.slice(0, index), ...added, ...cases.slice(index)])
}

export function removeCases(scheme: Cases, indexes: readonly number[]): Edit {
  return setCases(casesOf(scheme).filter((_, index) => !indexes.includes(index)))
}

/** Where an entry of a sample stands: a data item's, or a judged leaf's. */
export interface EntryPlace {
  readonly kind: 'item' | 'judgement'
  readonly id: string
}

export function entryAt(sample: Pick<Sample, 'items' | 'judgements'>, { kind, id }: EntryPlace): Entry | undefined {
  const entries = kind === 'item' ? sample.items : sample.judgements
  return entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined
}

/** The sample with another entry; undefined takes it out, which is 空缺. */
export function withEntry(sample: Sample, { kind, id }: EntryPlace, entry: Entry | undefined): Sample {
  const key = kind === 'item' ? 'items' : 'judgements'
  const { [id]: _, ...others } = sample[key] ?? {}
  const entries = entry === undefined ? others : { ...others, [id]: entry }
  return kind === 'item' ? { ...sample, items: entries } : { ...sample, judgements: entries }
}

/** A name that no other sample has: “甲单位 2”. */
export function freeName(name: string, cases: readonly SchemeCase[]): string {
  const taken = new Set(cases.map((each) => each.name))
  if (!taken.has(name)) return name
  const stem = name.replace(/ \d+$/, '')
  for (let count = 2; ; count++) if (!taken.has(`${stem} ${count}`)) return `${stem} ${count}`
}

/** A new sample under a name, for the scheme's year. */
export function newCase(name: string, scheme: Pick<Scheme, 'year' | 'cases'>, entries?: Partial<Sample>): SchemeCase {
  const like = casesOf(scheme)[0]?.submission.period
  return {
    name,
    submission: {
      subject: { department: name },
      period: like ?? (scheme.year === undefined ? '-' : String(scheme.year)),
      items: {},
      ...entries,
    },
    expected: {},
  }
}

/** A case's few entries over a whole sample, so that it has a total too; the item it is about comes from it alone. */
export function laidOver(base: Sample, over: Sample, item: string): Sample {
  const { [item]: _, ...still } = base.items
  const judgements = { ...base.judgements, ...over.judgements }
  return {
    ...over,
    period: base.period,
    items: { ...still, ...over.items },
    ...(Object.keys(judgements).length === 0 ? {} : { judgements }),
    ...(base.evidence === undefined ? {} : { evidence: base.evidence }),
  }
}

export function caseOfSubmission(
  { yardstick: _, ...submission }: Submission,
  cases: readonly SchemeCase[],
): SchemeCase {
  const { department, unit, project } = submission.subject
  const name = [department, unit, project].filter((each) => each !== undefined).join(' · ')
  return { name: freeName(name, cases), submission, expected: {} }
}
