/**
 * What a newer table says about one indicator, beside what the scheme says. Texts as people read them; what the table says
 * nothing of is no difference.
 */
export interface RowDifference {
  /**
   * added 新增 · removed 删除 · moved 移动, with whatever else has changed · changed 修改 · same 相同
   */
  readonly kind: 'added' | 'removed' | 'moved' | 'changed' | 'same'
  /** The indicator's in the scheme; of an added one the id it will have. '' is the scheme itself. */
  readonly id: string
  /** Names from the top level down, as the table has them; of a removed one as the scheme has them. */
  readonly where: readonly string[]
  /** Row of the table, from 0; undefined for a removed one. */
  readonly row: number | undefined
  /** What it was known by. */
  readonly by: MatchedBy | undefined
  readonly changes: readonly FieldChange[]
  /** Rules or conditions elsewhere speak of it, so that it cannot go. */
  readonly isTied?: true
}

/**
 * name: its number and name, or its name alone where nothing else is called so · path: the names down to it · code: its
 * number, under another name · position: it stands between the same neighbours
 */
export type MatchedBy = 'name' | 'path' | 'code' | 'position'

export interface FieldChange {
  readonly field:
    | 'name'
    | 'code'
    | 'points'
    | 'target'
    | 'standard'
    | 'definition'
    | 'note'
    | 'bonus'
    /** The branch it stands under, as its path of names. */
    | 'place'
    | 'full-score'
  /** '' where there was nothing. */
  readonly from: string
  readonly to: string
}
