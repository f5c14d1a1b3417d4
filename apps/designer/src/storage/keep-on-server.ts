import { canonicalText, type Scheme, schemeEdits } from '@yardstick/model'
import { Refused } from '../server/client.ts'
import type { Draft } from '../server/schemes.ts'
import type { DesignerStore } from '../store/designer-store.ts'
import type { MergeProposal, Review, SchemeHead } from '../store/server-side.ts'
import type { Base } from './bases.ts'

/** Sent when nothing has happened for so long, and while somebody goes on typing, at least so often. */
const QUIET_MS = 1000
const LONGEST_MS = 4000
/** How long a server that does not answer is left alone: longer each time. */
const RETRY_MS = [2000, 4000, 8000, 15_000] as const

/** What the keeper asks of the server. */
export interface Drafts {
  readHead(id: string): Promise<SchemeHead>
  readDraft(id: string): Promise<Draft>
  /** Refused with 412 where others have saved since. */
  saveDraft(id: string, revision: number, scheme: Scheme): Promise<{ readonly revision: number }>
  /** Whether whoever is signed in may change what is of this region. */
  mayWrite(region: string): boolean
  /** The last review, with its remarks. */
  readReview(id: string): Promise<Review | null>
}

/** Where it is remembered what the server had. */
export interface Bases {
  keepBase(base: Base): Promise<void>
  /** Puts a design in the place of the one that is open, without its history. */
  replace(scheme: Scheme): Promise<void>
}

/**
 * Brings what is on the screen to the server, behind the journal, which keeps every change at once. It remembers what the
 * server had when last heard of (the base): what differs from it is sent, and what somebody else saved meanwhile is put
 * together with it, first as a proposal, then as one step that can be undone. Nothing is overwritten unseen.
 */
export class ServerKeeper {
  private base: Base | undefined
  private sending: Promise<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  /** When the oldest change was made that is not sent yet. */
  private since: number | undefined
  private failures = 0
  /** Whether what is on the screen has to be compared: at 2,000 leaves that is felt. */
  private mayBeSame = true
  /** What is on the screen, or was when the design was closed. */
  private latest: Scheme | undefined
  private sendingOff: Promise<void> = Promise.resolve()

  constructor(
    private readonly store: DesignerStore,
    private readonly bases: Bases,
    private readonly drafts: Drafts,
  ) {
    store.onChange((change, state) => {
      if (change.type === 'load') {
        if (state.designId !== this.base?.id) this.leave()
      } else {
        // What was typed is new; what was taken back may be what the server has.
        this.mayBeSame = change.type !== 'entry'
        this.note()
      }
    })
  }

  /** The design that has just been opened is a copy of the server's; `base` is what the server had. */
  follow(base: Base, head: SchemeHead | null = null): void {
    this.leave()
    this.base = base
    this.mayBeSame = true
    this.store.setServer({ head, saving: 'saved' })
  }

  /** Goes on with what is on the screen: reads the head, sends what is here alone, takes over what is there alone. */
  async catchUp(): Promise<void> {
    const { base } = this
    if (base === undefined || this.isElsewhere()) return
    try {
      const [head, review] = await Promise.all([this.drafts.readHead(base.id), this.drafts.readReview(base.id)])
      if (this.base?.id !== base.id) return
      this.store.setServer({ head, review, mayWrite: this.drafts.mayWrite(head.region) })
      if (this.store.getState().server?.proposal != null) return
      if (head.revision !== this.base.revision && this.isClean()) await this.takeOver(head)
      else await this.send()
    } catch (error) {
      if (this.base?.id === base.id) await this.onRefused(error)
    }
  }

