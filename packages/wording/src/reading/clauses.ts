import { besideAt } from './beside.ts'
import { describedAt } from './described.ts'
import { type ExtentRead, extentsAt, LINK } from './extent.ts'
import type { FormulaContext } from './formula-operands.ts'
import { formulasAt } from './formula-text.ts'
import { givenAt } from './given.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import { proportionAt, RATE } from './proportion-clause.ts'
import { settledAt } from './settled.ts'
import type { Source } from './source.ts'
import type { Statement } from './statement.ts'
import { stepsAt } from './steps-clause.ts'

/**
 * The clauses of rules that score one value: a condition and what it gives, a deduction by steps, a proportion, and what
 * settles them. Each is looked for at one place; what stands there is every statement that could be meant.
 */
export function clausesAt(source: Source, at: number, row: FormulaContext): Statement[] {
  const { folded } = source
  const found: Statement[] = []
  const lead = LEAD.match(folded, at)
  const start = lead?.end ?? at
  for (const condition of joinedAt(folded, start)) {
    for (const then of consequencesAt(source, condition, row)) found.push({ ...then, from: at })
  }
  const others = [
    ...alone(folded, start),
    ...formulaAt(source, start, row),
    ...describedAt(folded, start),
    ...besideAt(source, start),
  ]
  found.push(...others.map((each) => ({ ...each, from: at })))
  return found
}

/** Conditions, and two of them in a row: 90%-95%或105%-110%. */
function joinedAt(folded: string, at: number): ExtentRead[] {
  const found = extentsAt(folded, at)
  const both = found.flatMap((one) => {
    const or = OR.match(folded, one.end)
    if (or === undefined) return []
    return extentsAt(folded, or.end)
      .filter(({ extent, subject }) => extent.is === 'between' && (subject === undefined || subject === one.subject))
      .map(
        (other): ExtentRead => ({
          ...one,
          end: other.end,
          extent: { is: 'either', extents: [one.extent, other.extent] },
        }),
      )
  })
  return [...both, ...found]
}

const OR = pattern`[,、]?${oneOf('或者', '或')}${maybe('在')}`

/** 按（实际完成值/指标值）×分值计分, 得分=…. */
function formulaAt(source: Source, at: number, row: FormulaContext): Extract<Statement, { kind: 'formula' }>[] {
  const by = BY_FORMULA.match(source.folded, at)
  const starts = new Set([at, by?.end ?? at])
  const found = [...starts]
    .flatMap((start) => formulasAt(source, start, row))
    .filter(({ operands }) => operands.every(({ name }) => !CLAUSE.test(name)))
  return found.map((each) => {
    const tail = AFTER_FORMULA.match(source.folded, each.to)
    return { ...each, from: at, to: tail?.end ?? each.to }
  })
}

/** No name, but a clause. */
const CLAUSE = /高于|超过|低于|大于|小于|得分为|最高|的按|按照|不超|不得/
const BY_FORMULA = pattern`${maybe('则', '其')}${maybe('按照', '按', '根据', '以', '用')}${maybe('公式', '下列公式', '以下公式')}${maybe(':')}`
const AFTER_FORMULA = pattern`${maybe('的')}${maybe('公式', '结果', '比例', '方法')}${maybe('进行', '来')}${maybe('计算得分', '计算', '计分', '得分', '记分', '折算得分', '赋分', '给分', '评分', '折算', '计算分值', '计')}`

/** 1. (1) ① before a clause, and 即, 其中. */
const LEAD = pattern`${maybe('(?:[①-⑳]|\\(?[1-9一二三四五六七八九]\\)|[1-9][.、](?!\\d))')}${maybe('即', '其中:', '其中', '对于', '对')}`

/** What a condition gives: points, a deduction, a proportion. */
function consequencesAt(source: Source, condition: ExtentRead, row: FormulaContext): Statement[] {
  const { folded } = source
  const { extent, subject, end } = condition
  const found: Statement[] = []
  const own = { ...condition.spans, subject: undefined }
  const given = givenAt(folded, end)
  if (given !== undefined) {
    found.push({
      kind: 'score',
      extent,
      gives: given.gives,
      subject,
      from: 0,
      to: given.end,
      spans: { ...own, gives: given.span },
    })
  }
  const link = LINK.match(folded, end)
  const behind = link?.end ?? end
  const steps = stepsAt(folded, behind)
  if (steps !== undefined)
    found.push({ ...steps, extent, subject: subject ?? steps.subject, spans: { ...own, ...steps.spans } })
  const share = proportionAt(folded, behind)
  if (share !== undefined) found.push({ ...share, extent, spans: { ...own, ...share.spans } })
  for (const each of formulaAt(source, behind, row)) {
    if (each.isScore) found.push({ ...each, extent, spans: { ...own, ...each.spans } })
  }
  return found
}

/** The value before its step. */
const NAMED = pattern`${slot('subject', RATE)}[,]?(?=每)`
const COUNTED = pattern`${maybe('对', '凡', '如', '若', '有')}${slot('text', String.raw`[^,;。:\n≥≤<>=%\d扣每]{3,30}?`)}的?[,]?(?=每)`

/** Clauses without a condition. */
function alone(folded: string, at: number): Statement[] {
  const found: Statement[] = []
  const steps = stepsAt(folded, at)
  if (steps !== undefined) found.push(steps)
  // 合格率每下降1个百分点扣1分.
  const named = NAMED.match(folded, at)
  const own = named === undefined ? undefined : stepsAt(folded, named.end)
  if (own?.side === 'below' || own?.side === 'above') found.push({ ...own, subject: named!.said['subject'] })
  // 未按规定公开的，每项扣0.5分: the words before say what is counted.
  const led = COUNTED.match(folded, at)
  const counted = led === undefined ? undefined : stepsAt(folded, led.end)
  const isNoun = !/得|满分|不扣/.test(led?.said['text'] ?? '')
  if (isNoun && counted?.side === 'occurrence' && counted.counted === undefined)
    found.push({ ...counted, counted: led!.said['text'] })
  const share = proportionAt(folded, at)
  if (share !== undefined) found.push(share)
  return [...found, ...settledAt(folded, at)]
}
