import type { NamedFile } from '@yardstick/exchange/write/zip'
import { type Issue, type Result, writeLayers } from '@yardstick/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClerkDesk } from '../../../parts/workbook/clerk-desk.ts'
import { type Choices, dryRun, noChoices, type Writing } from '../../../parts/workbook/dry-run.ts'
import { isZipName } from '../../../parts/workbook/returned-name.ts'
import { NotOurs } from '../../../parts/workbook/trouble-text.ts'
import { takesClaims, type WholeSubmission } from '../../../server/campaigns.ts'
import { ask, Refused } from '../../../server/client.ts'
import type { CampaignDocuments } from './documents.ts'
import {
  type FileStatus,
  type ReturnedFile,
  SubjectIndex,
  type Surroundings,
  statusOf,
  twinsOf,
  writable,
} from './returned-file.ts'

/** How far something is. */
export interface Share {
  readonly done: number
  readonly total: number
}

export interface ReturnView {
  readonly files: readonly ReturnedFile[]
  /** While the submissions are fetched, how many are there. */
  readonly fetching: number | null
  readonly reading: Share | null
  readonly applying: Share | null
  /** What kept all of it from going on. */
  readonly trouble: unknown
  /** Of a zip or folder: what lay there besides workbooks. */
  readonly others: number
  /** Counts changes of submissions, which stand in `documents`. */
  readonly turn: number
}

/** Submissions written in one request. */
const CHUNK = 25
/** What is seen of hundreds of files that are read one after the other follows that often, in milliseconds. */
const SEEN_MS = 120

type Answer =
  | { readonly id: string; readonly status: 200; readonly revision: number; readonly others: readonly unknown[] }
  | {
      readonly id: string
      readonly status: number
      readonly issues: readonly Issue[]
      readonly current?: WholeSubmission
    }

/**
 * Where workbooks of a campaign come back: each is read in the worker and held against its submission; what is sure, and
 * what somebody settled, is written, many at a time. Nothing is written before that is asked for.
 */
export class ReturnDesk {
  readonly store: StoreApi<ReturnView>
  private readonly files = new Map<number, ReturnedFile>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private progress: Partial<ReturnView> = {}
  private next = 0
  private index: SubjectIndex | undefined
  private work: Promise<void> | undefined
  private isStopped = false
  private hasEnded = false
  private fetching: AbortController | undefined

  constructor(
    readonly documents: CampaignDocuments,
    private readonly clerks: ClerkDesk,
    private readonly campaign: string,
    private readonly mayReport: (submission: WholeSubmission) => boolean,
  ) {
    this.store = createStore<ReturnView>(() => ({
      files: [],
      fetching: null,
      reading: null,
      applying: null,
      trouble: undefined,
      others: 0,
      turn: 0,
    }))
  }

  /** Files as they were dropped or chosen; a zip stands for what is in it. */
  add(files: readonly { readonly name: string; readonly content: Blob | Uint8Array }[], others = 0): void {
    for (const { name, content } of files) this.put(this.newFile(name, content))
    this.show({ others: this.store.getState().others + others })
    this.readAll()
  }

  remove(keys: ReadonlySet<number>): void {
    for (const key of keys) this.files.delete(key)
    this.show()
  }

  clear(): void {
    this.isStopped = true
    this.files.clear()
    this.show({ others: 0, trouble: undefined })
  }

  /** Whose file it is, said by somebody. */
  assign(key: number, submission: string): void {
    this.change(key, { submission, isAssigned: true, step: 'waiting', run: undefined, choices: noChoices })
    this.show()
    this.readAll()
  }

  choose(key: number, choices: Choices): void {
    // Of a file that was written the rest can still be settled, held against what is there now.
    const isWritten = this.files.get(key)?.step === 'written'
    this.change(key, { choices, ...(isWritten ? { step: 'waiting' } : {}) })
    this.show()
    if (isWritten) this.readAll()
  }

  surroundings(): Surroundings {
    return { documents: this.documents.byId, twins: twinsOf([...this.files.values()]), mayReport: this.mayReport }
  }

