import type { Result } from '@yardstick/model'
import { BrowserStorage } from './storage/browser-storage.ts'
import type { DesignSummary } from './storage/designs.ts'
import { Saver } from './storage/keep-saved.ts'
import type { SavePoint } from './storage/save-points.ts'
import { tabLock } from './storage/tab.ts'
import { type TemplateSummary, template, templates } from './storage/templates.ts'
import type { Design } from './store/design.ts'
import { designer } from './store/use-designer.ts'

/**
 * The one small door through which designs are read and saved. Here it leads to the browser's own storage and to the
 * templates that come with the page; a server behind it later changes nothing on this side. What is open is saved by
 * itself (`storage/keep-saved.ts`); a promise that fails says that the storage does not work.
 */
export interface Api {
  /** One's own designs, newest first. */
  designs(): Promise<DesignSummary[]>
  /** Opens a new design and stores it where that is possible; `origin` is the template it comes from. */
  create(design: Design, origin?: string): Promise<string>
  /** Loads a stored design into the store; false where there is none of this name. */
  open(id: string): Promise<boolean>
  /** Makes this tab the one that may change the open design. */
  takeOver(): Promise<void>
  remove(id: string): Promise<void>
  restore(id: string): Promise<void>
  savePoints(design: string): Promise<SavePoint[]>
  addSavePoint(design: string, name: string, scheme: Design['scheme']): Promise<SavePoint>
  savePoint(design: string, number: number): Promise<Design['scheme'] | undefined>
  removeSavePoint(design: string, number: number): Promise<void>
  templates(): Promise<TemplateSummary[]>
  /** A template as a design of one's own, not yet stored. */
  template(path: string): Promise<Result<Design>>
}

const storage = new BrowserStorage()
const saver = new Saver(designer, storage, tabLock(storage.tab))

export const api: Api = {
  designs: () => storage.designs(),
  create: (design, origin) => saver.create(design, origin),
  open: (id) => saver.open(id),
  takeOver: () => saver.takeOver(),
  remove: (id) => storage.remove(id),
  restore: (id) => storage.restore(id),
  savePoints: (design) => storage.savePoints(design),
  addSavePoint: (design, name, scheme) => storage.addSavePoint(design, name, scheme),
  savePoint: (design, number) => storage.savePoint(design, number),
  removeSavePoint: (design, number) => storage.removeSavePoint(design, number),
  templates,
  template,
}
