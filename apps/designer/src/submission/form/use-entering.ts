import { type Item, type LayerEntry, stackOf } from '@yardstick/model'
import { announce } from '../../parts/announce.ts'
import { cellText, readCell } from '../../parts/entry/read-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { missingReason } from './missing-reason.ts'
import { objectionText } from './objection-text.ts'
import { reportedEntry, reportedLayer, writtenAs } from './reported.ts'
import { formPartWords } from './words.ts'

/** Typed values are sent after a pause, so that whoever goes on typing is not sent twice. */
const PAUSE_MS = 1_200

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
    if (missingReason(typed) !== undefined) return undefined
    const read = readCell(item, typed, before())
    if ('entry' in read) return undefined
    if ('question' in read) {
      const choices = read.readings.map((reading) => ({
        text: reading.text,
        take: () => write(writtenAs(item, reading.entry)),
      }))
      return { text: objectionText(read, item, w, language), choices }
    }
    return { text: objectionText(read, item, w, language), choices: [] }
  }
  return {
    name,
    layer,
    text,
    objectionTo,
    /** Writes what can be meant in one way only; the objection otherwise. */
    take(typed: string): Objection | undefined {
      const why = missingReason(typed)
      if (why !== undefined) {
        write({ of: 'items', id: item.id, layer: 'reported', state: 'missing', why })
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
