import { type Edit, type Issue, indicatorById, newId, type Scheme } from '@yardstick/model'

import type { Drop } from '../parts/sheet/column.ts'
import type { RowAction } from '../parts/sheet/keys.ts'
import { signWords } from '../parts/sign-words.ts'
import type { Label } from '../store/label.ts'
import { designer } from '../store/use-designer.ts'
import type { IndicatorRow } from './rows.ts'
import {
  indent,
  insertAfter,
  insertUnder,
  moveTo,
  newLeaf,
  outdent,
  type Restructuring,
  remove,
  seatIn,
  shift,
  topmost,
} from './structure.ts'
import { setFolded } from './view-actions.ts'
import { gridWords } from './words.ts'

/** What is told after a structural change: a sentence, and whether undo is offered beside it. */
export interface Told {
  readonly text: string
  readonly canUndo: boolean
}

export interface ActionOutcome {
  readonly isDone: boolean
  /** The row to go to, and whether its name is edited at once. */
  readonly goTo?: { readonly id: string; readonly isEdited: boolean }
  readonly told?: Told
}

/** The commands on rows, for keys, toolbar and menu alike: each is one undo step. */
export function runRows(action: RowAction | 'insert-under', rows: readonly IndicatorRow[]): ActionOutcome {
  const { design } = designer.getState()
  if (design === null) return { isDone: false }
  const { scheme } = design
  const ids = rows.map((row) => row.id)
  switch (action) {
    case 'insert':
      return insertRow(scheme, ids.at(-1) ?? null)
    case 'insert-under':
      return insertBelow(scheme, ids[0])
    case 'remove':
      return removeRows(scheme, ids)
    case 'indent':
      return restructure('indent', indent(scheme, ids), ids[0])
    case 'outdent':
      return restructure('outdent', outdent(scheme, ids), ids[0])
    case 'up':
    case 'down':
      return restructure('move', shift(scheme, ids, action === 'up' ? -1 : 1), undefined)
    case 'fold':
      return fold(rows)
    case 'unfold':
      return unfold(rows)
  }
}

export function dropRows(ids: readonly string[], drop: Drop): ActionOutcome {
  const { design } = designer.getState()
  const moved = design === null ? undefined : moveTo(design.scheme, ids, drop)
  return moved === undefined ? { isDone: false } : restructure('move', moved, undefined)
}

const NEW_INDICATOR = () => gridWords[designer.getState().view.language].newIndicator

function insertRow(scheme: Scheme, after: string | null): ActionOutcome {
  const name = NEW_INDICATOR()
  const leaf = newLeaf(newId(name, indicatorById(scheme)), name)
  return edited('insert', insertAfter(scheme, after, leaf), { id: leaf.id, isEdited: true })
}

function insertBelow(scheme: Scheme, id: string | undefined): ActionOutcome {
  if (id === undefined) return insertRow(scheme, null)
  const name = NEW_INDICATOR()
  const leaf = newLeaf(newId(name, indicatorById(scheme)), name)
  setFolded([id], false)
  const { edit, lostRules } = insertUnder(scheme, id, leaf)
  const told = lostRules.length === 0 ? {} : { told: lost(lostRules) }
  return { ...edited('insertUnder', edit, { id: leaf.id, isEdited: true }), ...told }
}

function removeRows(scheme: Scheme, ids: readonly string[]): ActionOutcome {
  const w = gridWords[designer.getState().view.language]
  const gone = topmost(scheme, ids)
  const first = gone[0] === undefined ? undefined : seatIn(scheme, gone[0])
  if (first === undefined) return { isDone: false }
  const name = NEW_INDICATOR()
  const { edit } = remove(scheme, gone, () => newLeaf(newId(name, indicatorById(scheme)), name))
  const label = { zh: gridWords.zh.undo.remove(gone.length), en: gridWords.en.undo.remove(gone.length) }
  if (designer.edit(label, edit).length > 0) return { isDone: true }
  return { isDone: true, told: { text: w.removed(first.node.name, gone.length), canUndo: true } }
}

function restructure(key: 'indent' | 'outdent' | 'move', { edit, lostRules }: Restructuring, show: string | undefined) {
  if (edit.type === 'batch' && edit.edits.length === 0) return { isDone: true }
  const parents = show === undefined ? [] : unfoldedBy(edit)
  const outcome = edited(key, edit)
  if (parents.length > 0) setFolded(parents, false)
  return lostRules.length === 0 ? outcome : { ...outcome, told: lost(lostRules) }
}

/** Where rows go they are seen. */
function unfoldedBy(edit: Edit): string[] {
  const edits = edit.type === 'batch' ? edit.edits : [edit]
  return edits.flatMap((each) => (each.type === 'move-indicator' && each.parent !== null ? [each.parent] : []))
}

function edited(
  key: 'insert' | 'insertUnder' | 'indent' | 'outdent' | 'move',
  edit: Edit,
  goTo?: ActionOutcome['goTo'],
) {
  const refused: readonly Issue[] = designer.edit(labelOf(key), edit)
  return { isDone: true, ...(refused.length > 0 || goTo === undefined ? {} : { goTo }) }
}

function labelOf(key: 'insert' | 'insertUnder' | 'indent' | 'outdent' | 'move'): Label {
  return { zh: gridWords.zh.undo[key], en: gridWords.en.undo[key] }
}

function lost(names: readonly string[]): Told {
  const { language } = designer.getState().view
  return { text: gridWords[language].lostRules(names.join(signWords[language].list)), canUndo: true }
}

/** ← on an open branch folds it, else goes to the parent, as tree grids do. */
function fold(rows: readonly IndicatorRow[]): ActionOutcome {
  const open = rows.filter((row) => row.place.isExpanded === true)
  if (open.length > 0) {
    setFolded(
      open.map((row) => row.id),
      true,
    )
    return { isDone: true }
  }
  const parent = rows[0]?.parent
  return parent == null ? { isDone: true } : { isDone: true, goTo: { id: parent, isEdited: false } }
}

function unfold(rows: readonly IndicatorRow[]): ActionOutcome {
  const folded = rows.filter((row) => row.place.isExpanded === false)
  if (folded.length === 0) return { isDone: false }
  setFolded(
    folded.map((row) => row.id),
    false,
  )
  return { isDone: true }
}
