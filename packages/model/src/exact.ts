/**
 * Exact numbers: rationals over BigInt, and the only place where anything is rounded.
 *
 * A score of 84.995 must not become 84.99 because a quotient was cut on the way, so a number is a reduced fraction until
 * a policy says where it is rounded. Text goes in, text comes out; no `number` takes part in points, scores or bounds.
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n)
  static readonly one = new Exact(1n, 1n)

  /** Always reduced, `denominator` > 0, so equal numbers have equal parts. */
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** A fraction, reduced. `denominator` 0n is a fault of the caller and throws. */
  static ratio(numerator: bigint, denominator: bigint): Exact {
    if (denominator === 1n) return new Exact(numerator, 1n)
    if (denominator === 0n) throw new RangeError('Exact.ratio: denominator is 0')
    if (denominator < 0n) return Exact.ratio(-numerator, -denominator)
    const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
    return divisor === 1n ? new Exact(numerator, denominator) : new Exact(numerator / divisor, denominator / divisor)
  }

  static integer(value: number | bigint): Exact {
    return new Exact(BigInt(value), 1n)
  }

  /**
   * Reads decimal text with an optional `%`: "95%" is 0.95; "-12.50", ".5" and "5." are read too.
   * At most 30 digits stand before and after the point (`design.md` 3); anything else gives undefined.
   */
  static parse(text: string): Exact | undefined {
    const match = DECIMAL.exec(text)
    if (match === null) return undefined
    const [, sign, whole = '', fraction = '', percent] = match
    const digits = BigInt(whole + fraction || '0')
    const scale = fraction.length + (percent === '%' ? 2 : 0)
    return Exact.ratio(sign === '-' ? -digits : digits, tenTo(scale))
  }

  /** For text that the schema has already checked; anything that is not a decimal throws. */
  static of(text: string): Exact {
    const known = written.get(text)
    if (known !== undefined) return known
    const value = Exact.parse(text)
    if (value === undefined) throw new TypeError(`Exact.of: not a decimal: ${text.slice(0, 80)}`)
    if (written.size >= MAX_WRITTEN) written.clear()
    written.set(text, value)
    return value
  }

  /**
   * A JSON number of at most 15 significant digits, taken as the decimal it prints as; undefined for more digits,
   * NaN, infinities and magnitudes beyond 30 digits. 0.1 is one tenth; 0.1 + 0.2 (17 digits) is refused, not guessed.
   */
  static fromNumber(value: number): Exact | undefined {
    if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return Exact.integer(value)
    // Most numbers have a few digits: k ÷ 10⁴ rounds to this very double, so with at most 15 digits it is its decimal.
    const scaled = Math.round(value * 1e4)
    if (Math.abs(scaled) < 1e15 && scaled / 1e4 === value) return Exact.ratio(BigInt(scaled), 10_000n)
    if (!Number.isFinite(value)) return undefined
    const [mantissa = '', exponentText = '0'] = String(value).split('e')
    if (mantissa.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length > 15) return undefined
    const exponent = Number(exponentText)
    if (exponent < -30 || exponent > 29) return undefined
    const base = Exact.parse(mantissa)
    // 1.5e-30 has 31 digits after the point, which text may not have either.
    if (base === undefined || (base.decimalDigits ?? 0) - exponent > 30) return undefined
    return exponent < 0 ? base.over(Exact.power10(-exponent)) : base.times(Exact.power10(exponent))
  }

  static power10(exponent: number): Exact {
    return new Exact(tenTo(exponent), 1n)
  }

  plus(other: Exact): Exact {
    if (this.denominator === other.denominator) {
      return Exact.ratio(this.numerator + other.numerator, this.denominator)
    }
    return Exact.ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated())
  }

  times(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Division; a divisor of zero is a fault of the caller and throws. */
  over(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  /** Whole exponents; a negative power of zero is a fault of the caller and throws. */
  power(exponent: number): Exact {
    const size = BigInt(Math.abs(exponent))
    return exponent < 0
      ? Exact.ratio(this.denominator ** size, this.numerator ** size)
      : new Exact(this.numerator ** size, this.denominator ** size)
  }

  negated(): Exact {
    return new Exact(-this.numerator, this.denominator)
  }

  abs(): Exact {
    return this.numerator < 0n ? this.negated() : this
  }

  /** -1, 0 or 1. */
  compare(other: Exact): -1 | 0 | 1 {
    const left = this.numerator * other.denominator
    const right = other.numerator * this.denominator
    return left < right ? -1 : left > right ? 1 : 0
  }

  equals(other: Exact): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator
  }

  lessThan(other: Exact): boolean {
    return this.compare(other) < 0
  }

  atMost(other: Exact): boolean {
    return this.compare(other) <= 0
  }

  get sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0
  }

  get isWhole(): boolean {
    return this.denominator === 1n
  }

  min(other: Exact): Exact {
    return other.lessThan(this) ? other : this
  }

  max(other: Exact): Exact {
    return this.lessThan(other) ? other : this
  }

  /** To [low, high]; `low` wins where the two are crossed. */
  clamp(low: Exact, high: Exact): Exact {
    return this.min(high).max(low)
  }

  floor(): Exact {
    const quotient = this.numerator / this.denominator
    return new Exact(
      this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient,
      1n,
    )
  }

  ceiling(): Exact {
    return this.negated().floor().negated()
  }

  /** Rounded to a multiple of `step` (> 0). */
  roundTo(step: Exact, mode: RoundingMode): Exact {
    return roundWhole(this.over(step), mode).times(step)
  }

  round(digits: number, mode: RoundingMode = 'half-up'): Exact {
    const scale = tenTo(digits)
    if (scale % this.denominator === 0n) return this
    return this.roundTo(Exact.ratio(1n, scale), mode)
  }

  /** Whether numerator or denominator has grown past 8,192 bits, where a formula is stopped (`design.md` 3). */
  get isTooLarge(): boolean {
    return this.numerator > BIT_LIMIT || this.numerator < -BIT_LIMIT || this.denominator > BIT_LIMIT
  }

  /** Digits after the point that write the number whole, or undefined where no finite decimal does (1/3). */
  get decimalDigits(): number | undefined {
    if (this.denominator === 1n) return 0
    let rest = this.denominator
    let twos = 0
    let fives = 0
    while (rest % 2n === 0n) {
      rest /= 2n
      twos++
    }
    while (rest % 5n === 0n) {
      rest /= 5n
      fives++
    }
    return rest === 1n ? Math.max(twos, fives) : undefined
  }

  /** Decimal text without trailing zeros ("83.51", "-0.5") where the number has one, else a fraction ("20/3"). */
  toText(): string {
    if (this.denominator === 1n) return this.numerator.toString()
    const digits = this.decimalDigits
    return digits === undefined ? `${this.numerator}/${this.denominator}` : this.toFixed(digits)
  }

  /** Decimal text with exactly `digits` digits after the point, rounded half away from zero if need be. */
  toFixed(digits: number): string {
    const rounded = this.round(digits)
    const scaled = (rounded.numerator * tenTo(digits)) / rounded.denominator
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
    const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
    return scaled < 0n ? `-${body}` : body
  }

  /** Reads what `toText` writes: fractions included, and decimals as long as computed numbers may be. */
  static fromText(text: string): Exact | undefined {
    const [numerator, denominator, rest] = text.split('/')
    if (denominator === undefined) {
      const match = /^(-?\d{1,10000})(?:\.(\d{1,10000}))?$/.exec(text)
      if (match === null) return Exact.parse(text)
      const [, whole = '', fraction = ''] = match
      return Exact.ratio(BigInt(whole + fraction), tenTo(fraction.length))
    }
    if (rest !== undefined || !/^-?\d{1,2500}$/.test(numerator ?? '') || !/^[1-9]\d{0,2500}$/.test(denominator)) {
      return undefined
    }
    return Exact.ratio(BigInt(numerator ?? ''), BigInt(denominator))
  }

  toJSON(): string {
    return this.toText()
  }
}

