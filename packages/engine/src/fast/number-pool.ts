/**
 * Constants of a plan's loops, side by side in a few arrays: an array for every few numbers would take more room than the
 * numbers, and lists of mixed whole numbers and doubles are read more slowly.
 */
export class NumberPool {
  private current = new Float64Array(0)
  private used = 0

  /** Makes room for so many numbers; they stand in `array` from here on. */
  take(count: number): number {
    if (this.used + count > this.current.length) {
      this.current = new Float64Array(Math.max(count, Math.min(512, 2 * this.current.length), 32))
      this.used = 0
    }
    const at = this.used
    this.used += count
    return at
  }

  /** Where what was taken last stands. */
  get array(): Float64Array {
    return this.current
  }
}
