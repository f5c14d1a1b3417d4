import type { Design } from '../store/design.ts'
import { type Base, keepBase, listBases, readBase, renameDesign } from './bases.ts'
import { type Database, openDatabase } from './database.ts'
import { createDesign, type DesignSummary, listDesigns, markRemoved, type OpenedDesign, openDesign } from './designs.ts'
import { Journal } from './journal.ts'
import { newKey } from './new-key.ts'
import { addSavePoint, listSavePoints, readSavePoint, removeSavePoint, type SavePoint } from './save-points.ts'

/** Designs in the browser's own storage. The database is opened when first needed; a failure is told each time. */
export class BrowserStorage {
  private opened: Promise<Database> | undefined

  constructor(
    /** The tab's name, which the stored design bears while the tab writes it. */
    readonly tab: string = newKey(),
    private readonly name?: string,
  ) {}

  async designs(): Promise<DesignSummary[]> {
    return listDesigns(await this.database(), Date.now())
  }

  /** Stores a new design and gives the name under which it can be opened. */
  async create(design: Design, origin?: string, id = newKey()): Promise<string> {
    await createDesign(await this.database(), id, design, { now: Date.now(), writer: this.tab, origin })
    return id
  }

  /** The design as it was on the screen, with its history; this tab may write it from now on. */
  async open(id: string): Promise<OpenedDesign | undefined> {
    return openDesign(await this.database(), id, this.tab)
  }

  /** The same, without the right to write. */
  async look(id: string): Promise<OpenedDesign | undefined> {
    return openDesign(await this.database(), id, undefined)
  }

  /** Out of the list; `restore` brings it back, for thirty days. */
  async remove(id: string): Promise<void> {
    await markRemoved(await this.database(), id, Date.now())
  }

  async restore(id: string): Promise<void> {
    await markRemoved(await this.database(), id, undefined)
  }

  async savePoints(design: string): Promise<SavePoint[]> {
    return listSavePoints(await this.database(), design)
  }

  async addSavePoint(design: string, name: string, scheme: Design['scheme']): Promise<SavePoint> {
    return addSavePoint(await this.database(), design, { name, scheme, at: Date.now() })
  }

  async savePoint(design: string, number: number): Promise<Design['scheme'] | undefined> {
    return readSavePoint(await this.database(), design, number)
  }

  async removeSavePoint(design: string, number: number): Promise<void> {
    await removeSavePoint(await this.database(), design, number)
  }

  async bases(): Promise<Base[]> {
    return listBases(await this.database())
  }

  async base(id: string): Promise<Base | undefined> {
    return readBase(await this.database(), id)
  }

  async keepBase(base: Base): Promise<void> {
    await keepBase(await this.database(), base)
  }

  /** With a base it is a copy of the server's scheme, without one of this browser alone. */
  async rename(from: string, id: string, base?: Base): Promise<void> {
    await renameDesign(await this.database(), from, id, base)
  }

  journal({ id, history, position }: Omit<OpenedDesign, 'design'>): Journal {
    return new Journal(() => this.database(), id, this.tab, position, history)
  }

  private async database(): Promise<Database> {
    this.opened ??= openDatabase(this.name).then((database) => {
      // Closed for a newer page, or lost with all the browser kept: the next call opens it anew.
      const forget = () => {
        this.opened = undefined
      }
      database.addEventListener('close', forget)
      database.addEventListener('versionchange', forget)
      return database
    })
    try {
      return await this.opened
    } catch (error) {
      this.opened = undefined
      throw error
    }
  }
}
