import { useMemo } from 'react'
import { useWords } from '../words.ts'
import { type MarkedWords, wordsOf } from './marked-words.ts'
import { PointerToken } from './pointer-token.tsx'
import { isWithin } from './pointers.ts'
import type { RulePart } from './rule-lines.ts'
import type { Pointing } from './use-pointing.ts'
import { readingWords } from './words.ts'

/** The text as its author wrote it, with what became of each of its words. */
export function MarkedText({
  words,
  parts,
  pointing,
}: {
  words: readonly MarkedWords[]
  /** All parts of our rule: what words are called by. */
  parts: readonly RulePart[]
  pointing: Pointing
}) {
  const w = useWords(readingWords)
  const lit = useMemo(
    () => new Set(pointing.places.flatMap((place) => [...wordsOf(place, words)])),
    [pointing.places, words],
  )
  return (
    <p className="reading-text">
      {words.map(({ text, from, pointers, question, isIdle }, index) => {
        const kind = question === undefined ? '' : question.kind === 'unread' ? 'reading-unread' : 'reading-open'
        const aside = question === undefined ? undefined : question.kind === 'unread' ? w.unread : w.open
        if (pointers.length === 0) {
          if (question === undefined)
            return (
              <span key={from} className={isIdle ? 'reading-idle' : ''} title={isIdle ? w.idle : undefined}>
                {text}
              </span>
            )
          return (
            <mark key={from} className={kind} title={aside}>
              {text}
            </mark>
          )
        }
        const said = parts.filter(
          ({ pointer }) => pointer !== undefined && pointers.some((each) => isWithin(pointer, each)),
        )
        return (
          <PointerToken
            key={from}
            text={text}
            places={pointers}
            name={w.says(text.trim(), said.map((part) => part.text).join(' ') || (aside ?? w.rule))}
            title={aside}
            className={`reading-words ${kind}`}
            isLit={lit.has(index)}
            pointing={pointing}
          />
        )
      })}
    </p>
  )
}
