/** Whether what is on the screen is stored. `elsewhere`: another tab has the design open and may change it. */
export interface Sync {
  readonly state: 'saved' | 'saving' | 'failed' | 'elsewhere'
  /** Milliseconds since 1970, of the last time everything was stored. */
  readonly savedAt: number | null
  /** What kept it from being stored. */
  readonly trouble?: Trouble
}

/** No room left · the browser lets this page keep nothing, as in some private windows · anything else. */
export type Trouble = 'full' | 'refused' | 'broken'

export const notYetSaved: Sync = { state: 'saved', savedAt: null }
