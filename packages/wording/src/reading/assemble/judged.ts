import { writeName } from '@yardstick/formula'
import { type ChecklistElement, Exact, type Item, type Level, largestRemainder, type Scoring } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { numberOf } from '../lexemes.ts'
import { nameOf, type Row } from '../row.ts'
import type { ElementSaid, Said, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { Points } from './score-text.ts'

/** Checklists, grades and points that a person gives. */
export function assembleJudged(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const rules = statements.filter(({ kind }) => kind !== 'note' && kind !== 'gate' && kind !== 'settle')
  const [first] = rules
  if (first === undefined) return undefined
  if (rules.length > 1) return undefined
  if (first.kind === 'elements') return checklistOf(first, row, asking)
  if (first.kind === 'levels') return levelsOf(first, row, asking)
  if (first.kind !== 'discretion') return undefined
  asking.mark('/scoring', first)
  const { panel } = first
  return { scoring: { method: 'judgement', ...(panel === undefined ? {} : { panel }) } }
}

function checklistOf(said: Said<'elements'>, row: Row, asking: Asking): Draft | undefined {
  const { elements, each, isAllOrNothing } = said
  const listed = elements.map(({ score }) => (score === undefined ? undefined : pointsOf(score, row)))
  const own = listed.filter((score) => score !== undefined)
  const loss = each !== undefined && !each.isGain ? pointsOf(each.points, row) : undefined
  if (own.length === elements.length && elements.length > 0) {
    // J3: what a missing one takes away has to be what it is worth.
    if (loss !== undefined && !own.every((points) => points.equals(loss))) return undefined
    return withScores(said, own, row, asking)
  }
  if (own.length > 0) return undefined
  if (isAllOrNothing === true) return checklist(said, shares(elements.length), asking, true)
  if (said.isEqual === true) return checklist(said, equalParts(row.points, elements.length), asking)
  if (each?.isGain === true) {
    const gain = pointsOf(each.points, row)
    return gain === undefined
      ? undefined
      : withScores(
          said,
          elements.map(() => gain),
          row,
          asking,
        )
  }
  if (loss !== undefined) {
    const isWhole = loss.times(Exact.integer(elements.length)).equals(row.points)
    return isWhole
      ? withScores(
          said,
          elements.map(() => loss),
          row,
          asking,
        )
      : missingOf(said, loss, row, asking)
  }
  const answer = asking.ask(
    { kind: 'elements-share', elements: elements.map(({ text }) => text), answers: ['equal'], proposal: 'equal' },
    said,
  )
  const typed = answer === undefined || answer === 'equal' ? undefined : typedPoints(answer, elements.length)
  return checklist(said, typed ?? equalParts(row.points, elements.length), asking)
}

const pointsOf = (score: string, row: Row) => {
  const value = Exact.parse(score)
  return value === undefined ? undefined : score.endsWith('%') ? value.times(row.points) : value
}

function withScores(said: Said<'elements'>, scores: readonly Exact[], row: Row, asking: Asking): Draft | undefined {
  const total = scores.reduce((sum, each) => sum.plus(each), Exact.zero)
  if (total.equals(row.points) || total.sign <= 0) return checklist(said, scores, asking)
  const answer = asking.ask(
    {
      kind: 'elements-sum',
      points: row.context.points,
      said: total.toText(),
      elements: said.elements.map(({ text }) => text),
      answers: total.lessThan(row.points) ? ['scale', 'said'] : ['scale'],
      proposal: 'scale',
    },
    said,
  )
  if (answer === 'said') return checklist(said, scores, asking)
  const typed = answer === undefined || answer === 'scale' ? undefined : typedPoints(answer, scores.length)
  const scaled = scores.map((each) => each.times(row.points).over(total))
  const exact = scaled.every((each) => each.decimalDigits !== undefined)
    ? scaled
    : largestRemainder(row.points, scores, Exact.of('0.01'))
  return checklist(said, typed ?? exact, asking)
}

/** 1，2 or 1, 2: as many points as there are elements. */
function typedPoints(answer: string, count: number): Exact[] | undefined {
  const parts = answer
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')
    .map((part) => Exact.parse(numberOf(part.replace(/分$/, '')) ?? ''))
  return parts.length === count && parts.every((part) => part !== undefined) ? (parts as Exact[]) : undefined
}

const shares = (count: number) => equalParts(Exact.integer(100), count)

/** Equal parts that add up: of 2 decimals where they do not come out even. */
function equalParts(points: Exact, count: number): readonly Exact[] {
  const each = points.over(Exact.integer(count))
  if (each.decimalDigits !== undefined) return Array.from({ length: count }, () => each)
  return largestRemainder(
    points,
    Array.from({ length: count }, () => Exact.one),
    Exact.of('0.01'),
  )
}

function checklist(
  said: Said<'elements'>,
  scores: readonly Exact[],
  asking: Asking,
  isAllOrNothing = false,
): Draft | undefined {
  const isShare = isAllOrNothing || said.elements.every(({ score }) => score?.endsWith('%'))
  const elements = said.elements.map((element, index): ChecklistElement => {
    asking.mark(`/scoring/elements/${index}/text`, element.span)
    asking.mark(`/scoring/elements/${index}/score`, element.scoreSpan)
    const score = scores[index]!
    return {
      id: String(index + 1),
      text: textOf(element),
      score: isAllOrNothing
        ? `${score.toText()}%`
        : isShare && element.score !== undefined
          ? element.score
          : score.toText(),
      met: 'judged',
      ...(element.isGate === true || isAllOrNothing ? { gate: true as const } : {}),
    }
  })
  if (elements.length === 0) return undefined
  const evidence = said.elements.filter(({ isEvidence }) => isEvidence === true).map(textOf)
  if (said.spans['each'] !== undefined) asking.mark('/scoring/elements', said.spans['each'])
  return {
    scoring: { method: 'checklist', elements },
    ...(evidence.length === 0 ? {} : { leaf: { evidence: evidence.join('；').slice(0, 2_000) } }),
  }
}

const textOf = ({ text }: ElementSaid) => text.replace(/\s*\n\s*/g, ' ').slice(0, 2_000)

/** 每少一项扣2分 of more or fewer points than there are elements: what is missing is counted. */
function missingOf(said: Said<'elements'>, loss: Exact, row: Row, asking: Asking): Draft | undefined {
  if (loss.decimalDigits === undefined || loss.sign <= 0) return undefined
  const name = nameOf(`${row.name}·缺少项数`)
  const item: Item = { id: name, type: 'count', unit: '项', note: said.elements.map(textOf).join('；').slice(0, 2_000) }
  asking.mark('/scoring/above/deduct', said.spans['each'] ?? said)
  return {
    scoring: { method: 'steps', from: '0', above: { size: '1', per: 'unit', deduct: loss.toText() } },
    actual: writeName(name),
    items: row.context.known?.has(name) === true ? [] : [item],
  }
}

/** Shares of the points where these are decimals; else one row of a table for each grade, in points. */
function levelsOf(said: Said<'levels'>, row: Row, asking: Asking): Draft | undefined {
  const { levels } = said
  const [best] = levels
  const top = best?.score ?? best?.to
  const isPoints = top !== undefined && !top.endsWith('%')
  const points = Points.of(row, isPoints ? { points: top, at: best!.span } : undefined, asking)
  const inPoints = (text: string) => {
    const score = points.score(text)
    return score === undefined ? undefined : points.pointsOf(score)
  }
  const made: Level[] = []
  let isDecimal = true
  for (const [index, { name, score, from, to, span }] of levels.entries()) {
    asking.mark(`/scoring/levels/${index}`, span)
    const share = (text: string | undefined) => {
      const value = text === undefined ? undefined : inPoints(text)
      const percent = value?.over(row.points).times(Exact.integer(100))
      if (text !== undefined && percent?.decimalDigits === undefined) isDecimal = false
      return percent?.decimalDigits === undefined ? undefined : `${percent.toText()}%`
    }
    const fixed = share(score)
    const low = share(from)
    const high = share(to)
    made.push({
      name: name.replace(/\s*\n\s*/g, ' ').slice(0, 200),
      ...(fixed === undefined ? {} : { share: fixed }),
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { to: high }),
    })
  }
  if (new Set(made.map(({ name }) => name)).size < made.length) return undefined
  if (isDecimal) return { scoring: { method: 'levels', levels: made } }
  if (levels.some(({ score }) => score === undefined)) return undefined
  const item: Item = { id: row.name, type: 'choice', choices: made.map(({ name }) => name) }
  const rows = levels.map(({ score }, index) => ({
    when: [{ operator: 'equal' as const, value: made[index]!.name }],
    score: inPoints(score!)?.toText() ?? '0',
  }))
  const scoring: Scoring = { method: 'table', columns: [row.name], rows, hit: 'first', otherwise: '0' }
  return { scoring, items: row.context.known?.has(row.name) === true ? [] : [item] }
}
