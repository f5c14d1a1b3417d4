import type { Item } from '@yardstick/model'
import { useWords } from '../../parts/words.ts'
import { moveBy } from './moves.ts'
import type { Entering } from './use-entering.ts'
import { formPartWords } from './words.ts'

/** 是 or 否, or one of the choices. */
export function ChoiceField({ item, entering }: { item: Item; entering: Entering }) {
  const w = useWords(formPartWords)
  const value = entering.layer?.value
  const isTruth = item.type === 'boolean'
  const chosen = isTruth
    ? value === true
      ? 'yes'
      : value === false
        ? 'no'
        : ''
    : typeof value === 'string'
      ? value
      : ''
  const options = isTruth
    ? [['yes', w.yes] as const, ['no', w.no] as const]
    : (item.choices ?? []).map((each) => [each, each] as const)
  // What was said and is none of the choices is shown, too: it is wrong, and said to be.
  const isKnown = chosen === '' || options.some(([key]) => key === chosen)
  return (
    <select
      className={chosen === '' ? 'form-field is-unsaid' : 'form-field'}
      data-entry={item.id}
      data-kind="value"
      aria-label={entering.name}
      aria-required={item.required === true}
      value={chosen}
      onChange={({ target }) => {
        if (target.value === '') entering.clear()
        else entering.put(isTruth ? target.value === 'yes' : target.value)
      }}
      onKeyDown={(event) => moveBy(event, () => true)}
    >
      <option value="">{w.choose}</option>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  )
}