/** half-up 四舍五入 (half away from zero), half-even 四舍六入五成双, up 进一 (away from zero), down 去尾 (towards zero). */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down'

/** Decimal text in its canonical form: no plus, no leading or trailing zeros, "-0" is "0"; a `%` is kept. */
export function canonicalDecimal(text: string): string {
  const isPercent = text.endsWith('%')
  const value = Exact.parse(isPercent ? text.slice(0, -1) : text)
  if (value === undefined) return text
  return value.toText() + (isPercent ? '%' : '')
}

export function sum(values: Iterable<Exact>): Exact {
  let total = Exact.zero
  for (const value of values) total = total.plus(value)
  return total
}

/** Schemes write the same few numbers again and again; the limit is there for whoever reads many schemes. */
const written = new Map<string, Exact>()
const MAX_WRITTEN = 1_000

const DECIMAL = /^([-+])?(?=\.?\d)(\d{0,30})(?:\.(\d{0,30}))?(%)?$/
const BIT_LIMIT = 1n << 8192n
const powersOfTen: bigint[] = [1n]

function tenTo(exponent: number): bigint {
  for (let known = powersOfTen.length; known <= exponent; known++) powersOfTen.push(powersOfTen[known - 1]! * 10n)
  return powersOfTen[exponent]!
}

function roundWhole(value: Exact, mode: RoundingMode): Exact {
  if (value.isWhole) return value
  if (value.sign < 0) return roundWhole(value.negated(), mode).negated()
  const below = value.floor()
  const half = value.minus(below).compare(HALF)
  const goesUp =
    mode === 'up' ||
    (mode !== 'down' && (half > 0 || (half === 0 && (mode === 'half-up' || below.numerator % 2n !== 0n))))
  return goesUp ? below.plus(Exact.one) : below
}

const HALF = Exact.ratio(1n, 2n)

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
