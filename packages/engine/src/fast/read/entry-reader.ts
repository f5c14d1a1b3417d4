import {
  type ChecklistScoring,
  type Entry,
  Exact,
  type InputValue,
  type JudgementScoring,
  type LevelsScoring,
  readJudgement,
  type Scheme,
  topLayer,
} from '@yardstick/model'
import { panelScore } from '../../evaluate/methods/judged.ts'
import type { EntryInput } from '../input.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import { wholeUnits } from '../whole-units.ts'
import { unitsOfNumber, unitsOfText } from './units-of-text.ts'

/**
 * Reads what people decided about one leaf into its registers. Plain judgements are read here; whatever is odd in form
 * goes through `readJudgement`.
 */
export class EntryReader {
  readonly id: string
  readonly num: number
  readonly den: number | undefined
  /** The state of a leaf under which nothing is entered. */
  readonly nothing: number
  /** Where it has no judgement of its own it has the weighed ones of subordinate units. */
  readonly isWeighed: boolean
  private readonly input: EntryInput
  private readonly power: number
  /** Of form points: the leaf's points in units. */
  private readonly most: number
  private readonly elements: readonly string[]
  private readonly shareByLevel: ReadonlyMap<string, number>

  constructor(
    input: EntryInput,
    private readonly scheme: Pick<Scheme, 'notApplicable'>,
  ) {
    const { leaf, num, den, form, digits } = input
    this.input = input
    this.id = leaf.node.id
    this.num = num
    this.den = den
    this.nothing = form === 'state' ? PRESENT : MISSING
    this.isWeighed = leaf.node.weighUnitsBy !== undefined
    this.power = 10 ** digits
    this.most = Number(leaf.points.times(Exact.power10(digits)).floor().numerator)
    const { scoring } = leaf.node
    this.elements = form === 'elements' ? judgedElements(scoring as ChecklistScoring) : NONE
    this.shareByLevel = form === 'share' ? fixedShares(scoring as LevelsScoring, digits) : NO_SHARES
  }

  /** Writes the judgement to the row; returns its state. */
  read(entry: Entry, values: Float64Array, dens: Float64Array | undefined, row: number): number {
    let value: unknown = entry
    let flag = PRESENT
    if (typeof entry === 'object') {
      if (entry === null) return this.nothing
      if ('layers' in entry) {
        const top = topLayer(entry.layers)
        if (top?.state !== undefined && top.state !== 'present') {
          if (top.state !== 'to-be-verified') return this.readOdd(entry, values, dens, row)
          flag = UNVERIFIED
        }
        value = top?.value
      }
    }
    const number = value === undefined || value === null ? Number.NaN : this.plain(value as NonNullable<InputValue>)
    if (Number.isNaN(number)) return this.readOdd(entry, values, dens, row)
    values[row] = number
    if (dens !== undefined) dens[row] = 1
    return flag
  }

  /** The judgement as the register holds it, NaN where it is not of the plain form or not within its limits. */
  private plain(value: NonNullable<InputValue>): number {
    switch (this.input.form) {
      case 'points': {
        const units =
          typeof value === 'number'
            ? unitsOfNumber(value, this.power)
            : typeof value === 'string'
              ? unitsOfText(value, this.input.digits, false)
              : Number.NaN
        return units >= 0 && units <= this.most ? units : Number.NaN
      }
      case 'elements':
        return typeof value === 'object' && 'elements' in value ? this.bits(value) : Number.NaN
      case 'share':
        return typeof value === 'object' && 'level' in value ? this.share(value) : Number.NaN
      case 'state':
        return Number.NaN
    }
  }

  private bits(value: { readonly elements?: { readonly [id: string]: boolean } }): number {
    for (const key in value) if (key !== 'elements') return Number.NaN
    const given = value.elements!
    let bits = 0
    let bit = 1
    for (const id of this.elements) {
      const met = given[id]
      if (met === true) bits += bit
      else if (met !== false) return Number.NaN
      bit *= 2
    }
    return bits
  }

  private share(value: { readonly level?: string; readonly share?: unknown }): number {
    for (const key in value) if (key !== 'level') return Number.NaN
    return this.shareByLevel.get(value.level!) ?? Number.NaN
  }

  private readOdd(entry: Entry, values: Float64Array, dens: Float64Array | undefined, row: number): number {
    const { leaf, digits, form } = this.input
    const judgement = readJudgement(leaf.node, entry, { scheme: this.scheme })
    if (judgement.state !== 'present') return judgement.state === 'missing' ? this.nothing : STATES[judgement.state]
    const { judged } = judgement
    const flag = judgement.provisional === true ? UNVERIFIED : PRESENT
    if (judged.kind === 'elements') {
      let bits = 0
      for (const [index, id] of this.elements.entries()) {
        const met = judged.met.get(id)
        if (met === undefined) return MISSING
        if (met) bits += 2 ** index
      }
      values[row] = bits
      return flag
    }
    const amount =
      judged.kind === 'level'
        ? judged.share
        : judged.kind === 'points'
          ? judged.points
          : panelScore(judged.experts, (leaf.node.scoring as JudgementScoring).panel!)
    if (amount === undefined) return MISSING
    if (form === 'state') return UNSURE
    if (dens === undefined) {
      const units = wholeUnits(amount, digits)
      if (units === undefined) return UNSURE
      values[row] = units
      return flag
    }
    const { numerator, denominator } = amount.times(Exact.power10(digits))
    if (numerator >= SAFE || denominator >= SAFE) return UNSURE
    values[row] = Number(numerator)
    dens[row] = Number(denominator)
    return flag
  }
}

const STATES = { 'not-applicable': NOT_APPLICABLE, error: FAULT } as const
const NONE: readonly string[] = []
const NO_SHARES: ReadonlyMap<string, number> = new Map()

function judgedElements({ elements }: ChecklistScoring): readonly string[] {
  return elements.filter((element) => element.met === 'judged').map((element) => element.id)
}

/** Levels that have a share of their own; the first of equal names counts. */
function fixedShares({ levels }: LevelsScoring, digits: number): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const { name, share } of levels) {
    if (shares.has(name)) continue
    const units = share === undefined ? undefined : wholeUnits(Exact.of(share), digits)
    shares.set(name, units ?? Number.NaN)
  }
  return shares
}
