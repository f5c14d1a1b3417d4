import { writeName } from '@yardstick/formula'
import { type Comparator, Exact, type ItemType, type Target } from '@yardstick/model'
import type { RuleContext } from './rule-context.ts'

/** What the row of a text knows: its points, its target, what kind of value it scores. */
export class Row {
  readonly points: Exact
  /** Where the value is a rate, bare percentages are values; elsewhere they are shares of the target. */
  readonly kind: 'rate' | 'date' | 'number' | 'unknown'

  constructor(readonly context: RuleContext) {
    this.points = Exact.parse(context.points) ?? Exact.zero
    this.kind = kindOf(context)
  }

  /** The row with what its text says of its value. */
  with(said: Partial<RuleContext>): Row {
    return new Row({ ...this.context, ...said })
  }

  get target(): Target | undefined {
    return this.context.target
  }

  /** A target that is one number with a side. */
  get goal(): { value: string; comparator: Comparator; unit: string | undefined } | undefined {
    const { target } = this
    return target !== undefined && 'value' in target
      ? { value: target.value, comparator: target.comparator, unit: target.unit }
      : undefined
  }

  get way(): 'higher' | 'lower' | undefined {
    const { target } = this
    if (target === undefined || !('comparator' in target)) return undefined
    return ({ '>=': 'higher', '>': 'higher', '<=': 'lower', '<': 'lower', '=': undefined } as const)[target.comparator]
  }

  /** The value in a formula: 实际完成值 where the row has one, else the name of the indicator. */
  get value(): string {
    return this.context.actual ?? writeName(this.name)
  }

  get name(): string {
    return nameOf(this.context.name)
  }
}

/** As items may be named. */
export function nameOf(text: string): string {
  const name = text
    .replace(/[\p{Cc}[\]]+/gu, ' ')
    .trim()
    .slice(0, 150)
  return name === '' ? '实际完成值' : name
}

function kindOf({ valueType, target, unit, name }: RuleContext): Row['kind'] {
  const known: { [T in ItemType]?: Row['kind'] } = { rate: 'rate', date: 'date', money: 'number', count: 'number' }
  if (valueType !== undefined && known[valueType] !== undefined) return known[valueType]!
  if (target !== undefined && 'date' in target) return 'date'
  const texts =
    target === undefined ? [] : 'low' in target ? [target.low, target.high] : 'value' in target ? [target.value] : []
  if (texts.some((text) => text.endsWith('%'))) return 'rate'
  if (unit === '%' || unit === '％') return 'rate'
  const isNought = texts.every((text) => text === '0') && !(target !== undefined && 'unit' in target && target.unit)
  if ((texts.length > 0 && !isNought) || unit !== undefined) return 'number'
  return /[率度]$|比例$|比重$|占比$|增速$|增幅$|[支执][出行]进度$/.test(name.replace(/[（(].*?[)）]/g, '').trim()) &&
    !/长度$|角度$|(?<![支执出行])进度$/.test(name)
    ? 'rate'
    : texts.length > 0
      ? 'number'
      : 'unknown'
}
