/** Chance with a seed (mulberry32), so that a failing case is a number that can be named and made again. */
export class Chance {
  constructor(private state: number) {}

  /** 0 ≤ n < below. */
  whole(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }

  /** Both ends included. */
  between(low: number, high: number): number {
    return low + this.whole(high - low + 1)
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(from.length)]!
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.whole(times) === 0
  }

  flip(): boolean {
    return this.once(2)
  }

  /** The value, once in `times`. */
  maybe<T>(times: number, make: () => T): T | undefined {
    return this.once(times) ? make() : undefined
  }

  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from]
    return from.map(() => left.splice(this.whole(left.length), 1)[0]!)
  }
}

/** A seed for the n-th case of a family of cases, so that neighbours have nothing in common. */
export function seedOf(family: number, index: number): number {
  return (Math.imul(family, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0
}
