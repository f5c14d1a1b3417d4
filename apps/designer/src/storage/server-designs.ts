import type { Scheme } from '@yardstick/model'
import { Refused } from '../server/client.ts'
import * as schemes from '../server/schemes.ts'
import type { Design } from '../store/design.ts'
import type { DesignerStore } from '../store/designer-store.ts'
import type { Base } from './bases.ts'
import type { BrowserStorage } from './browser-storage.ts'
import type { DesignSummary } from './designs.ts'
import { isSame, type ServerKeeper } from './keep-on-server.ts'
import type { Saver } from './keep-saved.ts'
import { newKey } from './new-key.ts'
import type { SavePoint } from './save-points.ts'

/**
 * Designs that are the server's schemes. Each one opened has its copy in this browser, under the same id, with its own
 * journal and undo steps; the keeper brings the copy and the server together. Where the server does not answer, the copy
 * is worked on, and a new design begins as one of this browser alone.
 */
export class ServerDesigns {
  constructor(
    private readonly store: DesignerStore,
    private readonly storage: BrowserStorage,
    private readonly saver: Saver,
    private readonly keeper: ServerKeeper,
    /** The id of whoever is signed in. */
    private readonly person: () => string,
  ) {}

  /** Not yet on the server, since it did not take it: then the design is of this browser alone. */
  async create(design: Design, origin?: string): Promise<string> {
    const { scheme } = design
    try {
      const { id, revision } = await schemes.addScheme(scheme)
      await this.saver.create(design, origin, id)
      await this.begin({ id, revision, scheme })
      return id
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return this.saver.create(design, origin)
    }
  }

  /**
   * The copy in this browser where there is one, at once; what the server has of it follows.
   *
   * returns  false where neither has it
   * throws   `Refused` of status 0 where only the server could have it and does not answer
   */
  async open(id: string): Promise<boolean> {
    const base = await this.ownBase(id).catch(() => undefined)
    if (await this.saver.open(id).catch(() => false)) {
      if (base === undefined) return true
      this.keeper.follow(base)
      void this.keeper.catchUp()
      return true
    }
    const draft = await schemes.readDraft(id).catch((error) => {
      if (error instanceof Refused && error.status >= 400 && error.status < 500) return undefined
      throw error
    })
    if (draft === undefined) return false
    const { revision, scheme } = draft
    await this.saver.create({ scheme, declarations: [] }, undefined, id)
    await this.begin({ id, revision, scheme })
    return true
  }

  /** Designs of this browser that the server does not have. */
  async alone(): Promise<DesignSummary[]> {
    const [designs, bases] = await Promise.all([this.storage.designs(), this.storage.bases()])
    const copies = new Set(bases.map(({ id }) => id))
    return designs.filter(({ id }) => !copies.has(id))
  }

  /** What was changed while the server did not answer, and closed before it did. What others were ahead of waits to be opened. */
  async sendUnsent(): Promise<string[]> {
    const waiting: string[] = []
    await this.keeper.sentOff()
    for (const base of await this.storage.bases()) {
      if (base.person !== this.person() || this.store.getState().designId === base.id) continue
      const { design } = (await this.storage.look(base.id)) ?? {}
      if (design === undefined || isSame(design.scheme, base.scheme)) continue
      try {
        const { revision } = await schemes.saveDraft(base.id, base.revision, design.scheme)
        await this.storage.keepBase({ ...base, revision, scheme: design.scheme })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        // Others removed it, and no list leads to it any more: it goes on as a design of this browser.
        if (error.status === 404) await this.storage.rename(base.id, newKey())
        else waiting.push(design.scheme.name)
      }
    }
    return waiting
  }

  /** Gives the server a design of this browser; its undo steps and save points come with it. Leads to the id it has there. */
  async move(from: string): Promise<string | undefined> {
    const isOpen = this.store.getState().designId === from
    if (isOpen) await this.saver.flushed()
    const opened = await this.storage.look(from)
    if (opened === undefined) return undefined
    const { scheme } = opened.design
    const { id, revision } = await schemes.addScheme(scheme)
    if (isOpen) await this.saver.close()
    await this.storage.rename(from, id, { id, person: this.person(), revision, scheme })
    if (isOpen) await this.open(id)
    return id
  }

  /** The server's, with those of this browser alone: made while the server did not answer, or before there was one. */
  async savePoints(id: string): Promise<SavePoint[]> {
    if (!(await this.isCopy(id))) return this.storage.savePoints(id)
    const own = await this.storage.savePoints(id).catch(() => [])
    const { revisions } = await schemes.listSavePoints(id).catch(unlessRefused({ revisions: [] }))
    const theirs = revisions.flatMap(({ number, savePoint, savedBy, savedAt }) =>
      savePoint === null ? [] : [{ number, name: savePoint, at: Date.parse(savedAt), by: savedBy }],
    )
    return [...theirs, ...own.map((each) => ({ ...each, number: -each.number }))].sort((a, b) => b.at - a.at)
  }

  async addSavePoint(id: string, name: string, scheme: Scheme): Promise<SavePoint> {
    const isOpen = this.store.getState().designId === id
    if (isOpen && (await this.isCopy(id))) {
      await this.keeper.send()
      const made = this.keeper.isSaved
        ? await schemes.addSavePoint(id, name).catch(unlessRefused(undefined))
        : undefined
      if (made !== undefined) return { number: made.number, name, at: Date.now() }
    }
    return this.storage.addSavePoint(id, name, scheme)
  }

  async savePoint(id: string, number: number): Promise<Scheme | undefined> {
    if (!(await this.isCopy(id))) return this.storage.savePoint(id, number)
    return number < 0 ? this.storage.savePoint(id, -number) : (await schemes.readRevision(id, number)).scheme
  }

  async removeSavePoint(id: string, number: number): Promise<void> {
    if (!(await this.isCopy(id))) return this.storage.removeSavePoint(id, number)
    if (number < 0) return this.storage.removeSavePoint(id, -number)
    await schemes.removeSavePoint(id, number)
  }

  /** What was published of it, newest first; nothing of a design of this browser alone. */
  async versions(id: string): Promise<readonly schemes.VersionHead[]> {
    if (!(await this.isCopy(id))) return []
    return (await schemes.listVersions(id).catch(unlessRefused({ versions: [] }))).versions
  }

  private async isCopy(id: string): Promise<boolean> {
    const { designId, server } = this.store.getState()
    return (designId === id && server !== null) || (await this.storage.base(id)) !== undefined
  }

  /** What somebody else changed here and did not send is set aside, as a design of this browser alone. */
  private async ownBase(id: string): Promise<Base | undefined> {
    const base = await this.storage.base(id)
    if (base === undefined || base.person === this.person()) return base
    const opened = await this.storage.look(id)
    if (opened === undefined || isSame(opened.design.scheme, base.scheme)) return { ...base, person: this.person() }
    await this.storage.rename(id, newKey())
    return undefined
  }

  private async begin(begun: Omit<Base, 'person'>): Promise<void> {
    const base = { ...begun, person: this.person() }
    this.keeper.follow(base)
    await this.storage.keepBase(base).catch(() => undefined)
    void this.keeper.catchUp()
  }
}

/** What the server refuses or does not answer is done without it. */
function unlessRefused<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Refused) return instead
    throw error
  }
}
