import type { Result } from '@yardstick/model'
import { mayAt } from './server/may-at.ts'
import type { VersionHead } from './server/schemes.ts'
import * as schemes from './server/schemes.ts'
import { server } from './server/session.ts'
import { BrowserStorage } from './storage/browser-storage.ts'
import type { DesignSummary } from './storage/designs.ts'
import { ServerKeeper } from './storage/keep-on-server.ts'
import { Saver } from './storage/keep-saved.ts'
import type { SavePoint } from './storage/save-points.ts'
import { ServerDesigns } from './storage/server-designs.ts'
import { tabLock } from './storage/tab.ts'
import { type TemplateSummary, template, templates } from './storage/templates.ts'
import type { Design } from './store/design.ts'
import type { MergeProposal } from './store/server-side.ts'
import { designer } from './store/use-designer.ts'

/**
 * The one small door through which designs are read and saved. Where the page comes from our server it leads to the
 * server's schemes, with a copy of each one opened in this browser; elsewhere to the browser's own storage alone. What is
 * open is saved by itself (`storage/keep-saved.ts`, `storage/keep-on-server.ts`); a promise that fails says that the
 * storage does not work, or, as `Refused`, what the server said.
 */
export interface Api {
  /** The designs in this browser, newest first: one's own, and copies of the server's. */
  designs(): Promise<DesignSummary[]>
  /** Those of them that the server does not have. */
  designsAlone(): Promise<DesignSummary[]>
  /** Gives the server a design of this browser; leads to its id there. */
  moveToServer(id: string): Promise<string | undefined>
  /** Sends what was left unsent here; gives the names of those that somebody has to look at first. */
  sendUnsent(): Promise<string[]>
  /** Opens a new design and stores it where that is possible; `origin` is the template it comes from. */
  create(design: Design, origin?: string): Promise<string>
  /** Loads a stored design into the store; false where there is none of this name. */
  open(id: string): Promise<boolean>
  /** The scheme of a stored design, read without opening it; undefined where there is none of this name. */
  scheme(id: string): Promise<Design['scheme'] | undefined>
  /** Makes this tab the one that may change the open design. */
  takeOver(): Promise<void>
  /** Sends what is not on the server yet, and reads what is new there. */
  catchUp(): Promise<void>
  /** Ends a conflict with the others' changes; false where `merged` cannot be taken over. */
  settle(proposal: MergeProposal, merged: Design['scheme']): Promise<boolean>
  /** Closes what is open; done when the server has it, or could not be reached. */
  leave(): Promise<void>
  remove(id: string): Promise<void>
  restore(id: string): Promise<void>
  savePoints(design: string): Promise<SavePoint[]>
  addSavePoint(design: string, name: string, scheme: Design['scheme']): Promise<SavePoint>
  savePoint(design: string, number: number): Promise<Design['scheme'] | undefined>
  removeSavePoint(design: string, number: number): Promise<void>
  /** What was published of a design. */
  versions(design: string): Promise<readonly VersionHead[]>
  version(hash: string): Promise<Design['scheme']>
  templates(): Promise<TemplateSummary[]>
  /** A template as a design of one's own, not yet stored. */
  template(path: string): Promise<Result<Design>>
}

const storage = new BrowserStorage()
const saver = new Saver(designer, storage, tabLock(storage.tab))
const keeper = new ServerKeeper(
  designer,
  { keepBase: (base) => storage.keepBase(base), replace: (scheme) => saver.replace(scheme) },
  {
    readHead: schemes.readHead,
    readDraft: schemes.readDraft,
    readReview: schemes.readReview,
    saveDraft: schemes.saveDraft,
    mayWrite: (region) => mayAt(server(), 'scheme.write', region),
  },
)
const onServer = new ServerDesigns(designer, storage, saver, keeper, () => {
  const there = server()
  return (there.state === 'there' && there.session.person?.id) || ''
})
const hasServer = () => server().state === 'there'

export const api: Api = {
  designs: () => storage.designs(),
  designsAlone: () => onServer.alone(),
  sendUnsent: () => onServer.sendUnsent(),
  moveToServer: (id) => onServer.move(id),
  create: (design, origin) => (hasServer() ? onServer.create(design, origin) : saver.create(design, origin)),
  open: (id) => (hasServer() ? onServer.open(id) : saver.open(id)),
  scheme: async (id) => {
    const own = await storage.look(id).catch(() => undefined)
    return own?.design.scheme ?? (hasServer() ? (await schemes.readDraft(id)).scheme : undefined)
  },
  takeOver: () => saver.takeOver((id) => api.open(id)),
  catchUp: () => keeper.catchUp(),
  settle: (proposal, merged) => keeper.settle(proposal, merged),
  leave: async () => {
    designer.close()
    await keeper.sentOff()
  },
  remove: (id) => storage.remove(id),
  restore: (id) => storage.restore(id),
  savePoints: (design) => onServer.savePoints(design),
  addSavePoint: (design, name, scheme) => onServer.addSavePoint(design, name, scheme),
  savePoint: (design, number) => onServer.savePoint(design, number),
  removeSavePoint: (design, number) => onServer.removeSavePoint(design, number),
  versions: (design) => onServer.versions(design),
  version: async (hash) => (await schemes.readVersion(hash)).scheme,
  templates,
  template,
}
