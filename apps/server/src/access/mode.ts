import { hasAccounts } from '../store/accounts.ts'
import type { Db } from '../store/tables.ts'

/** Another process may have made an account; so often it is asked. */
const ASK_EVERY_MS = 2_000

/**
 * Whether this server has accounts. One that was started without serves the person at this computer until the first account
 * is made, by itself or by another process on the same database; from then on nobody who has not signed in.
 */
export class Mode {
  private isOpen: boolean
  private askedAt = Number.NEGATIVE_INFINITY

  /** `startToken` is the token of the printed address, undefined where there are accounts. */
  constructor(
    private readonly db: Db,
    private readonly startToken: () => string | undefined,
    private readonly now: () => Date,
  ) {
    this.isOpen = startToken() !== undefined
  }

  /** The token that lets the person at this computer in; undefined once there are accounts. */
  async token(): Promise<string | undefined> {
    if (this.isOpen && this.now().getTime() - this.askedAt >= ASK_EVERY_MS) {
      if (await hasAccounts(this.db)) this.isOpen = false
      this.askedAt = this.now().getTime()
    }
    return this.known()
  }

  /** The same as far as it is known, without asking. */
  known(): string | undefined {
    return this.isOpen ? this.startToken() : undefined
  }

  /** There is an account now. */
  close(): void {
    this.isOpen = false
  }
}