  /** Stops reading or writing after what is under way. */
  stop(): void {
    this.isStopped = true
    this.fetching?.abort()
  }

  /** Stops for good: the page was left. */
  end(): void {
    this.hasEnded = true
    this.stop()
    clearTimeout(this.timer)
  }

  /**
   * Writes all that is sure; what was refused before is tried again.
   *
   * noteOf  what the history says of a file
   */
  async apply(noteOf: (name: string) => string): Promise<void> {
    const keys = this.plan().map(({ file }) => file.key)
    this.isStopped = false
    this.show({ applying: { done: 0, total: keys.length }, trouble: undefined })
    for (let at = 0; at < keys.length && !this.isStopped; at += CHUNK) {
      const now = new Set(keys.slice(at, at + CHUNK))
      // While others were written, something may have been settled in these.
      const chunk = this.plan().filter(({ file }) => now.has(file.key))
      for (const { file } of chunk) this.change(file.key, { step: 'writing' })
      if (chunk.length > 0) await this.write(chunk, noteOf)
      this.show({ applying: { done: Math.min(at + CHUNK, keys.length), total: keys.length } })
    }
    this.show({ applying: null })
    this.readAll()
  }

  /** What `apply` would write. */
  plan(): { readonly file: ReturnedFile; readonly status: FileStatus; readonly writing: Writing }[] {
    const surroundings = this.surroundings()
    return [...this.files.values()].flatMap((file) => {
      const status = statusOf(file, surroundings)
      const writing = writable(file, status, surroundings)
      return writing === undefined ? [] : [{ file, status, writing }]
    })
  }

  // Reading

  private readAll(): void {
    if (this.hasEnded) return
    this.isStopped = false
    this.work ??= this.readWaiting().finally(() => {
      this.work = undefined
    })
  }

  private async readWaiting(): Promise<void> {
    try {
      for (let done = 0; !this.isStopped; done++) {
        // They may be wanted anew while files are read.
        await this.fetch()
        if (this.index === undefined) break
        const waiting = [...this.files.values()].filter(({ step }) => step === 'waiting')
        const [file] = waiting
        if (file === undefined) break
        this.showSoon({ reading: { done, total: done + waiting.length } })
        await this.read(file)
      }
    } catch (trouble) {
      if (this.fetching?.signal.aborted !== true) this.show({ trouble })
    }
    this.show({ reading: null, fetching: null })
  }

  /** The submissions as they are, once; what is written here is written there, too. */
  private async fetch(): Promise<void> {
    if (this.index !== undefined) return
    this.show({ fetching: 0, trouble: undefined })
    this.fetching = new AbortController()
    const { signal } = this.fetching
    await this.documents.load((fetching) => this.showSoon({ fetching }), signal)
    await this.documents.loadLast(signal).catch(() => undefined)
    if (signal.aborted) return
    this.index = new SubjectIndex(this.documents.byId.values())
    this.show({ fetching: null })
  }

  /** Asks for the submissions anew, and holds against them what was read before. */
  refresh(): void {
    this.index = undefined
    for (const { key } of this.files.values()) this.change(key, { step: 'waiting' })
    this.show()
    this.readAll()
  }

