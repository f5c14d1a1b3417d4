import { Exact, type Language, type Scoring, type Target } from '@yardstick/model'
import { foldText } from '../phrase/input.ts'
import { printStandard, readStandard } from '../standard/standard.ts'
import { asksCount } from '../standard/steps.ts'
import { readTarget } from '../target/read-target.ts'
import { Asking } from './asking.ts'
import { assemble } from './assemble/assemble.ts'
import type { Draft } from './assemble/draft.ts'
import { clausesAt } from './clauses.ts'
import { discretionAt } from './discretion.ts'
import { elementsAt } from './elements.ts'
import { explanationsAt } from './formulas.ts'
import { gradedAt } from './graded.ts'
import { rankedOf } from './ranked.ts'
import { Row } from './row.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleAnswers, RuleReading } from './rule-reading.ts'
import { type Recogniser, scan } from './scan.ts'
import { Source } from './source.ts'

/**
 * A 评分标准 in anybody's words → the rule it states, the formulas and items in it, and what is open. Sentences as
 * `printStandard` writes them are read whole; others by the idioms of the field. Never a guess: a word that was not
 * understood is a question.
 */
export function readRule(text: string, context: RuleContext, language: Language = 'zh'): RuleReading {
  const answered = context.target === undefined ? answeredTarget(context.answers) : undefined
  const own = answered === undefined ? context : { ...context, target: answered }
  const reading = readPrinted(text, own, language) ?? readIdioms(text, own)
  return answered === undefined ? reading : { ...reading, leaf: { ...reading.leaf, target: answered } }
}

/** The answer to 目标值是多少; words that are none stay asked. */
function answeredTarget(answers: RuleAnswers | undefined): Target | undefined {
  const answer = answers?.['target']
  const { target } = answer === undefined ? {} : readTarget(answer)
  return target === undefined || 'text' in target ? undefined : target
}

/** Sentences of our own; every word of them is in the grammar that printed it. */
function readPrinted(text: string, context: RuleContext, language: Language): RuleReading | undefined {
  const printed = readStandard(text, context, language)
  if (!printed.ok || (language === 'zh' && !isPrinted(text, printed.value, context))) return undefined
  const asking = new Asking(new Source(text), context.answers)
  const whole = { from: 0, to: asking.source.folded.length }
  // Points that do not make up the row's are a question; where another reading can ask what becomes of them, it does.
  const said = bestOf(printed.value, context.points)
  if (said !== undefined) {
    const other = readIdioms(text, context)
    if (other.scoring?.method === printed.value.method && other.questions.every(({ kind }) => OF_POINTS.has(kind)))
      return other
    asking.ask({ kind: 'points-differ', points: context.points, said, answers: ['said'], proposal: 'said' }, whole)
  }
  asking.mark('/scoring', whole)
  let scoring = printed.value
  if (asksCount(scoring, context) && context.stepCount === undefined && scoring.method === 'steps') {
    const count = asking.ask({ kind: 'step-count', answers: ['prorata', 'whole', 'started'] }, whole)
    if (count === 'prorata' || count === 'whole' || count === 'started') scoring = { ...scoring, count }
  }
  return {
    ...NOTHING,
    status: asking.questions.length === 0 ? 'full' : 'partial',
    scoring,
    questions: asking.questions,
    spans: asking.spans,
  }
}

const OF_POINTS: ReadonlySet<string> = new Set(['points-differ', 'elements-sum', 'step-count'])

/** The best that a rule gives, in points, where it is not what the row is worth. */
function bestOf(scoring: Scoring, points: string): string | undefined {
  const full = Exact.parse(points)
  if (full === undefined) return undefined
  const inPoints = (score: string) => (score.endsWith('%') ? Exact.of(score).times(full) : Exact.of(score))
  const most = (scores: readonly string[]) =>
    scores.map(inPoints).reduce((best, score) => (best.lessThan(score) ? score : best), Exact.zero)
  const best = (() => {
    switch (scoring.method) {
      case 'steps':
        return scoring.start === undefined ? full : inPoints(scoring.start)
      case 'checklist':
        return scoring.elements.reduce((sum, { score }) => sum.plus(inPoints(score)), Exact.zero)
      case 'bands':
        return most([scoring.otherwise, ...scoring.bands.map(({ score }) => score)])
      case 'curve':
        return most(scoring.anchors.map(({ score }) => score))
      default:
        return full
    }
  })()
  return best.equals(full) || (full.lessThan(best) && scoring.method !== 'checklist') ? undefined : best.toText()
}

