import { progressOf, type RunProgress } from '../store/runs.ts'
import type { Db } from '../store/tables.ts'

/** How far a run is, as it is told. */
export interface Progress {
  readonly state: RunProgress['state']
  /** Submissions. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** By the pace so far; null where there is none yet. */
  readonly secondsLeft: number | null
}

export function toldProgress(run: RunProgress, now: Date): Progress {
  const { state, submissions: total, done, failed } = run
  const elapsed = (now.getTime() - run.created_at.getTime()) / 1000
  const left = total - done - failed
  const secondsLeft = state !== 'running' ? 0 : done === 0 ? null : Math.ceil((elapsed / done) * left)
  return { state, total, done, failed, secondsLeft }
}

type Listener = (run: RunProgress) => void

/** Looks up the runs that are watched, all of them at once and each once a tick, however many watch. */
export class ProgressWatch {
  private readonly listeners = new Map<string, Set<Listener>>()
  private timer: NodeJS.Timeout | undefined
  private isLooking = false

  constructor(
    private readonly db: Db,
    private readonly everyMs: number,
    private readonly fault: (error: unknown) => void,
  ) {}

  /** Tells `listener` with every tick. Returns the end of it. */
  watch(run: string, listener: Listener): () => void {
    const others = this.listeners.get(run) ?? new Set()
    others.add(listener)
    this.listeners.set(run, others)
    // All who come in one moment are told by one look.
    this.timer ??= setTimeout(() => this.look(), 0)
    return () => {
      others.delete(listener)
      if (others.size === 0) this.listeners.delete(run)
    }
  }

  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    try {
      for (const row of await progressOf(this.db, [...this.listeners.keys()])) {
        for (const listener of [...(this.listeners.get(row.id) ?? [])]) listener(row)
      }
    } catch (error) {
      this.fault(error)
    } finally {
      this.isLooking = false
      this.timer = this.listeners.size === 0 ? undefined : setTimeout(() => this.look(), this.everyMs)
    }
  }
}
