import {
  checkSubmission,
  type Evaluation,
  expertName,
  type Issue,
  type Language,
  type LayerEntry,
  type Submission,
} from '@yardstick/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApartTexts } from '../evaluation/apart.ts'
import type { Engine } from '../evaluation/engine.ts'
import type { WholeSubmission } from '../server/campaigns.ts'
import { ask, Refused } from '../server/client.ts'
import { areSameClaims, type ClaimClash, mergeClaims, withClaim } from './claims.ts'
import {
  type Clash,
  clashesOf,
  emptyJournal,
  isEmpty,
  type Journal,
  noted,
  sendable,
  withJournal,
  without,
} from './journal.ts'
import { type Loaded, readSubmission } from './load.ts'
import { OwnScores } from './own-scores.ts'
import { isUnanswered, Sending } from './sending.ts'
import { type Unsent, unsentOf } from './unsent.ts'

/** How far what was written has come. `held`: it waits until it is mended. */
export type Saving = 'saved' | 'waiting' | 'sending' | 'held' | 'away' | 'refused'

export interface SubmissionView {
  /** As the server gave it last. */
  readonly head: WholeSubmission
  /** With what is written here and is not there yet. */
  readonly document: Submission
  /** What is wrong with the document, as it is written. */
  readonly issues: readonly Issue[]
  /** Of the document; null until it is there, and where the scheme does not compile. */
  readonly evaluation: Evaluation | null
  readonly texts: ApartTexts
  readonly saving: Saving
  readonly savedAt: Date | null
  /** What refused the last saving. */
  readonly trouble: unknown
  /** Where others have written the same meanwhile. */
  readonly clashes: readonly (Clash | ClaimClash)[]
}

interface Answer {
  readonly revision: number
  readonly others: readonly unknown[]
}

/**
 * A submission that is open. Whatever is written is scored at once and goes to the server in the order it was written: what
 * others wrote elsewhere is taken over, where they wrote the same somebody decides. What cannot be sent is kept.
 */
export class OpenSubmission {
  readonly store: StoreApi<SubmissionView>
  readonly loaded: Loaded
  private readonly unsent: Unsent
  private readonly own: OwnScores
  private journal: Journal = emptyJournal
  /** The revision that the journal was begun with. */
  private since: number
  private readonly sending = new Sending(() => this.sendNow())
  private scoring: Promise<void> | undefined
  private language: Language
  private hasEnded = false

  constructor(
    loaded: Loaded,
    /** `isExpert`: scores alone in panels. */
    private readonly person: { readonly id: string; readonly title: string; readonly isExpert: boolean },
    language: Language,
    private readonly engine: Engine,
  ) {
    const { head } = loaded
    this.loaded = loaded
    this.language = language
    this.since = head.revision
    this.unsent = unsentOf(person.id, head.id)
    this.own = new OwnScores(loaded.scheme, person.isExpert ? expertName(person) : undefined)
    const document = head.submission
    this.store = createStore<SubmissionView>(() => ({
      head,
      document,
      issues: checkSubmission(loaded.scheme, document),
      evaluation: null,
      texts: { leaves: {}, readsGroup: false },
      saving: 'saved',
      savedAt: null,
      trouble: undefined,
      clashes: [],
    }))
    const left = this.unsent.read()
    if (left !== undefined) {
      this.since = left.revision
      this.journal = left.journal
      this.refresh()
      this.plan(0)
    }
    void this.setLanguage(language)
  }

  /**
   * Writes layers, and 自评分 where they are given: seen at once, sent after a pause in which nothing more is written. An
   * entry without value and state takes the layer away.
   */
  write(entries: readonly LayerEntry[], more: { claims?: Submission['claims'] | null; pauseMs?: number } = {}): void {
    if (isEmpty(this.journal)) this.since = this.store.getState().head.revision
    this.journal = noted(this.journal, { entries, claims: more.claims })
    this.unsent.keep(this.journal, this.since)
    this.refresh()
    this.plan(more.pauseMs ?? 0)
  }

  /** Sends what waits; true once nothing does any more. */
  async flush(): Promise<boolean> {
    await this.sending.flush()
    return isEmpty(this.journal)
  }

  /** What is written here comes after all in place of theirs, or is given up. */
  settle(clash: Clash | ClaimClash, whose: 'mine' | 'theirs'): void {
    this.store.setState(({ clashes }) => ({ clashes: clashes.filter((each) => each !== clash) }))
    if (whose === 'theirs') return
    if ('entry' in clash) this.write([clash.entry])
    else this.write([], { claims: withClaim(this.store.getState().document.claims, clash) })
  }

  /** Gives up what could not be saved. */
  drop(): void {
    this.journal = emptyJournal
    this.unsent.keep(this.journal, this.since)
    this.store.setState({ saving: 'saved', trouble: undefined })
    this.refresh()
  }

