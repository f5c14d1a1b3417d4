import { Worker } from 'node:worker_threads'
import type { Impact } from '@yardstick/engine'
import type { Language, Result } from '@yardstick/model'
import { LeastRecent } from '../least-recent.ts'
import type { Scored, ToScore } from './score.ts'
import type { Facts, Slice, ThreadAnswer, ThreadImpact, ThreadRequest } from './thread.ts'

/**
 * Threads that score, so that nobody waits for a score but who asked for it. Work is cut into slices of some tens of
 * submissions; what a person waits for goes before what a run has waiting. Threads begin with the first work.
 */
export interface Scoring {
  /** Results in the order of the submissions. `urgent`: somebody is waiting for it. */
  score(task: ScoringTask, urgency?: 'urgent' | 'bulk'): Promise<Scored[]>
  /**
   * What ranks and means of a group read; undefined where the scheme reads no group.
   *
   * pages  of its members, each with the declaration it is scored by
   */
  groupFacts(scheme: HashedText, pages: Pages): Promise<Facts | undefined>
  /** What a change does to these submissions; issues where one of the schemes cannot be scored by at all. */
  impact(task: ImpactTask, pages: Pages): Promise<Result<Impact>>
  close(): Promise<void>
}

/** Gives submissions page by page from the first, each time it is called; an empty page is the end. */
export type Pages = () => () => Promise<readonly ToScore[]>

export interface HashedText {
  readonly hash: string
  readonly text: string
}

export interface ScoringTask {
  readonly scheme: HashedText
  readonly facts: HashedText | undefined
  readonly language: Language
  readonly trace: boolean
  readonly submissions: readonly ToScore[]
}

export interface ImpactTask {
  readonly before: HashedText
  readonly after: HashedText
  readonly facts: {
    /** What the scheme before is scored against. */
    readonly before: HashedText | undefined
    readonly after: HashedText | undefined
    /** Where `before` is frozen and `after` is not: the group as it is now, under the scheme before. */
    readonly now: HashedText | undefined
  }
  readonly language: Language
}

const SLICE = 25

/** Characters of schemes and facts that a thread keeps. */
const MOST_TEXT = 50_000_000

/** Node runs what the compiler made; tests read the sources, and find it there too. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/scoring/thread.js' : './thread.js',
  import.meta.url,
)

export class ScoringPool implements Scoring {
  private readonly threads: Thread[] = []
  private readonly waiting = { urgent: [] as Waiting[], bulk: [] as Waiting[] }
  private isClosed = false

  constructor(private readonly most: number) {}

  async score(task: ScoringTask, urgency: 'urgent' | 'bulk' = 'urgent'): Promise<Scored[]> {
    const slices: Promise<readonly Scored[]>[] = []
    for (let from = 0; from < task.submissions.length; from += SLICE) {
      const slice = { ...task, submissions: task.submissions.slice(from, from + SLICE) }
      slices.push(new Promise((resolve, reject) => this.waiting[urgency].push({ task: slice, resolve, reject })))
    }
    this.next()
    return (await Promise.all(slices)).flat()
  }

  async groupFacts(scheme: HashedText, pages: Pages): Promise<Facts | undefined> {
    return this.leastBusy().groupFacts(scheme, pages)
  }

  async impact(task: ImpactTask, pages: Pages): Promise<Result<Impact>> {
    return this.leastBusy().impact(task, pages)
  }

  async close(): Promise<void> {
    this.isClosed = true
    const closed = new Error('scoring has been closed')
    for (const { reject } of [...this.waiting.urgent.splice(0), ...this.waiting.bulk.splice(0)]) reject(closed)
    await Promise.all(this.threads.map((thread) => thread.end(closed)))
  }

  private next(): void {
    for (;;) {
      const queue = this.waiting.urgent.length > 0 ? this.waiting.urgent : this.waiting.bulk
      if (queue.length === 0) return
      const thread = this.free()
      if (thread === undefined) return
      const { task, resolve, reject } = queue.shift()!
      thread
        .score(task)
        .then(resolve, reject)
        .finally(() => this.next())
    }
  }

  /** Who goes through submissions page by page is free for others in between; the one with the least to do takes it. */
  private leastBusy(): Thread {
    return this.free() ?? this.threads.reduce((one, other) => (other.groups < one.groups ? other : one))
  }

  /** A thread with nothing to score; a new one as long as there may be more. */
  private free(): Thread | undefined {
    if (this.isClosed) throw new Error('scoring has been closed')
    const idle = this.threads.find((thread) => !thread.isBusy)
    if (idle !== undefined || this.threads.length >= this.most) return idle
    const thread = new Thread(() => this.threads.splice(this.threads.indexOf(thread), 1))
    this.threads.push(thread)
    return thread
  }
}

interface Waiting {
  readonly task: ScoringTask
  readonly resolve: (results: readonly Scored[]) => void
  readonly reject: (error: Error) => void
}

