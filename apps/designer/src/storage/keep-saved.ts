import type { Design } from '../store/design.ts'
import type { Change, Designer, DesignerStore } from '../store/designer-store.ts'
import { emptyHistory } from '../store/history.ts'
import type { BrowserStorage } from './browser-storage.ts'
import { type Journal, NoLongerStored, WrittenElsewhere } from './journal.ts'
import { newKey } from './new-key.ts'
import type { TabLock } from './tab.ts'
import { troubleOf } from './trouble.ts'

/** A snapshot is written when nothing has happened for so long. */
const QUIET_MS = 2000
/** After a failure it is tried again, also when nobody types. */
const RETRY_MS = 5000

/**
 * Listens to the store in one place: every change is written at once, and the state of saving is always on the screen.
 *
 * `open` loads a stored design into the store. A second tab that opens it looks on until `takeOver`.
 */
export class Saver {
  private journal: Journal | undefined
  /** Stores the design that the journal goes on from, where that is still to be done. */
  private begin: (() => Promise<unknown>) | undefined
  /** The write under way; whoever writes looks again when it is done. */
  private writing: Promise<void> | undefined
  private quiet: ReturnType<typeof setTimeout> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: DesignerStore,
    private readonly storage: BrowserStorage,
    private readonly lock: TabLock,
  ) {
    store.onChange((change, state) => this.note(change, state))
  }

  /**
   * Opens a new design and stores it. Where nothing can be stored (a private window, a full disk) it is open all the same,
   * the state of saving says so, and it is tried again.
   */
  async create(design: Design, origin?: string, id = newKey()): Promise<string> {
    await this.close()
    this.follow(id, design, origin)
    this.store.load(id, design)
    await this.flush()
    return id
  }

  /** false: there is no such design. */
  async open(id: string): Promise<boolean> {
    await this.close()
    const isHeld = await this.lock.isHeld(id)
    const opened = isHeld ? await this.storage.look(id) : await this.storage.open(id)
    if (opened === undefined) return false
    this.journal = isHeld ? undefined : this.storage.journal(opened)
    // Without it the first write asks for itself.
    this.journal?.lookAhead().catch(() => undefined)
    this.store.load(id, opened.design, opened.history)
    if (isHeld) this.store.setSync({ state: 'elsewhere', savedAt: null })
    else this.lock.hold(id, () => this.letGo())
    return true
  }

  /** What the other tab has is written there first, then read here. */
  async takeOver(open: (id: string) => Promise<unknown> = (id) => this.open(id)): Promise<void> {
    const { designId } = this.store.getState()
    if (designId === null) return
    await this.lock.take(designId)
    await open(designId)
  }

  /** Another document in the place of the open one, without its history. */
  async replace(scheme: Design['scheme']): Promise<void> {
    const { designId, design } = this.store.getState()
    if (designId !== null && design !== null) await this.create({ ...design, scheme }, undefined, designId)
  }

  /** Everything that has happened so far is stored, or has failed to be. */
  flushed(): Promise<void> {
    return this.flush()
  }

  /** Back to the opening page, with everything written. */
  async close(): Promise<void> {
    await this.flush()
    clearTimeout(this.quiet)
    clearTimeout(this.retry)
    this.journal = undefined
    this.begin = undefined
    this.lock.release()
  }

  private follow(id: string, design: Design, origin?: string): void {
    this.begin = () => this.storage.create(design, origin, id)
    this.journal = this.storage.journal({ id, history: emptyHistory, position: 0 })
    this.lock.hold(id, () => this.letGo())
  }

  private note(change: Change, { design, history, designId }: Designer): void {
    if (change.type === 'load') {
      if (design === null) void this.close()
      return
    }
    if (this.journal === undefined || design === null || designId === null) return
    this.journal.note(change, design, history)
    void this.flush()
    clearTimeout(this.quiet)
    this.quiet = setTimeout(() => this.flush(true), QUIET_MS)
  }

  private flush(withSnapshot = false): Promise<void> {
    this.writing ??= this.write(withSnapshot).finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  private async write(withSnapshot: boolean): Promise<void> {
    const { journal } = this
    const { design } = this.store.getState()
    if (journal === undefined || design === null) return
    try {
      const { name } = design.scheme
      if (this.begin !== undefined) {
        this.store.setSync({ state: 'saving', savedAt: null })
        await this.begin()
        if (journal === this.journal) this.begin = undefined
        await journal.lookAhead()
      }
      if (withSnapshot) await journal.settle(design, Date.now(), name)
      while (!journal.isClean) {
        this.store.setSync({ state: 'saving', savedAt: this.store.getState().sync.savedAt })
        await journal.flush(Date.now(), this.store.getState().design?.scheme.name ?? name)
      }
      if (journal === this.journal) this.store.setSync({ state: 'saved', savedAt: Date.now() })
    } catch (error) {
      await this.onFailure(error)
    }
  }

  private async onFailure(error: unknown): Promise<void> {
    if (error instanceof WrittenElsewhere || error instanceof NoLongerStored) {
      return this.saveAnew(error instanceof WrittenElsewhere)
    }
    const { savedAt } = this.store.getState().sync
    this.store.setSync({ state: 'failed', savedAt, trouble: troubleOf(error) })
    clearTimeout(this.retry)
    this.retry = setTimeout(() => this.flush(), RETRY_MS)
  }

  /**
   * This tab slept while another took the design, and has changes of its own: they become a copy, so nothing is lost. What
   * the browser has thrown away is stored again.
   */
  private async saveAnew(isCopy: boolean): Promise<void> {
    const { design, view } = this.store.getState()
    if (design === null) return
    const suffix = !isCopy ? '' : view.language === 'zh' ? '（副本）' : ' (copy)'
    const renamed = { ...design, scheme: { ...design.scheme, name: design.scheme.name + suffix } }
    const id = newKey()
    this.follow(id, renamed)
    this.store.load(id, renamed)
    this.store.setSync({ state: 'saving', savedAt: null })
    clearTimeout(this.retry)
    this.retry = setTimeout(() => this.flush())
  }

  /** Another tab takes the design over. What could not be stored for it stays here, as a copy that is offered as a file. */
  private async letGo(): Promise<void> {
    await this.flush()
    if (this.journal?.isClean === false) return this.saveAnew(true)
    this.journal = undefined
    this.store.setSync({ state: 'elsewhere', savedAt: null })
  }
}
