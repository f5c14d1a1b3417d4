import type { LeafContext, RuleReading } from '@yardstick/wording'
import { useMemo } from 'react'
import { useLanguage, useWords } from '../words.ts'
import { MarkedText } from './marked-text.tsx'
import { markedWords } from './marked-words.ts'
import { OurRule } from './our-rule.tsx'
import { ruleLinesOf, rulePartsOf } from './rule-lines.ts'
import './rule-reading.css'
import { usePointing } from './use-pointing.ts'
import { readingWords } from './words.ts'

/**
 * A 评分标准 beside the rule it was read as. Pointing at words lights what they gave, pointing at a parameter the words it
 * came from, by mouse and by keyboard; a press holds the light. What was not understood says so.
 */
export function RuleReadingView({
  text,
  reading,
  context,
  isStacked = false,
}: {
  text: string
  reading: RuleReading
  /** What the text takes from its row. */
  context: LeafContext
  /** One below the other, where there is little width. */
  isStacked?: boolean
}) {
  const w = useWords(readingWords)
  const language = useLanguage()
  const pointing = usePointing()
  const words = useMemo(() => markedWords(text, reading), [text, reading])
  const lines = useMemo(() => ruleLinesOf(reading, language), [reading, language])
  const sentence = useMemo(
    () => (reading.scoring === undefined ? [] : rulePartsOf(reading.scoring, context, language)),
    [reading.scoring, context, language],
  )
  const open = reading.questions.length
  const status = reading.status === 'partial' ? w.status.partial(open) : w.status[reading.status]
  return (
    <div className={isStacked ? 'reading reading-stacked' : 'reading'}>
      <section aria-label={w.text}>
        <h3>{w.text}</h3>
        <MarkedText words={words} parts={[...sentence, ...lines.flatMap(({ parts }) => parts)]} pointing={pointing} />
      </section>
      <section aria-label={w.rule}>
        <h3>
          {w.rule}
          <span className={`reading-status reading-${reading.status}`}>{status}</span>
        </h3>
        <OurRule sentence={sentence} lines={lines} words={words} pointing={pointing} />
      </section>
    </div>
  )
}
