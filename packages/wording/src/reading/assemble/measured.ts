import { writeName } from '@yardstick/formula'
import { Exact, type Item } from '@yardstick/model'
import { nameOf, type Row } from '../row.ts'
import type { Said, StepsStatement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { isTime } from './step-units.ts'

type Steps = Said<'steps'>
type Score = Said<'score'>

/** What is counted in steps: the row's own value, or things that happened and days that are late. */
export interface Measured {
  readonly kind: Row['kind']
  readonly unit: string | undefined
  /** The item that is counted where it is not the row's value. */
  readonly own: Pick<Draft, 'actual' | 'items'>
  /** It counts from 0 upwards. */
  readonly isCounted: boolean
}

export function measuredBy(steps: readonly Steps[], full: Score | undefined, row: Row): Measured | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  // 每少一项 of nothing that has a target counts what is missing.
  const isLacking =
    row.goal === undefined &&
    steps.every(({ extent }) => extent === undefined) &&
    (full === undefined || full.extent.is === 'described') &&
    steps.every(({ side, verb }) => side === 'below' && /^(?:缺|少|缺少|缺失|少.{1,4})$/.test(verb ?? ''))
  const isOccurrence = isLacking || steps.every(({ side }) => side === 'occurrence')
  // 每延长0.5天 of ≤8天 is the value itself, above its target.
  const isOwnTime =
    row.kind === 'number' && row.way === 'lower' && row.goal?.unit !== undefined && isTime(row.goal.unit)
  // 20天内拨付得5分，每晚1天: the time itself.
  const isWithin =
    full?.extent.is === 'between' && full.extent.low === undefined && isTime(full.extent.high?.unit ?? '')
  const isLate = steps.every(({ side }) => side === 'late') && !isOwnTime && !isWithin
  const { goal } = row
  if (isOccurrence || (isLate && row.kind !== 'date')) {
    const isOwn =
      goal === undefined ? false : !goal.value.endsWith('%') && (goal.unit === undefined || goal.unit === first.unit)
    const isCount =
      row.context.valueType === 'count' || /(?:天数|次数|件数|起数|例数|人数|个数|项数|时间|时长|工期)$/.test(row.name)
    const isRowCount =
      (row.kind === 'number' || isCount) &&
      (isOwn || (goal === undefined && (row.context.unit === first.unit || isCount)))
    // ≤3起, 每发生1起扣2分: of all of them, or of those beyond the third?
    if (isOwn && row.way === 'lower' && goal !== undefined && Exact.of(goal.value).sign !== 0) return undefined
    if (isRowCount && (goal === undefined || (Exact.of(goal.value).sign === 0 && row.way !== 'higher')))
      return { kind: 'number', unit: first.unit, own: {}, isCounted: true }
    const name = countedName(first, full, row)
    const item: Item = { id: name, type: isLate && first.unit !== '次' ? 'number' : 'count', unit: first.unit }
    const known = row.context.known?.has(name)
    return {
      kind: 'number',
      unit: first.unit,
      own: { actual: writeName(name), items: known ? [] : [item] },
      isCounted: true,
    }
  }
  if (steps.some(({ side }) => side === 'occurrence')) return undefined
  const hasPercent =
    steps.some(({ unit }) => unit === 'points') ||
    ((full?.extent.is === 'between' || full?.extent.is === 'off') &&
      (full.extent.low ?? full.extent.high)?.value.endsWith('%') === true)
  return {
    kind: row.kind === 'unknown' && hasPercent ? 'rate' : row.kind,
    unit: row.context.unit ?? goal?.unit ?? unitOf(full),
    own: {},
    isCounted: false,
  }
}

/** 1个月内办结得满分: the unit of what is measured. */
const unitOf = (full: Score | undefined) =>
  full?.extent.is === 'between' ? (full.extent.high ?? full.extent.low)?.unit : undefined

/** 发现1次不稳定状况 counts 不稳定状况次数; late days count 逾期天数. */
function countedName({ side, counted, unit }: StepsStatement, full: Score | undefined, row: Row): string {
  if (side === 'below') return nameOf(`${row.name}·缺少${unit.replace(/^个/, '')}数`)
  if (side === 'late') return `${row.name}·逾期${unit.replace(/^个/, '')}数`
  const what = (counted ?? '')
    .replace(/^的?(?:情况|现象|问题|行为|事件)$/, '')
    .replace(/^的/, '')
    .slice(0, 20)
  // 未发生失泄密事件得满分，每发生一起扣2分.
  const noun = full?.extent.is === 'none-occurred' ? full.extent.what : undefined
  if (what === '' && noun !== undefined) return nameOf(`${noun}${unit}数`)
  return nameOf(what === '' ? `${row.name}·${unit.replace(/^个/, '')}数` : `${what}${unit === '个' ? '个' : unit}数`)
}
