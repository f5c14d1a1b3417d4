import { createStore, type StoreApi } from 'zustand/vanilla'
import { type StoredTexts, textsPath } from '../../parts/report/stored-texts.ts'
import { ask, Refused } from '../../server/client.ts'
import { isUnanswered, Sending } from '../sending.ts'
import {
  type Field,
  type Fields,
  fieldsOf,
  isEmpty,
  mergeFields,
  stillOpen,
  type TextClash,
  textsOf,
  written,
} from './report-fields.ts'

/** How far what was written has come. */
export type TextSaving = 'saved' | 'waiting' | 'sending' | 'away' | 'refused'

export interface TextsView {
  /** With what is written here and is not there yet. */
  readonly fields: Fields
  readonly saving: TextSaving
  readonly savedAt: Date | null
  readonly trouble: unknown
  readonly clashes: readonly TextClash[]
}

/** Typed sentences are sent after a pause, so that whoever goes on typing is not sent twice. */
const PAUSE_MS = 1_200

/**
 * The words of one report while somebody writes them: seen at once, sent after a pause, kept in this browser until they are
 * there. What others wrote in other fields is taken over; where they wrote the same, somebody decides, and until then both
 * are kept.
 */
export class OpenTexts {
  readonly store: StoreApi<TextsView>
  /** What the server has, as far as is known. */
  private base: Fields
  private revision: number
  /** What is not there yet. */
  private mine: Fields
  /** What is on its way there. */
  private sent: Fields = {}
  private readonly sending = new Sending(() => this.sendNow())
  private readonly key: string

  constructor(
    stored: StoredTexts,
    private readonly submission: string,
    person: string,
  ) {
    this.key = `yardstick.report.${person}.${submission}`
    this.base = fieldsOf(stored.texts)
    this.revision = stored.revision
    this.mine = {}
    this.store = createStore<TextsView>(() => ({
      fields: this.base,
      saving: 'saved',
      savedAt: null,
      trouble: undefined,
      clashes: [],
    }))
    const left = this.left()
    if (left !== undefined) {
      this.store.setState({ clashes: stillOpen(left.clashes, this.base) })
      this.take(left.base, left.mine)
      if (!isEmpty(this.mine)) this.plan(0)
    }
  }

  write(field: Field, text: string): void {
    this.mine = written(this.mine, field, text, { base: this.base, sent: this.sent })
    this.keep()
    this.refresh()
    this.plan(PAUSE_MS)
  }

  /** Sends what waits; true once nothing does any more. */
  async flush(): Promise<boolean> {
    await this.sending.flush()
    return isEmpty(this.mine)
  }

  settle(clash: TextClash, whose: 'mine' | 'theirs'): void {
    this.store.setState(({ clashes }) => ({ clashes: clashes.filter((each) => each !== clash) }))
    if (whose === 'mine') this.write(clash.field, clash.mine)
    else this.keep()
  }

  /** The page is left: what waits is sent. */
  end(): void {
    this.sending.end()
  }

  private plan(pauseMs: number): void {
    this.sending.wait()
    if (isEmpty(this.mine) && this.store.getState().saving === 'waiting') this.store.setState({ saving: 'saved' })
    if (isEmpty(this.mine)) return
    if (this.store.getState().saving !== 'sending') this.store.setState({ saving: 'waiting' })
    this.sending.plan(pauseMs)
  }

  private async sendNow(): Promise<void> {
    while (!isEmpty(this.mine)) {
      const sent = this.mine
      this.sent = sent
      this.store.setState({ saving: 'sending', trouble: undefined })
      try {
        const body = textsOf({ ...this.base, ...sent })
        const revision = this.revision
        const answer = await ask<{ revision: number }>('PUT', textsPath(this.submission), { body, revision })
        this.sent = {}
        this.revision = answer.revision
        this.base = fieldsOf(body)
        // What was typed meanwhile is on its way with the next round.
        const later = Object.entries(this.mine).filter(([field, text]) => sent[field as Field] !== text)
        this.mine = Object.fromEntries(later)
        this.keep()
        this.store.setState({ savedAt: new Date() })
      } catch (error) {
        // Without an answer it may be there all the same.
        if (!isUnanswered(error)) this.sent = {}
        const current = error instanceof Refused && error.status === 412 ? error.more['current'] : undefined
        if (current === undefined) return this.stop(error)
        const { revision, texts } = current as StoredTexts
        this.revision = revision
        const before = this.base
        this.base = fieldsOf(texts)
        this.take(before, this.mine)
      }
    }
    this.store.setState({ saving: 'saved' })
  }

  private stop(error: unknown): void {
    const isAway = isUnanswered(error)
    this.store.setState({ saving: isAway ? 'away' : 'refused', trouble: error })
    if (isAway) this.sending.again()
    else this.sending.wait()
  }

  /** What was written on another ground, put onto what is there now. */
  private take(before: Fields, mine: Fields): void {
    const merged = mergeFields(before, mine, this.base)
    this.mine = merged.mine
    this.store.setState(({ clashes }) => {
      const isAnew = (field: Field) => merged.clashes.some((each) => each.field === field)
      return { clashes: [...clashes.filter(({ field }) => !isAnew(field)), ...merged.clashes] }
    })
    this.keep()
    this.refresh()
  }

  private refresh(): void {
    this.store.setState({ fields: { ...this.base, ...this.mine } })
  }

  private left(): { readonly base: Fields; readonly mine: Fields; readonly clashes: readonly TextClash[] } | undefined {
    try {
      const { base, mine, clashes } = JSON.parse(localStorage.getItem(this.key) ?? '{}')
      if (typeof base !== 'object' || typeof mine !== 'object') return undefined
      return { base, mine, clashes: Array.isArray(clashes) ? clashes : [] }
    } catch {
      return undefined
    }
  }

  private keep(): void {
    const { clashes } = this.store.getState()
    try {
      if (isEmpty(this.mine) && clashes.length === 0) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify({ base: this.base, mine: this.mine, clashes }))
    } catch {
      // A browser without storage keeps it as long as the page is open.
    }
  }
}