  /** What the server has now: after evidence was attached, after it was handed in. */
  async reload(): Promise<void> {
    this.take(await readSubmission(this.loaded.head.id))
  }

  async setLanguage(language: Language): Promise<void> {
    this.language = language
    const { published: scheme, declaration } = this.loaded
    const texts = await this.engine.followApart({ scheme, declaration }, language)
    if (this.hasEnded) return
    this.store.setState({ texts })
    this.score()
  }

  /** The page is left: what waits is sent. */
  end(): void {
    this.hasEnded = true
    this.sending.end()
  }

  private take(head: WholeSubmission): void {
    this.store.setState({ head })
    this.refresh()
  }

  /** Shows the document as it is written. */
  private refresh(): void {
    const { head } = this.store.getState()
    const document = withJournal(head.submission, this.journal, this.person.title, this.own)
    this.store.setState({ document, issues: checkSubmission(this.loaded.scheme, document) })
    this.score()
  }

  /** The newest document; those it overtakes are not scored. */
  private score(): void {
    this.scoring ??= (async () => {
      try {
        for (let scored: unknown; !this.hasEnded; ) {
          const { document } = this.store.getState()
          const { language } = this
          if (scored === document) break
          scored = document
          const evaluation = await this.engine.scoreApart(document, language)
          if (language !== this.language) scored = undefined
          this.store.setState({ evaluation })
        }
      } finally {
        this.scoring = undefined
      }
    })()
  }

  private plan(pauseMs: number): void {
    if (this.store.getState().saving !== 'sending') this.store.setState({ saving: 'waiting' })
    this.sending.plan(pauseMs)
  }

  private async sendNow(): Promise<void> {
    for (;;) {
      const { issues, document, head } = this.store.getState()
      const sent = sendable(this.journal, issues, document, this.own)
      if (isEmpty(sent)) {
        this.store.setState(({ saving }) => ({
          saving: isEmpty(this.journal) ? 'saved' : saving === 'refused' ? saving : 'held',
        }))
        return
      }
      this.store.setState({ saving: 'sending', trouble: undefined })
      const stated = this.since
      try {
        const answer = await ask<Answer>('PUT', `/api/submissions/${head.id}/layers`, {
          body: bodyOf(sent),
          revision: stated,
        })
        await this.sentWell(sent, answer, stated)
      } catch (error) {
        if (!(await this.sentIll(sent, error, stated))) return
      }
    }
  }

  private async sentWell(sent: Journal, { revision, others }: Answer, stated: number): Promise<void> {
    const { head } = this.store.getState()
    this.journal = without(this.journal, sent)
    this.since = revision
    this.unsent.keep(this.journal, this.since)
    // Scores of a panel are put beside those of others: what stands there now the server knows.
    const isElsewhere =
      others.length > 0 || stated !== head.revision || sent.entries.some(({ of }) => of === 'judgements')
    if (isElsewhere) await this.reload().catch(() => undefined)
    else this.take({ ...head, revision, submission: withJournal(head.submission, sent, this.person.title, this.own) })
    this.store.setState({ savedAt: new Date() })
  }

  /** Whether to go on at once. */
  private async sentIll(sent: Journal, error: unknown, stated: number): Promise<boolean> {
    if (isUnanswered(error)) {
      this.store.setState({ saving: 'away', trouble: error })
      this.sending.again()
      return false
    }
    const current = error instanceof Refused && error.status === 412 ? error.more['current'] : undefined
    if (current === undefined) {
      this.store.setState({ saving: 'refused', trouble: error })
      // It may be another stage by now: what may be done is shown as it is.
      await this.reload().catch(() => undefined)
      return false
    }
    const now = current as WholeSubmission
    const { head } = this.store.getState()
    const known = head.revision === stated ? head.submission : undefined
    // An expert's own score is in nobody's way.
    const shared = sent.entries.filter((entry) => !this.own.isOwn(entry))
    const clashes = clashesOf(shared, known, now.submission)
    const isMine = new Set(clashes.map(({ entry }) => entry))
    const { claims } = this.journal
    const merged = claims === undefined ? undefined : mergeClaims(known, claims, now.submission.claims)
    this.journal = {
      entries: this.journal.entries.filter((each) => !isMine.has(each)),
      claims: merged === undefined || areSameClaims(merged.claims, now.submission.claims) ? undefined : merged.claims,
    }
    this.since = now.revision
    this.unsent.keep(this.journal, this.since)
    this.store.setState(({ clashes: before }) => ({ clashes: [...before, ...clashes, ...(merged?.clashes ?? [])] }))
    this.take(now)
    return true
  }
}

function bodyOf({ entries, claims }: Journal) {
  return claims === undefined ? { entries } : { entries, claims }
}
