import type { Item } from '@yardstick/model'
import { Select } from 'antd'
import { useState } from 'react'
import { designer } from '../../store/use-designer.ts'
import { search } from '../pinyin.ts'
import { useWords } from '../words.ts'
import { methodWords } from './words.ts'

/** A data item by its name, searched by any part of it or its pinyin initials; what is not there can be made at once. */
export function ItemPicker({
  value,
  items,
  newType,
  label,
  onChange,
  isOpen = false,
  onClose,
}: {
  value: string | undefined
  items: readonly Item[]
  /** The type of an item that is made here. */
  newType: Item['type']
  label: string
  onChange: (next: string) => void
  /** Opened at once, for a picker that stands in a sentence. */
  isOpen?: boolean
  onClose?: () => void
}) {
  const w = useWords(methodWords)
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const canMake = name !== '' && !/[[\]]/.test(name) && !items.some((item) => item.id === name)
  const options = [
    ...search(items, name, (item) => [item.id, item.label ?? '']).map(({ id }) => ({ value: id, label: id })),
    ...(canMake ? [{ value: `${NEW}${name}`, label: w.itemMake(name) }] : []),
  ]
  const choose = (next: string) => {
    setTyped('')
    if (!next.startsWith(NEW)) return onChange(next)
    const id = next.slice(NEW.length)
    const { items: all } = designer.getState().design!.scheme
    const taken = all.some((item) => item.id === id)
    designer.mark()
    if (!taken) designer.edit(made, { type: 'add-item', index: all.length, item: { id, type: newType } })
    onChange(id)
    designer.commit()
  }
  return (
    <Select<string>
      className="field-choice"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      placeholder={w.pickItem}
      notFoundContent={w.noItem}
      options={options}
      aria-label={label}
      popupMatchSelectWidth={false}
      onChange={choose}
      {...(isOpen ? { defaultOpen: true, autoFocus: true } : {})}
      {...(onClose === undefined ? {} : { onBlur: onClose })}
    />
  )
}

const made = { zh: methodWords.zh.itemMade, en: methodWords.en.itemMade }

/** A mark that no name can begin with. */
const NEW = '[+]'
