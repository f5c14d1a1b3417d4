/** Whether what is on the screen is stored. `elsewhere`: another tab has the design open and may change it. */
export interface Sync {
  readonly state: 'saved' | 'saving' | 'failed' | 'elsewhere'
  /** Milliseconds since 1970, of the last time everything was stored. */
  readonly savedAt: number | null
  /** What kept it from being stored, in words of the system. */
  readonly trouble?: string
}

export const notYetSaved: Sync = { state: 'saved', savedAt: null }
