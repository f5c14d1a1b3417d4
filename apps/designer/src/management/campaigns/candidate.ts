/** A department that may be put into a campaign. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly region: string
}
