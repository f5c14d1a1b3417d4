import { type Completion, completions, type Scope, type SignatureHelp, signatureAt } from '@yardstick/formula'
import { type RefObject, useMemo, useState } from 'react'
import { pinyinKeys } from '../pinyin.ts'
import { useLanguage } from '../words.ts'

export interface Offers {
  readonly isOpen: boolean
  readonly offers: readonly Completion[]
  readonly chosen: number
  readonly signature: SignatureHelp | undefined
  /** Where the word begins, in pixels from the left of the input. */
  readonly left: number
  open(): void
  choose(index: number): void
  onTyped(): void
  onCaret(): void
  /** True where the key was for the list. */
  onKeyDown(event: React.KeyboardEvent): boolean
}

/**
 * What a formula's input offers at its caret. The list opens while a word is typed, on ↓, and in an empty field that is
 * clicked; a word that is already whole, and a number, are not answered, so that Enter commits them.
 */
export function useOffers(
  input: RefObject<HTMLInputElement | null>,
  text: string,
  scope: Scope,
  isActive: boolean,
): Offers {
  const language = useLanguage()
  const [caret, setCaret] = useState(0)
  const [mode, setMode] = useState<'closed' | 'typed' | 'asked'>('closed')
  const [chosen, setChosen] = useState(0)
  const at = Math.min(caret, text.length)
  const isWanted = isActive && mode !== 'closed'
  const offers = useMemo(() => {
    if (!isWanted) return []
    const found = completions(text, at, scope, language, pinyinKeys).slice(0, MOST)
    if (mode === 'asked') return found
    const word = text.slice(found[0]?.from ?? at, at)
    const isAnswered = word === '' || /^[\d.０-９．]+$/.test(word) || found.some((each) => each.insert === word)
    return isAnswered ? [] : found
  }, [isWanted, mode, text, at, scope, language])
  const signature = useMemo(
    () => (isActive ? signatureAt(text, at, language) : undefined),
    [isActive, text, at, language],
  )

  const choose = (index: number) => {
    const offer = offers[index]
    const field = input.current
    if (offer === undefined || field === null) return
    field.focus()
    field.setSelectionRange(offer.from, offer.to)
    // The browser's own insertion, so that Ctrl+Z in the field takes it back.
    document.execCommand('insertText', false, offer.insert)
    field.setSelectionRange(offer.from + offer.caret, offer.from + offer.caret)
    setCaret(offer.from + offer.caret)
    setMode('closed')
  }

  return {
    isOpen: isWanted && offers.length > 0,
    offers,
    chosen: Math.min(chosen, Math.max(0, offers.length - 1)),
    signature,
    left: useMemo(() => widthOf(input.current, text.slice(0, offers[0]?.from ?? at)), [input, text, offers, at]),
    open: () => {
      setChosen(0)
      setMode('asked')
    },
    choose,
    onTyped: () => {
      setCaret(input.current?.selectionStart ?? 0)
      setChosen(0)
      setMode('typed')
    },
    onCaret: () => {
      const now = input.current?.selectionStart ?? 0
      if (now === caret) return
      setCaret(now)
      // Typing has moved the caret with the text; moving it alone closes what was offered.
      if (now !== text.length && mode === 'asked') setMode('closed')
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return false
      const isOpen = isWanted && offers.length > 0
      if (!isOpen) {
        if (event.key !== 'ArrowDown') return false
        event.preventDefault()
        setChosen(0)
        setMode('asked')
        return true
      }
      const handled = () => {
        event.preventDefault()
        event.stopPropagation()
        return true
      }
      switch (event.key) {
        case 'ArrowDown':
          setChosen((chosen + 1) % offers.length)
          return handled()
        case 'ArrowUp':
          setChosen((chosen + offers.length - 1) % offers.length)
          return handled()
        case 'Enter':
        case 'Tab':
          if (event.shiftKey) return false
          choose(chosen)
          return handled()
        case 'Escape':
          setMode('closed')
          return handled()
        default:
          return false
      }
    },
  }
}

let ruler: CanvasRenderingContext2D | null | undefined

function widthOf(field: HTMLInputElement | null, text: string): number {
  if (field === null) return 0
  ruler ??= document.createElement('canvas').getContext('2d')
  if (ruler === null) return 0
  ruler.font = getComputedStyle(field).font
  return ruler.measureText(text).width - field.scrollLeft
}

const MOST = 40
