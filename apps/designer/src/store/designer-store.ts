import {
  applyEdit,
  type Declaration,
  type Edit,
  type Issue,
  type Language,
  limitIssues,
  type Scheme,
} from '@yardstick/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Design } from './design.ts'
import { type Entry, emptyHistory, type History, join, joinLast, push, redone, undone } from './history.ts'
import type { Label } from './label.ts'
import { readsName } from './reads-name.ts'
import { noResults, type Results } from './results.ts'
import { isFrozen, justOpened, type ServerSide } from './server-side.ts'
import { notYetSaved, type Sync } from './sync.ts'
import { type Focus, initialView, noSelection, type View } from './view.ts'

/**
 * The designer's store: the design and its history, the view, the state of saving, and what the engine said. It imports no
 * React. Every change of the design is an edit of the model; saving and evaluating listen to `onChange`, each in one place,
 * and no action calls them.
 */
export interface Designer {
  /** The design that is open, and its name in the storage; null on the opening page. */
  readonly design: Design | null
  readonly designId: string | null
  /** Grows with every change of the design. */
  readonly revision: number
  readonly history: History
  readonly view: View
  readonly sync: Sync
  /** The design's side on the server; null where it is of this browser alone. */
  readonly server: ServerSide | null
  readonly results: Results
  /** What the last refused edit was refused for; shown until the next edit. */
  readonly refused: readonly Issue[]
}

export interface EditOptions {
  /** Edits of the same key within half a second are one entry: typing in one field. */
  readonly join?: string
  /** The time, for joining; handed in by tests. */
  readonly at?: number
  /** It comes from the server: taken over also where nobody may change anything here. */
  readonly isTaken?: boolean
  /** The scheme whose limits hold, where it is not the open one; null where what comes was made within them. */
  readonly limitsOf?: Scheme | null
}

/** What has just happened to the design, for whoever stores or evaluates it. */
export type Change =
  | { readonly type: 'load'; readonly design: Design | null }
  /** `replaced`: the last entry was joined with; `dropped`: entries that can no longer be redone. */
  | { readonly type: 'entry'; readonly entry: Entry; readonly replaced: boolean; readonly dropped: number }
  /** `forgotten`: it cannot be redone, since a gesture was cancelled. */
  | { readonly type: 'undo' | 'redo'; readonly entry: Entry; readonly forgotten?: true }

export interface DesignerStore extends StoreApi<Designer> {
  /** Applies an edit as one undo step; what refuses it is returned and shown, and nothing changes. */
  edit(label: Label, edit: Edit, options?: EditOptions): readonly Issue[]
  /** The declarations beside the scheme, as one undo step. */
  declare(label: Label, declarations: readonly Declaration[], options?: EditOptions): void
  undo(): void
  redo(): void
  /** Between `mark` and `commit` everything is one entry; `cancel` goes back to the mark. */
  mark(): void
  commit(): void
  cancel(): void
  load(id: string, design: Design, history?: History): void
  /** Back to the opening page; what is not stored is asked about first, unless it is to be lost. */
  close(isLost?: boolean): void
  setView(view: Partial<View> | ((view: View) => Partial<View>)): void
  goTo(focus: Omit<Focus, 'count'>): void
  setSync(sync: Sync): void
  /** What changes of it; null where the design is of this browser alone. */
  setServer(side: Partial<ServerSide> | null): void
  setResults(results: Partial<Results>): void
  onChange(listener: (change: Change, state: Designer) => void): () => void
}

/** Typing in one field joins an entry until a pause of half a second. */
const JOIN_WITHIN_MS = 500
/** Below it, as at 200 % zoom, the drawer would leave the grid two rows. */
const ROOM_FOR_DRAWER = 560

