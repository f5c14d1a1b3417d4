/** Keeps the values used last, up to a size in all; `forget` is told of each that goes. */
export class LeastRecent<K, V> {
  private readonly values = new Map<K, V>()
  private total = 0

  constructor(
    private readonly most: number,
    private readonly sizeOf: (value: V) => number = () => 1,
    private readonly forget: (key: K) => void = () => undefined,
  ) {}

  get(key: K): V | undefined {
    const value = this.values.get(key)
    if (value === undefined) return undefined
    this.values.delete(key)
    this.values.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.delete(key)
    this.values.set(key, value)
    this.total += this.sizeOf(value)
    for (const oldest of this.values.keys()) {
      // The newest stays, however large it is.
      if (this.total <= this.most || oldest === key) break
      this.delete(oldest)
      this.forget(oldest)
    }
  }

  delete(key: K): void {
    const held = this.values.get(key)
    if (held !== undefined) this.total -= this.sizeOf(held)
    this.values.delete(key)
  }
}
