import type { Change, Designer, DesignerStore } from '../store/designer-store.ts'
import { type Engine, wantedOf } from './engine.ts'
import type { Step } from './protocol.ts'
import { withLiveScores } from './with-live-scores.ts'

/** Whole-scheme checks wait until nothing has happened for a moment, off the keystroke path (`ux.md` 4.9). */
const IDLE_MS = 60
/** Sentences wait until a slider rests, which would else wait for them; */
const REST_MS = 40
/** but not for long. */
const LATEST_MS = 250
/** The first scores are on the screen by then. */
const FETCH_AHEAD_MS = 1_000

/**
 * Listens to the store in one place: every change goes to the worker in order and is answered twice. The scores of the
 * chosen sample come at once, by the fast path; a moment of quiet asks for a round with everything else, or for the
 * reasons alone where only a value was tried. What is overtaken is thrown away. The engine is started by the first design.
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
      scoreNow()
    }
    plan()
  }
  const follow = async () => {
    if (steps.length === 0) return
    const sent = steps
    steps = []
    const engine = engineOf()
    if (!(await engine.follow(sent))) await engine.follow(wholeOf(store.getState()))
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
      await follow()
      const engine = engineOf()
      const asked = store.getState()
      const results = await engine.round(wantedOf(asked))
      const now = store.getState()
      if (results !== null && now.design !== null) {
        const isNewest =
          now.view.scratch === asked.view.scratch && results.revision >= (now.results.live?.revision ?? 0)
        store.setResults({ ...results, live: isNewest ? null : now.results.live })
        // The first value that is moved finds everything made.
        void engine.live(wantedOf(now))
      }
      // What cannot be fetched now is asked for again when it is needed.
      ahead ??= setTimeout(() => engine.fetchAhead().catch(() => undefined), FETCH_AHEAD_MS)
    } finally {
      isRunning = false
    }
    if (steps.length > 0) plan()
  }

  let isScoring = false
  let isOvertaken = false
  const scoreNow = async () => {
    isOvertaken = true
    if (isScoring || store.getState().results.evaluation === null) return
    isScoring = true
    try {
      while (isOvertaken) {
        isOvertaken = false
        const asked = store.getState()
        await follow()
        const answer = await engineOf().live(wantedOf(asked))
        const { design, view, results } = store.getState()
        const isOfAnother = view.sample !== asked.view.sample || view.declaration !== asked.view.declaration
        if (answer === null || design === null || results.evaluation === null || isOfAnother) continue
        const evaluation = withLiveScores(results.evaluation, answer)
        if (evaluation !== null) store.setResults({ live: { revision: answer.revision, evaluation } })
      }
    } finally {
      isScoring = false
    }
  }

  let resting: ReturnType<typeof setTimeout> | undefined
  let movedSince: number | undefined
  const explainSoon = () => {
    movedSince ??= performance.now()
    clearTimeout(resting)
    const latest = movedSince + LATEST_MS - performance.now()
    resting = setTimeout(explain, Math.max(0, Math.min(REST_MS, latest)))
  }
  let isExplaining = false
  const explain = async () => {
    movedSince = undefined
    if (steps.length > 0 || isRunning) return plan()
    if (isExplaining) return explainSoon()
    isExplaining = true
    try {
      const asked = store.getState()
      const evaluation = await engineOf().scoreSample(wantedOf(asked))
      const { revision, view, results } = store.getState()
      if (revision !== asked.revision || view.sample !== asked.view.sample) return
      store.setResults({ evaluation, live: view.scratch === asked.view.scratch ? null : results.live })
    } finally {
      isExplaining = false
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
      else if (now.scratch !== then.scratch) {
        scoreNow()
        explainSoon()
      }
    }),
  ]
  return () => {
    clearTimeout(timer)
    clearTimeout(ahead)
    clearTimeout(resting)
    for (const end of ends) end()
  }
}