/** Whether the words are our own, signs aside: what others write differently may mean something else. */
function isPrinted(text: string, scoring: Scoring, context: RuleContext): boolean {
  const bare = (words: string) => foldText(words).replace(/[\s,;。:~-]/g, '')
  return bare(printStandard(scoring, context, 'zh')) === bare(text)
}

function readIdioms(text: string, context: RuleContext): RuleReading {
  const source = new Source(text)
  const hasTarget = context.target !== undefined && 'value' in context.target
  const row = { name: context.name, points: context.points, hasTarget }
  if (text.length > LONGEST_TEXT) return readingOf(readWith([], source, context))
  const ofValue = remembering((source, at) => [...explanationsAt(source, at), ...clausesAt(source, at, row)])
  const ofFacts: Recogniser = (source, at) => elementsAt(source, at, row)
  const byPerson: Recogniser = (source, at) => discretionAt(source, at, row)
  const ofGrades: Recogniser = (source, at) => gradedAt(source, at, row)
  // What scores a value is no fact to be judged; only where a text does not hold together that way, is it read the other.
  const readings = [
    [byPerson, ofValue],
    [ofFacts, ofGrades, byPerson, ofValue],
  ].map((recognisers) => readWith(recognisers, source, context))
  return readingOf(rankedWith(source, context) ?? readings.reduce((best, each) => (isBetter(each, best) ? each : best)))
}

/** No 评分标准 is longer; a page that strayed into the cell is not taken apart. */
const LONGEST_TEXT = 4_000

/** Both readings look at the same places. */
function remembering(recogniser: Recogniser): Recogniser {
  const found = new Map<number, ReturnType<Recogniser>>()
  return (source, at) => {
    const known = found.get(at) ?? recogniser(source, at)
    found.set(at, known)
    return known
  }
}

function readingOf({ asking, draft }: Attempt): RuleReading {
  const { questions } = asking
  const isOpen = questions.length > 0 || draft === undefined
  return {
    ...NOTHING,
    status: draft === undefined ? 'none' : isOpen ? 'partial' : 'full',
    ...(draft === undefined
      ? {}
      : { scoring: draft.scoring, ...(draft.actual === undefined ? {} : { actual: draft.actual }) }),
    measures: draft?.measures ?? [],
    items: draft?.items ?? [],
    leaf: draft?.leaf ?? {},
    rules: draft?.rules ?? [],
    questions,
    spans: [...asking.spans].sort((one, other) => one.from - other.from),
  }
}

interface Attempt {
  readonly asking: Asking
  readonly draft: Draft | undefined
  /** How many letters nobody understood. */
  readonly unread: number
}

function readWith(recognisers: readonly Recogniser[], source: Source, context: RuleContext): Attempt {
  const asking = new Asking(source, context.answers)
  const { statements, unread } = scan(source, recognisers)
  const draft = assemble(statements, new Row(context), asking)
  const whole = { from: 0, to: source.folded.length }
  const open = draft === undefined && asking.questions.length === 0 ? [whole] : unread
  let isJudged = false
  for (const each of open) {
    const answer = asking.ask({ kind: 'unread', answers: ['note', 'judgement'] }, each)
    if (answer === 'judgement') isJudged = true
  }
  return {
    asking,
    draft: isJudged ? { scoring: { method: 'judgement' } } : draft,
    unread: open.reduce((sum, { from, to }) => sum + to - from, 0),
  }
}

/** Places and means make a rule of a group; bands of the number of a place are none. */
function rankedWith(source: Source, context: RuleContext): Attempt | undefined {
  const asking = new Asking(source, context.answers)
  const draft = rankedOf(source, new Row(context), asking)
  return draft === undefined ? undefined : { asking, draft, unread: 0 }
}

function isBetter(one: Attempt, other: Attempt): boolean {
  const has = ({ draft }: Attempt) => Number(draft !== undefined)
  if (has(one) !== has(other)) return has(one) > has(other)
  return one.unread < other.unread
}

const NOTHING = { measures: [], items: [], leaf: {}, rules: [], questions: [], spans: [] } as const
