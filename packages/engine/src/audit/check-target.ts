import { Exact, type Issue, issue } from '@yardstick/model'
import { comparable, type Printed } from './printed.ts'
import { type Goal, readAmount, readDay, readGoal } from './read-goal.ts'
import { isRecord, type RowView, type SheetView } from './sheet-view.ts'

/**
 * A target that was missed under full points, and a target cell that holds a comparator without a value.
 *
 * A written comparator (≥, 达到, 以上, 控制在…以内) proves a miss: an error. Where none is written, or only =, tables
 * mean "at least" for most things and "at most" for costs and complaints; the miss is then a warning, and only for names
 * that are not of the second kind.
 */
export function checkTarget(view: SheetView, row: RowView): Issue[] {
  const { data } = row
  const goal = readGoal(data['op'], data['target'], data['unit'])
  if (goal?.kind === 'no-value' && ('target' in data || 'actual' in data)) {
    const place = { pointer: `${row.pointer}/data/${'target' in data ? 'target' : 'op'}`, where: row.names }
    return [issue('AUDIT_TARGET_WITHOUT_VALUE', { ...place, expected: null, found: goal.comparator })]
  }
  if (!view.hasPoints(row.depth) || !hasFullPoints(row)) return []
  const missed = goal === undefined ? undefined : howMissed(goal, data['actual'], data['unit'], row.row.name)
  const own =
    missed === undefined
      ? []
      : [
          missedTarget(
            row,
            'actual',
            targetText(data['op'], data['target'], data['unit']),
            String(data['actual']),
            missed,
          ),
        ]
  return [...own, ...checkNamedTargets(row)]
}

function hasFullPoints({ points, score }: RowView): boolean {
  return points !== undefined && score !== undefined && points.sign > 0 && score.equals(points)
}

/** `targets: {name: target}` beside facts of the same names. */
function checkNamedTargets(row: RowView): Issue[] {
  const { targets } = row.data
  if (!isRecord(targets)) return []
  return Object.entries(targets).flatMap(([name, target]) => {
    const key = factNamed(row, name)
    const goal = readGoal(undefined, target)
    if (key === undefined || goal === undefined) return []
    const actual = row.data[key]
    const missed = howMissed(goal, actual, undefined, `${name} ${key}`)
    return missed === undefined ? [] : [missedTarget(row, key, `${name} ${target}`, `${key} ${actual}`, missed)]
  })
}

/** The one fact whose name is the target's, contains it or is contained in it, in the same unit. */
function factNamed(row: RowView, name: string): string | undefined {
  const keys = Object.keys(row.data).filter((key) => key !== 'targets' && unitOfKey(key) === unitOfKey(name))
  if (keys.includes(name)) return name
  const [stem] = name.split('_')
  const alike = keys.filter((key) => {
    const [other] = key.split('_')
    if (stem === undefined || other === undefined || Math.min(stem.length, other.length) < 2) return false
    return stem.includes(other) || other.includes(stem)
  })
  return alike.length === 1 ? alike[0] : undefined
}

const unitOfKey = (key: string) => key.split('_')[1] ?? ''

function missedTarget(
  row: RowView,
  key: string,
  expected: string,
  found: string,
  missed: 'certainly' | 'probably',
): Issue {
  return issue('AUDIT_TARGET_MISSED', {
    ...(missed === 'probably' ? { severity: 'warning' } : {}),
    pointer: `${row.pointer}/data/${key}`,
    where: row.names,
    expected,
    found,
  })
}

function targetText(operator: unknown, target: unknown, unit: unknown): string {
  const sign = typeof operator === 'string' && operator !== '=' && /^\d/.test(String(target)) ? operator : ''
  return `${sign}${String(target)}${typeof target === 'number' && typeof unit === 'string' ? unit : ''}`
}

type Missed = 'certainly' | 'probably' | undefined

function howMissed(goal: Goal, actual: unknown, unit: unknown, name: string): Missed {
  if (goal.kind === 'no-value') return undefined
  if (goal.kind === 'date') {
    const day = readDay(actual)
    if (day === undefined || day.dayNumber <= goal.day.dayNumber) return undefined
    return goal.isDeadline ? 'certainly' : 'probably'
  }
  const value = readAmount(actual, unit)
  if (value === undefined) return undefined
  if (goal.kind === 'range') {
    if (isIn(goal.low, value, isAbove)) return 'certainly'
    // More than 90%–95% may well be welcome; more than 80%–120% is not.
    const isAroundWhole =
      goal.low.isPercent && isBelow(goal.low.value, Exact.one) && isAbove(goal.high.value, Exact.one)
    return isIn(goal.high, value, isBelow) ? (isAroundWhole ? 'certainly' : 'probably') : undefined
  }
  switch (goal.comparator) {
    case '>=':
      return isIn(goal.value, value, isAbove) ? 'certainly' : undefined
    case '>':
      return isIn(goal.value, value, (wanted, got) => got.atMost(wanted)) ? 'certainly' : undefined
    case '<=':
      return isIn(goal.value, value, isBelow) ? 'certainly' : undefined
    case '<':
      return isIn(goal.value, value, (wanted, got) => wanted.atMost(got)) ? 'certainly' : undefined
    case '=':
      return missedWithoutDirection(goal.value, value, name)
  }
}

function missedWithoutDirection(wanted: Printed, got: Printed, name: string): Missed {
  // 2021年 and 一级 name a date or a rank, not an amount.
  if ([wanted, got].some((each) => /^[年月日号季级等类档]/.test(each.unit))) return undefined
  if (LESS_IS_BETTER.test(name)) {
    // 投诉 0 次: nothing is below it, so more than none is a miss; 成本 100万元 may well mean about that.
    return wanted.value.sign === 0 && isIn(wanted, got, isBelow) ? 'probably' : undefined
  }
  return isIn(wanted, got, isAbove) ? 'probably' : undefined
}

/** Whether it holds in every way in which the two cells can be compared, and there is one. */
function isIn(wanted: Printed, got: Printed, holds: (wanted: Exact, got: Exact) => boolean): boolean {
  const pairs = comparable(wanted, got)
  return pairs.length > 0 && pairs.every(([left, right]) => holds(left, right))
}

const isAbove = (wanted: Exact, got: Exact) => got.lessThan(wanted)
const isBelow = (wanted: Exact, got: Exact) => wanted.lessThan(got)

const LESS_IS_BETTER =
  /成本|费用|经费|三公|投诉|信访|上访|事故|失业|遗失|丢失|差错|错误|违规|违纪|违法|死亡|伤亡|发生|降低|减少|下降|控制|耗|排放|污染|时长|时间|时限|天数|工期|周期|负债|债务|结转|结余|空编|缺编|逾期|超|偏差|偏离|损失|变动|调整|贫困|病|案件|等待|流失|辍学|退/
