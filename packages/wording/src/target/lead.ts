import type { Comparator } from '@yardstick/model'
import { tables } from '../words/index.ts'
import { comparatorRows, longestFirst, skipSpaces } from './reading.ts'

/** The words before a value: a comparator, a verb that leans one way, a filler, a word that says the value is rough. */
export interface Lead {
  /** The place where the value begins. */
  readonly end: number
  readonly comparator?: Comparator
  readonly leaning?: Comparator
  readonly isRough: boolean
}

/** Reads the words at the head of a folded text. */
export function readLead(folded: string): Lead {
  const lead: { end: number; comparator?: Comparator; leaning?: Comparator; isRough: boolean } = {
    end: 0,
    isRough: false,
  }
  for (;;) {
    lead.end = skipSpaces(folded, lead.end)
    const found = WORDS.find(([word]) => folded.startsWith(word, lead.end))
    if (found === undefined) return lead
    const [word, meaning] = found
    lead.end += word.length
    if (meaning === 'roughly') lead.isRough = true
    else if (meaning !== 'filler' && 'comparator' in meaning) lead.comparator ??= meaning.comparator
    else if (meaning !== 'filler') lead.leaning ??= meaning.leaning
  }
}

type Meaning = { comparator: Comparator } | { leaning: Comparator } | 'filler' | 'roughly'

const WORDS = longestFirst<Meaning>([
  ...comparatorRows.map(([words, comparator]) => [words, { comparator }] as const),
  ...tables.flatMap((table): [readonly string[], Meaning][] => [
    [table.leanings['>='], { leaning: '>=' }],
    [table.leanings['<='], { leaning: '<=' }],
    [table.fillers, 'filler'],
    [table.roughly, 'roughly'],
  ]),
])