/** `width` and `height` of the window decide which panels are open at first. */
export function createDesigner(language: Language = 'zh', width = 1366, height = 768): DesignerStore {
  const store = createStore<Designer>(() => ({
    design: null,
    designId: null,
    revision: 0,
    history: emptyHistory,
    view: initialView(language, width),
    sync: notYetSaved,
    server: null,
    results: noResults,
    refused: [],
  }))
  const { getState: get, setState: set } = store
  const listeners = new Set<(change: Change, state: Designer) => void>()
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change, get())
  }
  let joining: { key: string; until: number } | undefined
  /** The entry that a gesture has made so far; undefined outside a gesture, null at its start. */
  let gesture: Entry | null | undefined

  const record = (entry: Entry, design: Design, options: EditOptions) => {
    const { history, revision } = get()
    const at = options.at ?? Date.now()
    const joins =
      gesture !== undefined
        ? gesture !== null
        : options.join !== undefined && joining?.key === options.join && at <= joining.until
    const replaced = joins && history.position === history.entries.length && history.position > 0
    if (gesture !== undefined) gesture = gesture === null ? entry : join(gesture, entry)
    joining = options.join === undefined ? undefined : { key: options.join, until: at + JOIN_WITHIN_MS }
    const next = replaced ? joinLast(history, entry) : push(history, entry)
    set({ design, history: next, revision: revision + 1, refused: [] })
    const dropped = history.entries.length - history.position
    tell({ type: 'entry', entry, replaced, dropped })
  }

  const step = (type: 'undo' | 'redo', forgotten?: true) => {
    const { design, history, revision, view } = get()
    const index = type === 'undo' ? history.position - 1 : history.position
    const entry = history.entries[index]
    if (design === null || entry === undefined || gesture !== undefined || isReadOnly(get())) return
    joining = undefined
    const entries = forgotten === true ? history.entries.slice(0, index) : history.entries
    set({
      design: type === 'undo' ? undone(design, entry) : redone(design, entry),
      history: { entries, position: type === 'undo' ? index : index + 1 },
      revision: revision + 1,
      refused: [],
      view: { ...view, selection: entry.selection },
    })
    tell({ type, entry, ...(forgotten === undefined ? {} : { forgotten }) })
  }

  return {
    ...store,
    edit(label, edit, options = {}) {
      const { design, view } = get()
      if (design === null || (isReadOnly(get()) && options.isTaken !== true)) return []
      const edited = applyEdit(design.scheme, edit, readsName)
      if (!edited.ok) {
        set({ refused: edited.issues })
        return edited.issues
      }
      const { scheme, patches, inverse } = edited.value
      const limited =
        options.isTaken === true ? null : options.limitsOf === undefined ? design.scheme : options.limitsOf
      const beyond = limited === null ? [] : limitIssues(limited, scheme)
      if (beyond.length > 0) {
        set({ refused: beyond })
        return beyond
      }
      if (patches.length > 0)
        record({ label, patches, inverse, selection: view.selection }, { ...design, scheme }, options)
      return []
    },
    declare(label, after, options = {}) {
      const { design, view } = get()
      if (design === null || isReadOnly(get())) return
      const declarations = { before: design.declarations, after }
      record(
        { label, patches: [], inverse: [], declarations, selection: view.selection },
        { ...design, declarations: after },
        options,
      )
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    mark() {
      gesture ??= null
    },
    commit() {
      gesture = undefined
      joining = undefined
    },
    cancel() {
      const made = gesture
      gesture = undefined
      if (made !== undefined && made !== null) step('undo', true)
    },
    load(id, design, history = emptyHistory) {
      gesture = undefined
      joining = undefined
      const { view, revision } = get()
      const cases = design.scheme.cases?.length ?? 0
      set({
        designId: id,
        design,
        history,
        revision: revision + 1,
        refused: [],
        results: noResults,
        sync: notYetSaved,
        server: null,
        view: {
          ...view,
          tab: 'table',
          selection: noSelection,
          collapsed: new Set(),
          sample: cases > 0 ? 0 : null,
          pinned: null,
          scratch: null,
          declaration: design.declarations.length > 0 ? 0 : null,
          dialog: null,
          drawer: cases > 0 && height >= ROOM_FOR_DRAWER ? 'trial' : null,
          focus: null,
        },
      })
      tell({ type: 'load', design })
    },
    close(isLost = false) {
      const { sync, view, server } = get()
      if (sync.state === 'failed' && server?.saving !== 'saved' && !isLost) {
        set({ view: { ...view, dialog: { kind: 'leave' } } })
        return
      }
      set({
        design: null,
        designId: null,
        history: emptyHistory,
        results: noResults,
        refused: [],
        sync: notYetSaved,
        server: null,
        view: { ...view, dialog: null },
      })
      tell({ type: 'load', design: null })
    },
    setView(change) {
      const { view } = get()
      set({ view: { ...view, ...(typeof change === 'function' ? change(view) : change) } })
    },
    goTo(focus) {
      const { view } = get()
      set({ view: { ...view, tab: focus.tab, focus: { ...focus, count: (view.focus?.count ?? 0) + 1 } } })
    },
    setSync: (sync) => set({ sync }),
    setServer: (side) => set({ server: side === null ? null : { ...(get().server ?? justOpened), ...side } }),
    setResults: (results) => set({ results: { ...get().results, ...results } }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Another tab has the design, or it is under review: here it is looked at, not changed. */
function isReadOnly({ sync, server }: Designer): boolean {
  return sync.state === 'elsewhere' || isFrozen(server)
}
