import { EditOutlined } from '@ant-design/icons'
import type { Condition } from '@yardstick/model'
import { readCondition } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type Fact, factByName } from './facts.ts'
import { factsNamed } from './facts-named.ts'
import { useNames, useSentence } from './use-sentence.ts'
import { conditionWords } from './words.ts'

/** The condition as one sentence, which can be edited as text and is read back. */
export function ConditionText({
  condition,
  stored,
  facts,
  onRead,
}: {
  condition: Condition | undefined
  /** What holds while nothing here is whole. */
  stored: Condition | undefined
  facts: readonly Fact[]
  onRead: (condition: Condition) => void
}) {
  const w = useWords(conditionWords)
  const sentence = useSentence(condition ?? stored)
  const [text, setText] = useState<string | null>(null)
  if (text !== null)
    return (
      <SentenceField
        text={text}
        facts={facts}
        onText={setText}
        onRead={(read) => {
          setText(null)
          onRead(read)
        }}
      />
    )
  return (
    <div className="condition-sentence">
      <p title={w.sentence}>
        {condition !== undefined ? sentence : stored === undefined ? w.nothingYet : w.stillHolds(sentence)}
      </p>
      <Button type="text" icon={<EditOutlined />} onClick={() => setText(sentence)}>
        {w.editText}
      </Button>
    </div>
  )
}

function SentenceField({
  text,
  facts,
  onText,
  onRead,
}: {
  text: string
  facts: readonly Fact[]
  onText: (text: string | null) => void
  onRead: (condition: Condition) => void
}) {
  const w = useWords(conditionWords)
  const language = useLanguage()
  const names = useNames()
  const read = readCondition(text, language, names)
  const unknown = read.ok ? factsNamed(read.value).find((each) => !factByName(facts).has(each)) : undefined
  const problem = !read.ok
    ? read.issues[0] && issueText(read.issues[0], language)
    : unknown === undefined
      ? undefined
      : w.unknownFact(unknown)
  const apply = () => {
    if (read.ok && problem === undefined) onRead(read.value)
  }
  return (
    <div className="condition-sentence-field">
      <Input.TextArea
        autoFocus
        aria-label={w.sentence}
        aria-invalid={problem !== undefined}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
          if (event.key === 'Escape') {
            event.stopPropagation()
            onText(null)
          }
        }}
      />
      <p className={problem === undefined ? 'condition-note' : 'condition-problem'} role="status">
        {problem ?? w.textHelp}
      </p>
      <Button type="primary" disabled={problem !== undefined} onClick={apply}>
        {w.applyText}
      </Button>
      <Button onClick={() => onText(null)}>{w.cancelText}</Button>
    </div>
  )
}
