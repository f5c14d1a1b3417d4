const encoder = new TextEncoder()
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)

/** Puts texts and figures behind each other as UTF-8; the buffer grows as it is needed. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>
  private at = 0

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
  }

  /** Makes sure that so many more bytes fit; the others below take that as given. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count))
    larger.set(this.bytes.subarray(0, this.at))
    this.bytes = larger
  }

  byte(value: number): void {
    this.bytes[this.at++] = value
  }

  /** Bytes that are UTF-8 already. */
  copy(from: Uint8Array, begin: number, end: number): void {
    for (let at = begin; at < end; at++) this.bytes[this.at++] = from[at]!
  }

  /** Reserves its own room. */
  text(text: string): void {
    this.reserve(text.length * 3)
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written
  }

  whole(value: number): void {
    let digits = 1
    while (digits < 16 && value >= POWERS[digits]!) digits++
    this.at += digits
    let rest = value
    for (let place = this.at - 1; digits > 0; digits--, place--) {
      const tenth = Math.floor(rest / 10)
      this.bytes[place] = ZERO + (rest - tenth * 10)
      rest = tenth
    }
  }

  /** A whole number of 10^−digits as decimal text without trailing zeros. */
  units(units: number, digits: number): void {
    if (units < 0 || units >= KNOWN) {
      this.reckoned(units, digits)
      return
    }
    const { texts, lengths } = knownTexts(digits)
    const length = lengths[units]!
    const from = units * WIDTH
    for (let at = 0; at < length; at++) this.bytes[this.at + at] = texts[from + at]!
    this.at += length
  }

  private reckoned(units: number, digits: number): void {
    let value = units
    if (value < 0) {
      this.byte(MINUS)
      value = -value
    }
    const power = POWERS[digits]!
    const whole = Math.floor(value / power)
    this.whole(whole)
    let fraction = value - whole * power
    if (fraction === 0) return
    this.byte(POINT)
    for (let place = digits - 1; fraction > 0; place--) {
      const digit = Math.floor(fraction / POWERS[place]!)
      this.byte(ZERO + digit)
      fraction -= digit * POWERS[place]!
    }
  }

  /** What was written, in a buffer of its own that may be handed over. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.at)
    this.at = 0
    return taken
  }
}

/** Scores are small numbers that come again and again: their texts are made once. */
const KNOWN = 20_000
const WIDTH = 24

interface Texts {
  readonly texts: Uint8Array
  readonly lengths: Uint8Array
}

const known: Texts[] = []

function knownTexts(digits: number): Texts {
  return known[digits] ?? makeTexts(digits)
}

function makeTexts(digits: number): Texts {
  const made = { texts: new Uint8Array(KNOWN * WIDTH), lengths: new Uint8Array(KNOWN) }
  for (let units = 0; units < KNOWN; units++) {
    const padded = String(units).padStart(digits + 1, '0')
    const whole = padded.slice(0, padded.length - digits)
    const fraction = padded.slice(padded.length - digits).replace(/0+$/, '')
    const text = fraction === '' ? whole : `${whole}.${fraction}`
    encoder.encodeInto(text, made.texts.subarray(units * WIDTH))
    made.lengths[units] = text.length
  }
  known[digits] = made
  return made
}
