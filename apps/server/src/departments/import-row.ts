/** A row of a table of departments, as its cells stand there. */
export interface ImportRow {
  readonly name?: string | undefined
  readonly type?: string | undefined
  readonly region?: string | undefined
  /** By name or code, of a row or of a department there is: the nearest above in the regions. */
  readonly parent?: string | undefined
  readonly code?: string | undefined
}

export interface KnownDepartment {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly type: string
  readonly region: string
  readonly parent_id: string | null
  readonly revision: number
}

/** A row that can be read: no cell is blank. */
export interface Said {
  readonly name: string
  readonly region: string
  readonly type?: string
  readonly parent?: string
  readonly code?: string
}

export interface Row extends Said {
  /** From 0 on, in the table. */
  readonly row: number
}
