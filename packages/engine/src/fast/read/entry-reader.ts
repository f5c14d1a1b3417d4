import {
  type ChecklistScoring,
  type Entry,
  Exact,
  type JudgedValue,
  type Judgement,
  type JudgementScoring,
  type LevelsScoring,
  readJudgement,
  type Scheme,
  topLayer,
} from '@yardstick/model'
import { panelScore } from '../../evaluate/methods/judged.ts'
import type { EntryInput } from '../input.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { wholeUnits } from '../whole-units.ts'
import { elementsBits } from './elements-bits.ts'
import { interned } from './interned.ts'
import { plainValue } from './plain-value.ts'
import { unitsOfNumber, unitsOfText } from './units-of-text.ts'

type Policy = Pick<Scheme, 'notApplicable'>

/**
 * Reads what people decided about one leaf into its registers. Plain judgements are read here; whatever is odd in form
 * goes through `readJudgement`, which decides what everything means.
 */
export abstract class EntryReader {
  constructor(
    readonly input: EntryInput,
    private readonly policy: Policy,
  ) {}

  /** The state of a leaf under which nothing is entered. */
  get nothing(): number {
    return MISSING
  }

  /** Writes the judgement to the row; returns its state. */
  read(entry: Entry, memory: Memory, row: number): number {
    let value: unknown = entry
    let flag = PRESENT
    if (typeof entry === 'object') {
      if (entry === null) return this.nothing
      const { layers } = entry as { layers?: Parameters<typeof topLayer>[0] }
      if (layers !== undefined) {
        const top = topLayer(layers)
        value = top?.value
        if (top?.state !== undefined && top.state !== 'present') {
          if (top.state !== 'to-be-verified') value = undefined
          flag = UNVERIFIED
        }
      }
    }
    const number = value === undefined || value === null ? Number.NaN : this.plain(value)
    if (!Number.isNaN(number)) {
      memory.values[this.input.num]![row] = number
      return flag
    }
    return this.readOdd(entry, memory, row)
  }

  /** The entry as the register holds it, where it is of plain form, present and verified; NaN of any other. */
  plainOf(entry: Entry, _memory: Memory): number {
    const value = plainValue(entry)
    return value === undefined ? Number.NaN : this.plain(value)
  }

  /** The judgement as the register holds it, NaN where it is not of the plain form or not within its limits. */
  protected abstract plain(value: unknown): number

  private readOdd(entry: Entry, memory: Memory, row: number): number {
    const judgement = readJudgement(this.input.leaf.node, entry, { scheme: this.policy })
    switch (judgement.state) {
      case 'missing':
        return this.nothing
      case 'not-applicable':
        return NOT_APPLICABLE
      case 'error':
        return FAULT
      case 'present': {
        const state = this.write(judgement.judged, memory, row)
        return state === PRESENT && judgement.provisional === true ? UNVERIFIED : state
      }
    }
  }

  protected abstract write(judged: Judged, memory: Memory, row: number): number
}

type Judged = Extract<Judgement, { state: 'present' }>['judged']

export function entryReader(input: EntryInput, policy: Policy): EntryReader {
  switch (input.form) {
    case 'state':
      return new StateReader(input, policy)
    case 'elements':
      return new ElementsReader(input, policy)
    case 'share':
      return new ShareReader(input, policy)
    case 'points':
      return input.den === undefined ? new PointsReader(input, policy) : new PanelReader(input, policy, input.den)
  }
}

/** Of a leaf that is computed: whether it applies. */
class StateReader extends EntryReader {
  override get nothing(): number {
    return PRESENT
  }

  protected plain(): number {
    return Number.NaN
  }

  protected write(): number {
    return PRESENT
  }
}

class ElementsReader extends EntryReader {
  readonly elements: readonly string[]