interface Asked {
  resolve(answer: ThreadAnswer): void
  reject(error: Error): void
  /** Gives the next page of a group. */
  more?(fromFirst: boolean): Promise<readonly ToScore[]>
}

/** This side of a thread: what it has been sent, and what it was asked. */
class Thread {
  isBusy = false
  groups = 0
  private isEnded = false
  // What Node itself was started with is not for a thread that runs a file.
  private readonly worker = new Worker(threadFile, { execArgv: [] })
  private readonly asked = new Map<number, Asked>()
  private nextId = 0
  private readonly sent = {
    scheme: new LeastRecent<string, number>(MOST_TEXT, Number, (hash) => this.forget('scheme', hash)),
    facts: new LeastRecent<string, number>(MOST_TEXT, Number, (hash) => this.forget('facts', hash)),
  }

  constructor(private readonly gone: () => void) {
    this.worker.on('message', (answer: ThreadAnswer) => this.take(answer))
    this.worker.on('error', (error) => this.end(error))
    this.worker.on('exit', () => this.end(new Error('a scoring thread has ended')))
    // A process that has nothing else to do may end.
    this.worker.unref()
  }

  async score({ scheme, facts, ...rest }: ScoringTask): Promise<readonly Scored[]> {
    this.isBusy = true
    try {
      this.send('scheme', scheme)
      if (facts !== undefined) this.send('facts', facts)
      const slice: Slice = { ...rest, scheme: scheme.hash, facts: facts?.hash }
      const answer = await this.ask((id) => ({ type: 'score', id, ...slice }))
      return answer.type === 'scored' ? answer.results : []
    } finally {
      this.isBusy = false
    }
  }

  async groupFacts(scheme: HashedText, pages: Pages): Promise<Facts | undefined> {
    this.send('scheme', scheme)
    const answer = await this.askThrough(pages, (id) => ({ type: 'facts', id, scheme: scheme.hash }))
    return answer.type === 'facts' ? answer.facts : undefined
  }

  async impact({ before, after, facts, language }: ImpactTask, pages: Pages): Promise<Result<Impact>> {
    for (const scheme of [before, after]) this.send('scheme', scheme)
    for (const each of [facts.before, facts.now, facts.after]) if (each !== undefined) this.send('facts', each)
    const request: ThreadImpact = {
      ...{ before: before.hash, after: after.hash, language },
      facts: { before: facts.before?.hash, now: facts.now?.hash, after: facts.after?.hash },
    }
    const answer = await this.askThrough(pages, (id) => ({ type: 'impact', id, ...request }))
    if (answer.type !== 'impact') throw new Error(`no impact, but ${answer.type}`)
    return answer.impact
  }

  async end(error: Error): Promise<void> {
    for (const { reject } of this.asked.values()) reject(error)
    this.asked.clear()
    if (this.isEnded) return
    this.isEnded = true
    this.gone()
    await this.worker.terminate()
  }

  /** Something that goes through submissions as often as it takes. */
  private async askThrough(pages: Pages, request: (id: number) => ThreadRequest): Promise<ThreadAnswer> {
    this.groups++
    try {
      let page = pages()
      return await this.ask(request, (fromFirst) => {
        if (fromFirst) page = pages()
        return page()
      })
    } finally {
      this.groups--
    }
  }

  private ask(request: (id: number) => ThreadRequest, more?: Asked['more']): Promise<ThreadAnswer> {
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve, reject, ...(more === undefined ? {} : { more }) })
      this.worker.ref()
      this.post(request(id))
    })
  }

  private take(answer: ThreadAnswer): void {
    const asked = this.asked.get(answer.id)
    if (answer.type === 'more') {
      asked?.more?.(answer.fromFirst).then(
        (submissions) => this.post({ type: 'page', id: answer.id, submissions }),
        (error: Error) => {
          // The thread is let go with what it has.
          this.post({ type: 'page', id: answer.id, submissions: [] })
          this.settle(answer.id)
          asked.reject(error)
        },
      )
      return
    }
    this.settle(answer.id)
    if (answer.type === 'failed') asked?.reject(new Error(answer.message))
    else asked?.resolve(answer)
  }

  private settle(id: number): void {
    this.asked.delete(id)
    if (this.asked.size === 0) this.worker.unref()
  }

  private send(kind: 'scheme' | 'facts', { hash, text }: HashedText): void {
    const isKnown = this.sent[kind].get(hash) !== undefined
    if (isKnown) return
    this.post({ type: 'learn', kind, hash, text })
    this.sent[kind].set(hash, text.length + 1)
  }

  private forget(kind: 'scheme' | 'facts', hash: string): void {
    this.post({ type: 'forget', kind, hash })
  }

  private post(request: ThreadRequest): void {
    this.worker.postMessage(request)
  }
}
