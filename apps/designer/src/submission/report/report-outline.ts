import type { TextDocument } from '@yardstick/exchange/document'
import type { Field, Fields } from './report-fields.ts'
import type { reportPartWords } from './words.ts'

type Words = (typeof reportPartWords)['zh']

/** A line of the outline: what a person writes, or what the figures say by themselves. */
export type OutlineLine = { readonly field: Field } | { readonly generated: keyof Words['generated'] }

export interface OutlineGroup {
  /** Of the words: a chapter, the cover, the form; undefined where its one line says it. */
  readonly head: keyof Words['chapters'] | 'cover' | 'form' | undefined
  readonly lines: readonly OutlineLine[]
}

/** The report as it is read from top to bottom, then the form. */
export const outline: readonly OutlineGroup[] = [
  { head: 'cover', lines: [{ field: 'title' }, { field: 'evaluator' }, { field: 'date' }] },
  { head: undefined, lines: [{ field: 'summary' }] },
  { head: 'basics', lines: [{ field: 'background' }, { field: 'goals' }] },
  {
    head: 'work',
    lines: [
      { field: 'purpose' },
      { field: 'basis' },
      { field: 'method' },
      { generated: 'system' },
      { field: 'process' },
    ],
  },
  { head: 'result', lines: [{ generated: 'overall' }, { field: 'conclusion' }] },
  { head: 'analysis', lines: [{ generated: 'analysis' }] },
  { head: 'experience', lines: [{ field: 'experience' }] },
  { head: 'problems', lines: [{ field: 'problems' }] },
  { head: 'advice', lines: [{ field: 'advice' }] },
  { head: 'other', lines: [{ field: 'other' }] },
  { head: 'annexes', lines: [{ generated: 'annexes' }] },
  {
    head: 'form',
    lines: [{ field: 'form.expected' }, { field: 'form.achieved' }, { field: 'form.other' }],
  },
]

/** Written in one line. */
export const oneLine: ReadonlySet<Field> = new Set<Field>(['evaluator', 'date'])

/** What the report and the form have a place for and nothing to put there; all else they do without. */
export function openFields({ parts }: TextDocument, fields: Fields): ReadonlySet<string> {
  const places = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'place' && block.field !== undefined ? [block.field] : [])),
  )
  const form = (['form.expected', 'form.achieved'] as const).filter((field) => (fields[field] ?? '').trim() === '')
  return new Set([...places, ...form])
}
