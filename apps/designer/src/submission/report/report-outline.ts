import type { Field } from './report-fields.ts'
import type { reportPartWords } from './words.ts'

type Words = (typeof reportPartWords)['zh']

/** A line of the outline: what a person writes, or what the figures say by themselves. */
export type OutlineLine =
  | { readonly field: Field; readonly isOptional?: true }
  | { readonly generated: keyof Words['generated'] }

export interface OutlineGroup {
  /** Of the words: a chapter, the cover, the form; undefined where its one line says it. */
  readonly head: keyof Words['chapters'] | 'cover' | 'form' | undefined
  readonly lines: readonly OutlineLine[]
}

/** The report as it is read from top to bottom, then the form. Optional is what the report does without. */
export const outline: readonly OutlineGroup[] = [
  { head: 'cover', lines: [{ field: 'title', isOptional: true }, { field: 'evaluator' }, { field: 'date' }] },
  { head: undefined, lines: [{ field: 'summary', isOptional: true }] },
  { head: 'basics', lines: [{ field: 'background' }, { field: 'goals', isOptional: true }] },
  {
    head: 'work',
    lines: [
      { field: 'purpose' },
      { generated: 'basis' },
      { field: 'method' },
      { generated: 'system' },
      { field: 'process' },
    ],
  },
  { head: 'result', lines: [{ generated: 'overall' }, { field: 'conclusion' }] },
  { head: 'analysis', lines: [{ generated: 'analysis' }] },
  { head: 'experience', lines: [{ field: 'experience' }] },
  { head: 'problems', lines: [{ field: 'problems', isOptional: true }] },
  { head: 'advice', lines: [{ field: 'advice' }] },
  { head: 'other', lines: [{ field: 'other', isOptional: true }] },
  { head: 'annexes', lines: [{ generated: 'annexes' }] },
  {
    head: 'form',
    lines: [{ field: 'form.expected' }, { field: 'form.achieved' }, { field: 'form.other', isOptional: true }],
  },
]

/** Written in one line. */
export const oneLine: ReadonlySet<Field> = new Set<Field>(['evaluator', 'date'])
