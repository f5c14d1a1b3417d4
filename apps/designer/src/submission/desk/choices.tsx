import { entryOf, type Leaf } from '@yardstick/model'
import { Button, Checkbox } from 'antd'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { useDesk } from './desk-context.ts'
import { asEntry } from './entering.ts'
import { judgedIn, useJudging } from './use-judging.ts'
import { deskWords } from './words.ts'

/** What may be chosen instead of typed: the elements that people decide, the levels. Their numbers are what is typed. */
export function Choices({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const signs = useWords(signWords)
  const { write, document } = useDesk()
  const judging = useJudging(leaf)
  const { scoring } = leaf
  const judged = judging?.judged ?? judgedIn(entryOf(document.judgements, leaf.id))
  if (scoring.method === 'levels' && judging !== undefined) {
    const { target, why } = judging
    return (
      <fieldset className="desk-levels">
        <legend className="announcer">{signs.headed(leaf.name, w.levels)}</legend>
        {scoring.levels.map((each, index) => (
          <Button
            key={each.name}
            className={judged?.level === each.name ? 'desk-chosen' : ''}
            aria-pressed={judged?.level === each.name}
            tabIndex={-1}
            onClick={() => write(asEntry(target, { layer: target.layer, value: { level: each.name } }, why), leaf.name)}
          >
            <small>{index + 1}</small> {each.name} <small>{shareText(each)}</small>
          </Button>
        ))}
      </fieldset>
    )
  }
  if (scoring.method !== 'checklist') return null
  const elements = scoring.elements.filter(({ met }) => met === 'judged')
  if (elements.length === 0) return null
  return (
    <fieldset className="desk-elements">
      <legend className="announcer">{signs.headed(leaf.name, w.elements)}</legend>
      {elements.map((element, index) => (
        <Checkbox
          key={element.id}
          tabIndex={-1}
          disabled={judging === undefined}
          checked={judged?.elements?.[element.id] === true}
          indeterminate={judged?.elements?.[element.id] === undefined}
          onChange={({ target: box }) => {
            const { target, why } = judging!
            const value = { elements: { ...judged?.elements, [element.id]: box.checked } }
            write(asEntry(target, { layer: target.layer, value }, why), leaf.name)
          }}
        >
          <small>{index + 1}</small> {element.text} <small>{element.score}</small>
        </Checkbox>
      ))}
    </fieldset>
  )
}

function shareText({ share, from, to }: { share?: string; from?: string; to?: string }): string {
  return share ?? [from, to].filter((each) => each !== undefined).join('–')
}
