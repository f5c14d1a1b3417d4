import { GHOST } from './cell-edits.ts'

/**
 * The cursor of a sheet stays with a row's key, so the row that the empty one becomes keeps the key of the empty one, and
 * the next empty row is another object with another key.
 */
export class RowKeys<R extends { readonly id: string }> {
  private readonly keyOf = new Map<string, string>()
  private readonly nameOf = new Map<string, string>()
  private readonly ghostKeys = new WeakMap<R, string>()
  private current: R | undefined
  private count = 0
  private readonly blank: (id: string) => R

  constructor(blank: (id: string) => R) {
    this.blank = blank
  }

  /** The empty row below the last one; the same object until it has become a row. */
  ghost(): R {
    if (this.current === undefined) {
      this.current = this.blank(GHOST)
      this.ghostKeys.set(this.current, `\u0000${this.count++}`)
    }
    return this.current
  }

  of(row: R): string {
    return row.id === GHOST ? (this.ghostKeys.get(row) ?? GHOST) : this.ofName(row.id)
  }

  ofName(name: string): string {
    return this.keyOf.get(name) ?? name
  }

  /** Null for an empty row. */
  name(key: string): string | null {
    return this.nameOf.get(key) ?? (key.startsWith('\u0000') ? null : key)
  }

  /** The empty row has become a row of this name. */
  adopt(name: string): void {
    const key = this.of(this.ghost())
    this.keyOf.set(name, key)
    this.nameOf.set(key, name)
    this.current = undefined
  }
}
