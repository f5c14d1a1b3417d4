import { enablePatches, Immer, type Patch } from 'immer'
import { boundDocument } from '../bounds.ts'
import type { Issue, Result } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import { validateEdit } from '../validate.ts'
import { addIndicator } from './add-indicator.ts'
import type { Edit, EditOf, EditType } from './edit.ts'
import {
  addItem,
  addMeasure,
  itemToMeasure,
  measureToItem,
  moveItem,
  moveMeasure,
  removeItem,
  removeMeasure,
  setItem,
  setMeasure,
} from './edit-items.ts'
import { addRule, moveRule, removeRule, setCondition, setRule } from './edit-rules.ts'
import { mentions } from './mentions.ts'
import { moveIndicator } from './move-indicator.ts'
import type { Context, Reducer } from './reducer.ts'
import { removeIndicator, replaceIndicator } from './remove-indicator.ts'
import { renameIndicator } from './rename-indicator.ts'
import { renameName } from './rename-name.ts'
import { setIndicator, setScoring, setTarget } from './set-indicator.ts'
import { setPoints } from './set-points.ts'
import { setCases, setGrades, setLayout, setScheme } from './set-scheme.ts'

/**
 * The one reducer: every change of a scheme passes here. Each edit works on a draft as if it changed the scheme in place;
 * the patches of the draft, forwards and backwards, are what undo, redo and saving live on. Nobody writes an inverse.
 */
export interface Edited {
  readonly scheme: Scheme
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

export type { Patch }

/**
 * scheme    valid; not changed
 * edit      need not be trusted: its shape is checked first, decimals become canonical
 * returns   a scheme that is valid again, with the patches that lead there and back; a refused edit changes nothing, and
 *           its issues point into the edit
 * mentions  whether a formula reads a name, for refusing to remove what is read; default judges by letters alone
 */
export function applyEdit(
  scheme: Scheme,
  edit: Edit,
  reads: (formula: string, name: string) => boolean = mentions,
): Result<Edited> {
  const shaped = validateEdit(edit)
  if (!shaped.ok) return shaped
  let issues: Issue[] = []
  const apply = (draft: Scheme, each: Edit, at: string): Issue[] => reduce(draft, each, { at, mentions: reads, apply })
  const [next, patches, inverse] = immer.produceWithPatches(scheme, (draft) => {
    issues = apply(draft as Scheme, shaped.value, '')
  })
  if (issues.length === 0 && DEEPENS.has(shaped.value.type)) issues = boundDocument(next)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { scheme: next, patches, inverse } }
}

/** The scheme after patches of `applyEdit`, for undo and redo; patches of another scheme are a fault and throw. */
export function applyPatches(scheme: Scheme, patches: readonly Patch[]): Scheme {
  return immer.applyPatches(scheme, patches)
}

// Freezing would reach into what the caller handed in.
enablePatches()
const immer = new Immer({ autoFreeze: false })

/** Edits after which the document might be nested deeper than one may be. */
const DEEPENS: ReadonlySet<EditType> = new Set<EditType>([
  'add-indicator',
  'replace-indicator',
  'move-indicator',
  'set-scoring',
  'add-rule',
  'set-rule',
  'set-condition',
  'set-cases',
  'batch',
])

/** In order; the first that is refused ends the batch, and `applyEdit` throws the whole draft away. */
const batch: Reducer<'batch'> = (scheme, { edits }, { at, apply }) => {
  for (const [index, each] of edits.entries()) {
    const issues = apply(scheme, each, `${at}/edits/${index}`)
    if (issues.length > 0) return issues
  }
  return []
}

const REDUCERS: { readonly [T in EditType]: Reducer<T> } = {
  'set-scheme': setScheme,
  'add-indicator': addIndicator,
  'remove-indicator': removeIndicator,
  'replace-indicator': replaceIndicator,
  'move-indicator': moveIndicator,
  'set-indicator': setIndicator,
  'rename-indicator': renameIndicator,
  'set-points': setPoints,
  'set-scoring': setScoring,
  'set-target': setTarget,
  'add-item': addItem,
  'remove-item': removeItem,
  'move-item': moveItem,
  'set-item': setItem,
  'add-measure': addMeasure,
  'remove-measure': removeMeasure,
  'move-measure': moveMeasure,
  'set-measure': setMeasure,
  'rename-name': renameName,
  'item-to-measure': itemToMeasure,
  'measure-to-item': measureToItem,
  'add-rule': addRule,
  'remove-rule': removeRule,
  'move-rule': moveRule,
  'set-rule': setRule,
  'set-condition': setCondition,
  'set-grades': setGrades,
  'set-cases': setCases,
  'set-layout': setLayout,
  batch,
}

function reduce<T extends EditType>(scheme: Scheme, edit: EditOf<T>, context: Context): Issue[] {
  // The table gives the reducer of this very type; TypeScript cannot follow a union through a look-up.
  const reducer = REDUCERS[edit.type] as unknown as Reducer<T>
  return reducer(scheme, edit, context)
}