  constructor(input: EntryInput, policy: Policy) {
    super(input, policy)
    const { elements } = input.leaf.node.scoring as ChecklistScoring
    this.elements = elements.filter(({ met }) => met === 'judged').map(({ id }) => interned(id))
  }

  protected plain(value: JudgedValue): number {
    const bits = elementsBits(value, this.elements)
    return bits < 0 ? Number.NaN : bits
  }

  protected write(judged: Judged, memory: Memory, row: number): number {
    if (judged.kind !== 'elements') return UNSURE
    let bits = 0
    for (const [index, id] of this.elements.entries()) {
      const met = judged.met.get(id)
      if (met === undefined) return MISSING
      if (met) bits += 2 ** index
    }
    memory.values[this.input.num]![row] = bits
    return PRESENT
  }
}

class ShareReader extends EntryReader {
  /** Of levels that have a share of their own; the first of equal names counts. */
  private readonly shareByLevel = new Map<string, number>()

  constructor(input: EntryInput, policy: Policy) {
    super(input, policy)
    for (const { name, share } of (input.leaf.node.scoring as LevelsScoring).levels) {
      if (this.shareByLevel.has(name)) continue
      const units = share === undefined ? undefined : wholeUnits(Exact.of(share), input.digits)
      this.shareByLevel.set(name, units ?? Number.NaN)
    }
  }

  protected plain(value: { readonly level?: string }): number {
    for (const key in value) if (key !== 'level') return Number.NaN
    return this.shareByLevel.get(value.level!) ?? Number.NaN
  }

  protected write(judged: Judged, memory: Memory, row: number): number {
    return judged.kind === 'level' ? writeUnits(judged.share, this.input, memory, row) : UNSURE
  }
}

class PointsReader extends EntryReader {
  protected readonly power: number
  /** The leaf's points in units. */
  private readonly most: number

  constructor(input: EntryInput, policy: Policy) {
    super(input, policy)
    this.power = 10 ** input.digits
    this.most = Number(input.leaf.points.times(Exact.power10(input.digits)).floor().numerator)
  }

  protected plain(value: unknown): number {
    const units =
      typeof value === 'number'
        ? unitsOfNumber(value, this.power)
        : typeof value === 'string'
          ? unitsOfText(value, this.input.digits, false)
          : Number.NaN
    return units >= 0 && units <= this.most ? units : Number.NaN
  }

  protected write(judged: Judged, memory: Memory, row: number): number {
    return judged.kind === 'points' ? writeUnits(judged.points, this.input, memory, row) : UNSURE
  }
}

/** Points of several experts; a single number is that of the chair. */
class PanelReader extends PointsReader {
  constructor(
    input: EntryInput,
    policy: Policy,
    private readonly den: number,
  ) {
    super(input, policy)
  }

  override plainOf(entry: Entry, memory: Memory): number {
    return this.read(entry, memory, 0) === PRESENT ? memory.cells[this.input.num]! : Number.NaN
  }

  override read(entry: Entry, memory: Memory, row: number): number {
    memory.values[this.den]![row] = 1
    return super.read(entry, memory, row)
  }

  protected override write(judged: Judged, memory: Memory, row: number): number {
    const { panel } = this.input.leaf.node.scoring as JudgementScoring
    const score =
      judged.kind === 'points'
        ? judged.points
        : judged.kind === 'experts'
          ? panelScore(judged.experts, panel!)
          : undefined
    if (score === undefined) return MISSING
    const { numerator, denominator } = score.times(Exact.power10(this.input.digits))
    if (numerator >= SAFE || denominator >= SAFE) return UNSURE
    memory.values[this.input.num]![row] = Number(numerator)
    memory.values[this.den]![row] = Number(denominator)
    return PRESENT
  }
}

function writeUnits(amount: Exact, { num, digits }: EntryInput, memory: Memory, row: number): number {
  const units = wholeUnits(amount, digits)
  if (units === undefined) return UNSURE
  memory.values[num]![row] = units
  return PRESENT
}
