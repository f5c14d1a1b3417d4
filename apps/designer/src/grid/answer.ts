import type { Edit, Language } from '@yardstick/model'
import type { CommitAnswer } from '../parts/sheet/column.ts'
import type { Committed } from './commit.ts'
import { gridWords } from './words.ts'

/**
 * How the sheet answers a commit. One typed text is refused or asked about as it is; of many, those that are clear are
 * offered to be written and the others are named.
 *
 * apply   writes edits as one undo step; false where they are refused as a whole
 */
export function answerTo(
  { edits, suggests, refused, asked, grown }: Committed,
  language: Language,
  isSingle: boolean,
  apply: (edits: readonly Edit[], suggests: readonly string[]) => boolean,
): CommitAnswer | undefined {
  const w = gridWords[language]
  if (refused.length === 0 && asked.length === 0) {
    const isDone = edits.length > 0 && apply(edits, suggests)
    return isDone && grown.length > 0 ? { grown } : undefined
  }
  if (isSingle) {
    const [first] = refused
    if (first !== undefined) return { refuse: first.why }
    const { ask, choices } = asked[0]!
    return {
      ask,
      choices: choices.map((each) => ({
        label: each.label,
        onChoose: () => apply([...edits, ...each.edits], [...suggests, ...(each.suggests ?? [])]),
      })),
    }
  }
  const doubts = [...refused.map((each) => each.why), ...asked.map((each) => each.ask)]
  const shown = doubts.slice(0, MOST_SHOWN).join('\n')
  const more = doubts.length > MOST_SHOWN ? `\n${w.more(doubts.length)}` : ''
  const likely = asked.flatMap((each) => each.choices[0] ?? [])
  return {
    ask: `${w.bulkDoubts(doubts.length)}\n${shown}${more}`,
    choices: [
      ...(edits.length > 0 ? [{ label: w.bulkApply(edits.length), onChoose: () => apply(edits, suggests) }] : []),
      ...(likely.length > 0
        ? [
            {
              label: w.bulkLikely,
              onChoose: () =>
                apply(
                  [...edits, ...likely.flatMap((each) => each.edits)],
                  [...suggests, ...likely.flatMap((each) => each.suggests ?? [])],
                ),
            },
          ]
        : []),
    ],
  }
}

const MOST_SHOWN = 4
