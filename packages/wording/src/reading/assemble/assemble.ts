import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { assembleIntervals } from './intervals.ts'
import { assembleProportion } from './proportion.ts'
import { assembleSteps } from './steps.ts'

/** The one method that the statements of a text are together; undefined where they are none that can be said for certain. */
export function assemble(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const kinds = new Set(statements.map(({ kind }) => kind))
  if (!isOneValue(statements, row)) return undefined
  if (kinds.has('steps')) return kinds.has('proportion') ? undefined : assembleSteps(statements, row, asking)
  if (kinds.has('proportion')) return assembleProportion(statements, row, asking)
  if (kinds.has('score')) return assembleIntervals(statements, row, asking)
  return undefined
}

/** 满意度达到95%得5分，及时率达到90%得5分 are two values, and no bands of one. */
function isOneValue(statements: readonly Statement[], row: Row): boolean {
  const subjects = new Set<string>()
  for (const each of statements) {
    if (each.kind !== 'score' && each.kind !== 'proportion') continue
    if (each.kind === 'score' && each.extent.is === 'described') return true
    const subject = each.subject?.replace(SPOKEN, '') ?? ''
    if (subject !== '') subjects.add(subject)
  }
  return subjects.size <= 1 || [...subjects].every((each) => row.name.includes(each) || each.includes(row.name))
}

/** Words for the value whatever it is called. */
const SPOKEN =
  /^(?:实际|该|此|本|的|项目|年度|全年)+|(?:实际值|完成值|完成率|完成比例|指标值|比例|比率|得分|情况|实际|数值|的|时|在|为|是)+$/g
