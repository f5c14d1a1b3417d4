import { type Item, type LayerEntry, stackOf } from '@yardstick/model'
import { announce } from '../../parts/announce.ts'
import { cellText, readCell } from '../../parts/entry/read-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { reportedEntry, reportedLayer, writtenAs } from './reported.ts'
import { formPartWords } from './words.ts'

/** Typed values are sent after a pause, so that whoever goes on typing is not sent twice. */
const PAUSE_MS = 1_200

/** 空缺 typed with its reason, as the menu would ask for it. */
const MISSING_AS = /^(?:空缺|缺失|missing)\s*[:,;(]\s*(.+?)\)?$/i

/** What is said about a text that cannot be taken as it is: in words, or as readings to choose from. */
export interface Objection {
  readonly text: string
  readonly choices: readonly { readonly text: string; take(): void }[]
}

/** One item under the hand of its department. */
export function useEntering(item: Item) {
  const w = useWords(formPartWords)
  const e = useWords(entryWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { open } = useSubmission()
  const layer = useSubmissionView(({ document }) => reportedLayer(document, item))
  const name = item.label ?? item.id
  const write = (entry: LayerEntry) => {
    open.write([entry], { pauseMs: PAUSE_MS })
  }
  const before = () => reportedEntry(open.store.getState().document, item)
  const entry = layer === null ? undefined : { layers: [layer] }
  const text = cellText(item, entry, e)
  const objectionTo = (typed: string): Objection | undefined => {
    if (MISSING_AS.test(typed.normalize('NFKC').trim())) return undefined
    const read = readCell(item, typed, before())
    if ('entry' in read) return undefined
    if ('question' in read) {
      const choices = read.readings.map((reading) => ({
        text: reading.text,
        take: () => write(writtenAs(item, reading.entry)),
      }))
      return { text: w.questions[read.question], choices }
    }
    if (read.refused === 'issue') return { text: issueText({ ...read.issue, where: [] }, language), choices: [] }
    if (read.refused === 'unit') return { text: w.refusedUnit(item.unit ?? ''), choices: [] }
    return { text: w.refused[read.refused], choices: [] }
  }
  return {
    name,
    layer,
    text,
    objectionTo,
    /** Writes what can be meant in one way only; the objection otherwise. */
    take(typed: string): Objection | undefined {
      const missing = MISSING_AS.exec(typed.normalize('NFKC').trim())
      if (missing !== null) {
        write({ of: 'items', id: item.id, layer: 'reported', state: 'missing', why: missing[1]! })
        return undefined
      }
      const read = readCell(item, typed, before())
      if (!('entry' in read)) return objectionTo(typed)
      write(writtenAs(item, read.entry))
      announce(signs.headed(name, cellText(item, stackOf(read.entry).top === undefined ? undefined : read.entry, e)))
      return undefined
    },
    put(value: LayerEntry['value']) {
      write({ of: 'items', id: item.id, layer: 'reported', ...(value === undefined ? {} : { value }) })
    },
    /** 空缺 or 不适用, with its reason. */
    putState(state: 'missing' | 'not-applicable', why: string) {
      write({ of: 'items', id: item.id, layer: 'reported', state, ...(why === '' ? {} : { why }) })
    },
    clear() {
      write({ of: 'items', id: item.id, layer: 'reported' })
    },
  }
}

export type Entering = ReturnType<typeof useEntering>
