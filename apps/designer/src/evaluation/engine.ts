import { type Remote, wrap } from 'comlink'
import type { Change, Designer, DesignerStore } from '../store/designer-store.ts'
import type { Evaluator } from './evaluator.ts'
import type { Step, Wanted } from './protocol.ts'
import { submissionOf } from './submission-of.ts'

/** The engine in its worker, for panels that ask something of their own. */
export type Engine = Remote<Evaluator>

/** Whole-scheme checks wait until nothing has happened for a moment, off the keystroke path (`ux.md` 4.9). */
const IDLE_MS = 60
/** The first scores are on the screen by then. */
const FETCH_AHEAD_MS = 1_000

let engine: Engine | undefined

/** The one worker of the page, started when first asked for. */
export function engineOf(): Engine {
  engine ??= wrap<Evaluator>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }))
  return engine
}

/**
 * Listens to the store in one place: every change goes to the worker in order, a moment of quiet asks for a round, and its
 * results come back into the store. A round that is overtaken is thrown away. The engine is started by the first design.
 */
export function keepEvaluated(store: DesignerStore, engineOf: () => Engine): () => void {
  let steps: Step[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let ahead: ReturnType<typeof setTimeout> | undefined

  const wholeOf = ({ design, revision }: Designer): Step[] => (design === null ? [] : [{ revision, design }])
  const note = (change: Change, state: Designer) => {
    if (change.type === 'load') {
      steps = wholeOf(state)
      if (state.design !== null) engineOf()
    } else {
      const { entry } = change
      const patches = change.type === 'undo' ? entry.inverse : entry.patches
      const declarations = entry.declarations === undefined ? undefined : state.design?.declarations
      steps.push({ revision: state.revision, patches, declarations })
    }
    plan()
  }
  const plan = () => {
    clearTimeout(timer)
    timer = setTimeout(round, IDLE_MS)
  }
  const round = async () => {
    if (isRunning) return plan()
    if (store.getState().design === null) return
    isRunning = true
    try {
      const sent = steps
      steps = []
      const engine = engineOf()
      if (!(await engine.follow(sent))) await engine.follow(wholeOf(store.getState()))
      const results = await engine.round(wantedOf(store.getState()))
      if (results !== null && store.getState().design !== null) store.setResults(results)
      // What cannot be fetched now is asked for again when it is needed.
      ahead ??= setTimeout(() => engine.fetchAhead().catch(() => undefined), FETCH_AHEAD_MS)
    } finally {
      isRunning = false
    }
    if (steps.length > 0) plan()
  }
  // Values that are tried come fast: the newest is scored, those it overtakes are not.
  let isTrying = false
  const tryOut = async () => {
    if (steps.length > 0 || isRunning) return plan()
    if (isTrying) return
    isTrying = true
    try {
      for (let before: Designer | undefined; before?.view.scratch !== store.getState().view.scratch; ) {
        before = store.getState()
        const evaluation = await engineOf().scoreSample(wantedOf(before))
        const now = store.getState()
        if (now.revision !== before.revision || now.view.sample !== before.view.sample) return
        store.setResults({ evaluation })
      }
    } finally {
      isTrying = false
    }
  }
  const ends = [
    store.onChange(note),
    store.subscribe((state, before) => {
      const [now, then] = [state.view, before.view]
      const isOther =
        now.language !== then.language ||
        now.sample !== then.sample ||
        now.pinned !== then.pinned ||
        now.declaration !== then.declaration
      if (isOther) plan()
      else if (now.scratch !== then.scratch) tryOut()
    }),
  ]
  return () => {
    clearTimeout(timer)
    clearTimeout(ahead)
    for (const end of ends) end()
  }
}

/** What the view shows, as the engine is asked for it. */
export function wantedOf({ design, view }: Designer): Wanted {
  const { language, sample, pinned, declaration } = view
  const of = sample === null ? undefined : design?.scheme.cases?.[sample]
  const scratch = of !== undefined && view.scratch?.of === of ? submissionOf(view.scratch.submission) : undefined
  return { language, sample, pinned, declaration, scratch }
}