  /** Sends at once; done when the server has it or has said why not. */
  async send(): Promise<void> {
    clearTimeout(this.timer)
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined
    })
    return this.sending
  }

  /** Done when what was closed last is on the server, or could not be sent. */
  sentOff(): Promise<void> {
    return this.sendingOff
  }

  get isSaved(): boolean {
    return this.base !== undefined && this.isClean()
  }

  /**
   * What was put together of theirs and mine becomes one step on the screen and is saved over their revision.
   *
   * returns  false where it cannot be carried out as one edit; nothing has changed then
   */
  async settle(proposal: MergeProposal, merged: Scheme): Promise<boolean> {
    const { design } = this.store.getState()
    if (design === null || this.base === undefined) return false
    const label = { zh: `合并${proposal.savedBy}的修改`, en: `merge the changes of ${proposal.savedBy}` }
    // One of the two may have taken over an update of the template: the limits are those of that side.
    const isOurs = canonicalText(merged.lineage ?? null) === canonicalText(design.scheme.lineage ?? null)
    const limitsOf = isOurs ? design.scheme : proposal.theirs
    if (this.store.edit(label, schemeEdits(design.scheme, merged), { limitsOf }).length > 0) return false
    this.store.setServer({ proposal: null, saving: 'saving' })
    await this.remember(proposal.revision, proposal.theirs)
    await this.send()
    return true
  }

  private leave(): void {
    clearTimeout(this.timer)
    if (this.base !== undefined && this.latest !== undefined) this.sendingOff = this.sendOff(this.base, this.latest)
    this.base = undefined
    this.latest = undefined
    this.since = undefined
    this.failures = 0
  }

  /** What was not sent yet when the design was closed; where that fails, it is sent when it is opened again. */
  private async sendOff(base: Base, scheme: Scheme): Promise<void> {
    if (isSame(base.scheme, scheme)) return
    try {
      const { revision } = await this.drafts.saveDraft(base.id, base.revision, scheme)
      await this.bases.keepBase({ ...base, revision, scheme })
    } catch {
      // It is in the journal.
    }
  }

  private note(): void {
    const { server, design } = this.store.getState()
    if (this.base === undefined || server === null || this.isElsewhere()) return
    this.latest = design?.scheme
    // Somebody has to look first; what is typed meanwhile goes into the merge.
    if (server.saving === 'merge') return
    // Whoever wants to go on signs in; nobody is asked with every letter.
    if (server.saving === 'signed-out') return
    if (server.saving === 'saved') this.store.setServer({ saving: 'saving' })
    if (server.saving === 'unreachable') return
    const now = Date.now()
    this.since ??= now
    this.later(Math.min(QUIET_MS, Math.max(0, this.since + LONGEST_MS - now)))
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), ms)
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const { base } = this
      const { design } = this.store.getState()
      this.since = undefined
      if (base === undefined || design === null || this.isElsewhere()) return
      if (this.isClean()) {
        this.failures = 0
        this.store.setServer({ saving: 'saved', savedAt: Date.now(), issues: [], proposal: null })
        return
      }
      const { scheme } = design
      if (this.failures === 0) this.store.setServer({ saving: 'saving' })
      try {
        const { revision } = await this.drafts.saveDraft(base.id, base.revision, scheme)
        if (this.base?.id !== base.id) return
        await this.remember(revision, scheme)
      } catch (error) {
        if (this.base?.id !== base.id) return
        if (!(await this.onRefused(error, scheme))) return
      }
    }
  }

  /** true: it can be sent again at once. */
  private async onRefused(error: unknown, mine?: Scheme): Promise<boolean> {
    const { base } = this
    if (!(error instanceof Refused)) throw error
    if (base === undefined) return false
    const { status, issues } = error
    if (status === 412 && mine !== undefined) return this.onStale(error, base, mine)
    if (status === 401) {
      // What was typed while somebody was asked to sign in does not ask again.
      clearTimeout(this.timer)
      this.store.setServer({ saving: 'signed-out', issues })
      return false
    }
    if (status === 0 || status === 429 || status >= 500) {
      this.store.setServer({ saving: 'unreachable', issues })
      this.later(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]!)
      this.failures++
      return false
    }
    // Others removed it: whoever has it open knows it by its name.
    const name = this.store.getState().design?.scheme.name ?? null
    const named = status === 404 ? issues.map((each) => ({ ...each, found: name })) : issues
    this.store.setServer({ saving: 'refused', issues: named })
    return false
  }

  private async onStale(error: Refused, base: Base, mine: Scheme): Promise<boolean> {
    const { revision, savedBy, savedAt, scheme: theirs } = error.more['current'] as Omit<Draft, 'id'>
    // Our own save, of which the answer was lost.
    if (isSame(theirs, mine)) {
      await this.remember(revision, mine)
      return true
    }
    this.failures = 0
    const proposal = { revision, savedBy, savedAt, base: base.scheme, theirs }
    this.store.setServer({ saving: 'merge', proposal, issues: [] })
    return false
  }

  /** Others have saved and nothing is here that they have not seen: theirs comes onto the screen, as one step. */
  private async takeOver(head: SchemeHead): Promise<void> {
    const { base } = this
    const { design } = this.store.getState()
    if (base === undefined || design === null) return
    const draft = await this.drafts.readDraft(base.id)
    if (this.base?.id !== base.id || this.base.revision !== base.revision || !this.isClean()) return
    const label = { zh: `${draft.savedBy}的修改`, en: `changes of ${draft.savedBy}` }
    this.base = { ...base, revision: draft.revision, scheme: draft.scheme }
    const refused = this.store.edit(label, schemeEdits(design.scheme, draft.scheme), { isTaken: true })
    if (refused.length > 0) await this.bases.replace(draft.scheme)
    this.mayBeSame = true
    await this.remember(draft.revision, draft.scheme, head.state)
    this.store.setServer({ head, saving: 'saved', savedAt: Date.now(), issues: [] })
  }

  private async remember(revision: number, scheme: Scheme, state: SchemeHead['state'] = 'draft'): Promise<void> {
    if (this.base === undefined) return
    this.base = { ...this.base, revision, scheme }
    const { head } = this.store.getState().server ?? {}
    // What was approved was approved as it was.
    if (head != null) this.store.setServer({ head: { ...head, revision, name: scheme.name, state }, isReopened: false })
    // Where the browser stores nothing, the state of the journal says so.
    await this.bases.keepBase(this.base).catch(() => undefined)
  }

  private isClean(): boolean {
    const { base } = this
    const { design } = this.store.getState()
    if (base === undefined || design === null) return false
    if (design.scheme === base.scheme) return true
    if (!this.mayBeSame || !isSame(design.scheme, base.scheme)) return false
    this.base = { ...base, scheme: design.scheme }
    return true
  }

  private isElsewhere(): boolean {
    return this.store.getState().sync.state === 'elsewhere'
  }
}

/** Whether two documents say the same. A list that is empty and one that is not there are the same: nothing is sent for it. */
export function isSame(a: Scheme, b: Scheme): boolean {
  if (a === b || canonicalText(a) === canonicalText(b)) return true
  const edit = schemeEdits(a, b)
  return edit.type === 'batch' && edit.edits.length === 0
}