  private async read(file: ReturnedFile): Promise<void> {
    const { key, name, content } = file
    // What was said of it meanwhile counts: it is read again, or not at all.
    const isAsItWas = () => this.files.get(key) === file
    try {
      const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer())
      if (isZipName(name)) return await this.unpack(file, bytes)
      const versions = new Set([...this.documents.byId.values()].map(({ version }) => version))
      const read = await this.clerks.ask(versions, async (clerk) => {
        const opened = await clerk.open(name, bytes)
        if ('issues' in opened) throw new Refused(422, opened.issues)
        const { identity, isOurs } = opened
        if (!isOurs) throw new NotOurs('no workbook that was handed out')
        const own = file.submission ?? (identity === undefined ? undefined : this.index?.submissionOf(identity.subject))
        const whole = own === undefined ? undefined : this.documents.byId.get(own)
        if (whole === undefined) return { identity, submission: undefined, run: undefined }
        const reading = await clerk.compare(this.documents.basisOf(whole))
        return { identity, submission: own, run: dryRun(reading, takesClaims(whole)) }
      })
      if (isAsItWas()) this.change(key, { ...read, trouble: undefined, step: 'read' })
    } catch (trouble) {
      if (isAsItWas()) this.change(key, { trouble, run: undefined, step: 'read' })
    }
  }

  private async unpack({ key, name }: ReturnedFile, bytes: Uint8Array): Promise<void> {
    const unpacked: Result<NamedFile[]> = await this.clerks.ask<Result<NamedFile[]>>([], async (clerk) =>
      clerk.unpack(bytes),
    )
    if (!unpacked.ok) throw new Refused(422, unpacked.issues)
    const folder = name.replace(/\.zip$/i, '')
    // It was removed meanwhile, and with it what is in it.
    if (!this.files.delete(key)) return
    for (const each of unpacked.value) this.put(this.newFile(`${folder}/${each.name}`, each.bytes))
  }

  // Writing

  private async write(
    chunk: readonly { readonly file: ReturnedFile; readonly writing: Writing }[],
    noteOf: (name: string) => string,
  ): Promise<void> {
    const body = {
      submissions: chunk.map(({ file, writing: { entries, claims } }) => {
        const { id, revision } = this.documents.byId.get(file.submission!)!
        return { id, revision, entries, ...(claims === undefined ? {} : { claims }), note: noteOf(file.name) }
      }),
    }
    try {
      const { submissions } = await ask<{ submissions: readonly Answer[] }>(
        'POST',
        `/api/campaigns/${this.campaign}/entries`,
        { body },
      )
      for (const [index, answer] of submissions.entries()) await this.settle(chunk[index]!, answer)
    } catch (trouble) {
      for (const { file } of chunk) this.change(file.key, { step: 'failed', refusal: trouble })
    }
  }

  private async settle({ file, writing }: { file: ReturnedFile; writing: Writing }, answer: Answer): Promise<void> {
    const whole = this.documents.byId.get(answer.id)!
    if ('revision' in answer) {
      const { entries, claims, count } = writing
      const { submission } = writeLayers(whole.submission, entries, { who: '', when: '' })
      const own = { ...submission, ...(claims === undefined ? {} : { claims }) }
      const isAlone = answer.others.length === 0
      const mine = { ...whole, revision: answer.revision, submission: own }
      this.documents.put(isAlone ? mine : await newest(whole).catch(() => this.forgotten(mine)))
      this.change(file.key, { step: 'written', written: (file.written ?? 0) + count, refusal: undefined })
      return
    }
    const refusal = new Refused(answer.status, answer.issues)
    const { current } = answer
    if (current !== undefined) this.documents.put(current)
    // Where somebody else was ahead it is held against what is there now, and may be written again.
    this.change(file.key, { step: current === undefined ? 'failed' : 'waiting', refusal })
  }

  /** It is written; what others wrote is not known, and is fetched before anything is held against it. */
  private forgotten(mine: WholeSubmission): WholeSubmission {
    this.index = undefined
    return mine
  }

  private newFile(name: string, content: Blob | Uint8Array): ReturnedFile {
    return { key: this.next++, name, content, choices: noChoices, step: 'waiting' }
  }

  private put(file: ReturnedFile): void {
    this.files.set(file.key, file)
  }

  private change(key: number, change: Partial<ReturnedFile>): void {
    const file = this.files.get(key)
    if (file !== undefined) this.put({ ...file, ...change })
  }

  /** Lets everybody see how it is now. */
  private show(view: Partial<ReturnView> = {}): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const seen = { ...this.progress, ...view }
    this.progress = {}
    this.store.setState(({ turn }) => ({ ...seen, files: [...this.files.values()], turn: turn + 1 }))
  }

  /** The same in a moment, with what comes until then. */
  private showSoon(view: Partial<ReturnView>): void {
    this.progress = { ...this.progress, ...view }
    this.timer ??= setTimeout(() => this.show(), SEEN_MS)
  }
}

function newest({ id }: WholeSubmission): Promise<WholeSubmission> {
  return ask('GET', `/api/submissions/${id}`)
}
