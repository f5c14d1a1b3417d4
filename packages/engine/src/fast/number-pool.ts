/**
 * Constants of a plan's loops, side by side in a few arrays: an array for every few numbers would take more room than the
 * numbers, and lists of mixed whole numbers and doubles are read more slowly.
 */
export class NumberPool {
  private array = new Float64Array(0)
  private used = 0

  /** Takes numbers in, which stand in `array` from `at` on. */
  put(numbers: readonly number[]): { readonly array: Float64Array; readonly at: number } {
    if (this.used + numbers.length > this.array.length) {
      this.array = new Float64Array(Math.max(numbers.length, Math.min(512, 2 * this.array.length), 32))
      this.used = 0
    }
    const at = this.used
    this.array.set(numbers, at)
    this.used += numbers.length
    return { array: this.array, at }
  }
}
