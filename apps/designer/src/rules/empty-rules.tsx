import { App, Button } from 'antd'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { addExample, type Example, examples } from './rule-examples.ts'
import { exampleWords, ruleWords } from './words.ts'

/** No rules yet: three that most schemes have, to start from. */
export function EmptyRules({ onBlank }: { onBlank: () => void }) {
  const w = useWords(ruleWords)
  const texts = useWords(exampleWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const use = (example: Example) => {
    const { scheme } = designer.getState().design!
    const label = { zh: ruleWords.zh.edits.example, en: ruleWords.en.edits.example }
    const isNewItem = !scheme.items.some((item) => item.id === texts[example].item)
    const refused = designer.edit(label, addExample(scheme, example, language))
    const count = scheme.cases?.length ?? 0
    if (refused.length === 0 && isNewItem && count > 0) message.info({ content: w.exampleAdded(count), duration: 8 })
  }
  return (
    <div className="rules-empty">
      <h3>{w.empty}</h3>
      <p>{w.emptyHint}</p>
      <div className="rules-examples">
        {examples.map((example) => (
          <div key={example} className="rules-example">
            <strong>{texts[example].title}</strong>
            <span>{texts[example].detail}</span>
            <Button onClick={() => use(example)}>{w.use}</Button>
          </div>
        ))}
      </div>
      <Button type="link" onClick={onBlank}>
        {w.blank}
      </Button>
    </div>
  )
}
