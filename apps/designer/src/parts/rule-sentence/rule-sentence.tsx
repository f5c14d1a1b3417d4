import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { canonicalText, type Leaf } from '@yardstick/model'
import type { LeafContext } from '@yardstick/wording'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { RuleChange } from '../method/rule-change.ts'
import type { TextRead } from '../rule-reading/reading-edit.ts'
import { useLanguage, useWords } from '../words.ts'
import { additionsOf } from './additions.ts'
import './rule-sentence.css'
import { sentenceParts } from './sentence.ts'
import { SentenceToken } from './sentence-token.tsx'
import { StandardText } from './standard-text.tsx'
import { sentenceWords } from './words.ts'

/**
 * The 评分标准 of a rule with every number, choice and item a control in place; or the whole of it as text, read back to the
 * rule it means.
 */
export function RuleSentence({
  leaf,
  context,
  onChange,
  onRead,
}: {
  leaf: Leaf
  context: LeafContext
  onChange: (change: RuleChange) => void
  /** A text in anybody's words was read, with all that it calls for. */
  onRead: (read: TextRead) => void
}) {
  const w = useWords(sentenceWords)
  const language = useLanguage()
  const [isText, setIsText] = useState(false)
  const parts = useMemo(() => sentenceParts(leaf, context, language), [leaf, context, language])
  if (isText) {
    return (
      <StandardText
        text={parts.map((part) => part.text).join('')}
        context={context}
        onClose={() => setIsText(false)}
        onRead={(read) => {
          setIsText(false)
          const { scoring } = read.reading
          // Said in other words of ours it may be the same rule.
          const isSame = scoring !== undefined && canonicalText(scoring) === canonicalText(leaf.scoring)
          if (!isSame || read.text !== undefined) onRead(read)
        }}
      />
    )
  }
  const additions = additionsOf(leaf.scoring, leaf.points)
  return (
    <>
      <section className="sentence" aria-label={w.sentence}>
        {parts.map(({ text, field }, index) =>
          field === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
            <span key={`words ${index}`}>{text}</span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: one field may be said twice
            <SentenceToken key={`${field.key} ${index}`} text={text} field={field} onChange={onChange} />
          ),
        )}
      </section>
      <div className="sentence-tools">
        {additions.length > 0 && <span>{w.more}</span>}
        {additions.map(([name, scoring]) => (
          <Button key={name} type="link" icon={<PlusOutlined />} onClick={() => onChange({ scoring })}>
            {w.additions[name]}
          </Button>
        ))}
        <Button type="link" icon={<EditOutlined />} onClick={() => setIsText(true)}>
          {w.asText}
        </Button>
      </div>
    </>
  )
}
