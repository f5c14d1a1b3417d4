import { foldedText, type Layer } from '@yardstick/model'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { EMPTY, type FilledCell } from '../sheet-cells.ts'

/** What a cell without a column of states beside it says: its value, the word of a state, the reason. */
export interface StatedCell {
  readonly value: FilledCell
  readonly state: string
  readonly why: string
}

const LANGUAGES = Object.values(entryWords)

/** A cell with what may be written in it beside a value: 空缺：原因, 12.5（待核：原因）. */
export function statedIn(cell: FilledCell): StatedCell {
  const plain = { value: cell, state: '', why: '' }
  if (cell.kind !== 'text' || cell.isFormula === true) return plain
  const text = foldedText(cell.text)
  for (const { states } of LANGUAGES) {
    for (const state of [states.missing, states['not-applicable']]) {
      if (!text.toLowerCase().startsWith(state.toLowerCase())) continue
      const why = REASON.exec(cell.text.trim().slice(state.length))
      if (why !== null) return { value: EMPTY, state, why: (why[1] ?? why[2] ?? '').trim() }
    }
    const verifying = states['to-be-verified']
    const at = cell.text.search(new RegExp(`[(（]${verifying}`, 'i'))
    if (at < 0) continue
    const why = TO_VERIFY.exec(cell.text.slice(at + 1 + verifying.length))
    const value = cell.text.slice(0, at).trim()
    if (why !== null) return { value: { kind: 'text', text: value }, state: verifying, why: (why[1] ?? '').trim() }
  }
  return plain
}

/** Behind the state: nothing, ：原因 or （原因）. Spaces around a reason are taken off afterwards, not shared out here. */
const REASON = /^\s*(?:[:：,，;；]([\s\S]*)|[(（]([\s\S]*?)[)）])?$/
const TO_VERIFY = /^\s*(?:[:：,，;；]([\s\S]*?))?[)）]$/

/** The state that a word stands for, in either language; undefined for another word. */
export function stateCalled(text: string): NonNullable<Layer['state']> | undefined {
  const wanted = foldedText(text).toLowerCase()
  for (const { states } of LANGUAGES) {
    const found = Object.entries(states).find(([, word]) => word.toLowerCase() === wanted)
    if (found !== undefined) return found[0] as NonNullable<Layer['state']>
  }
  return undefined
}
