import type { LayerEntry } from '@yardstick/model'
import { issueText } from '../../parts/issue-text.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { useDesk } from './desk-context.ts'
import { readEntered, type Target } from './entering.ts'
import type { NotTaken } from './entry-field.tsx'
import { deskWords } from './words.ts'

/** How a typed text is taken: read, and written where it can only be meant in one way. */
export function useTake(): (target: Target, text: string, why: string | undefined) => NotTaken | undefined {
  const w = useWords(deskWords)
  const language = useLanguage()
  const { scheme, write } = useDesk()
  return (target, text, why) => {
    const name = nameOf(target)
    const entered = readEntered(target, text, why, scheme)
    const put = (entry: LayerEntry) => write(entry, name)
    if ('entry' in entered) {
      put(entered.entry)
      return undefined
    }
    if ('readings' in entered) {
      return { readings: entered.readings.map(({ entry, text: shown }) => ({ text: shown, take: () => put(entry) })) }
    }
    // The field says where it is.
    if (entered.refused === 'issue') return { message: issueText({ ...entered.issue, where: [] }, language) }
    return { message: w.refused[entered.refused] }
  }
}

function nameOf(target: Target): string {
  return target.of === 'items' ? (target.item.label ?? target.item.id) : target.leaf.name
}
