import { useWords } from '../words.ts'
import { type MarkedWords, wordsOf } from './marked-words.ts'
import { PointerToken } from './pointer-token.tsx'
import { meets } from './pointers.ts'
import type { RuleLine, RulePart } from './rule-lines.ts'
import type { Pointing } from './use-pointing.ts'
import { readingWords } from './words.ts'

/** The rule in our words, every number and choice of it leading back to the words it came from. */
export function OurRule({
  sentence,
  lines,
  words,
  pointing,
}: {
  sentence: readonly RulePart[]
  lines: readonly RuleLine[]
  words: readonly MarkedWords[]
  pointing: Pointing
}) {
  const w = useWords(readingWords)
  const draw = ({ text, pointer }: RulePart, key: number) => {
    if (pointer === undefined) return <span key={key}>{text}</span>
    const from = [...wordsOf(pointer, words)].map((index) => words[index]!.text).join('')
    return (
      <PointerToken
        key={key}
        text={text}
        places={[pointer]}
        name={from === '' ? text : w.says(text, from.trim())}
        className="reading-parameter"
        isLit={pointing.places.some((place) => meets(place, pointer))}
        pointing={pointing}
      />
    )
  }
  return (
    <div className="reading-rule">
      {sentence.length > 0 && <p className="reading-text">{sentence.map(draw)}</p>}
      {lines.length > 0 && (
        <dl className="reading-lines">
          {lines.map(({ label, parts }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and never move
            <div key={index}>
              <dt>{label}</dt>
              <dd>{parts.map(draw)}</dd>
            </div>
          ))}
        </dl>
      )}
      {sentence.length === 0 && lines.length === 0 && <p className="reading-none">{w.nothing}</p>}
    </div>
  )
}
