import type { Item } from '@yardstick/model'
import { Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { ItemPicker } from '../method/item-picker.tsx'
import type { RuleChange } from '../method/rule-change.ts'
import { methodWords } from '../method/words.ts'
import { useWords } from '../words.ts'
import type { ChoiceSentenceField, ItemField, SentenceField } from './sentence-fields.ts'
import { TokenButton } from './token-button.tsx'
import { TokenInput } from './token-input.tsx'
import { sentenceWords } from './words.ts'

/** One control in the sentence: a button with the words it stands for, which opens what changes them. */
export function SentenceToken({
  text,
  field,
  onChange,
}: {
  text: string
  field: SentenceField
  onChange: (change: RuleChange) => void
}) {
  const w = useWords(sentenceWords)
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const name = `${w.fields[field.name] ?? field.name} ${text}`
  const close = (isBack: boolean) => {
    setIsOpen(false)
    // Back to the token, so that a person on the keyboard goes on from there.
    if (isBack) requestAnimationFrame(() => button.current?.focus())
  }
  if (field.kind === 'choice') return <ChoiceToken text={text} name={name} field={field} onChange={onChange} />
  if (isOpen && field.kind === 'item') {
    return <ItemToken name={name} field={field} onChange={onChange} onClose={() => close(true)} />
  }
  if (isOpen && field.kind !== 'item') {
    return <TokenInput field={field} label={w.fields[field.name] ?? field.name} onChange={onChange} onClose={close} />
  }
  return (
    <TokenButton
      ref={button}
      text={text}
      className={field.kind === 'words' ? 'sentence-token-words' : ''}
      aria-label={name}
      title={w.fields[field.name]}
      onClick={() => setIsOpen(true)}
    />
  )
}

function ChoiceToken({
  text,
  name,
  field,
  onChange,
}: {
  text: string
  name: string
  field: ChoiceSentenceField
  onChange: (change: RuleChange) => void
}) {
  const w = useWords(sentenceWords)
  const names = useChoiceNames(field.name)
  const token = useRef<HTMLSpanElement>(null)
  const items = field.choices.map((choice) => ({
    key: choice,
    label: `${choice === field.value ? '✓ ' : ''}${names[choice] ?? choice}`,
    onClick: () => choice !== field.value && onChange(field.put(choice)),
  }))
  return (
    <Dropdown
      menu={{ items, selectedKeys: [field.value] }}
      trigger={['click']}
      // The arrow keys go through the menu at once, and the token has the focus again behind it.
      autoFocus
      onOpenChange={(isOpen) => !isOpen && requestAnimationFrame(() => token.current?.focus())}
    >
      <TokenButton ref={token} text={text} aria-haspopup="menu" aria-label={name} title={w.fields[field.name]} />
    </Dropdown>
  )
}

/** What the choices of a field are called. */
function useChoiceNames(field: string): { readonly [choice: string]: string } {
  const w = useWords(sentenceWords)
  const m = useWords(methodWords)
  const names: { readonly [field: string]: { readonly [choice: string]: string } } = {
    per: m.pers,
    count: m.counts,
    effect: m.overshootEffects,
    zeroTarget: m.zeroTargets,
    included: w.included,
    below: m.outsides,
    above: m.outsides,
    hit: m.hits,
    rule: m.panelRules,
    order: m.orders,
    distance: m.distances,
    comparator: w.comparators,
    operator: w.operators,
    truth: w.truths,
  }
  return names[field] ?? {}
}

function ItemToken({
  name,
  field,
  onChange,
  onClose,
}: {
  name: string
  field: ItemField
  onChange: (change: RuleChange) => void
  onClose: () => void
}) {
  const items = useDesigner((state) => state.design!.scheme.items)
  const fits = (item: Item) => (field.items === 'any' ? item.type !== 'list' : item.type === field.items)
  return (
    <span className="sentence-picker">
      <ItemPicker
        value={field.value}
        items={items.filter(fits)}
        newType={field.items === 'any' ? 'number' : field.items}
        label={name}
        isOpen
        onClose={onClose}
        onChange={(item) => {
          onChange(field.put(item))
          onClose()
        }}
      />
    </span>
  )
}
