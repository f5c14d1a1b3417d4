import type { Comparator, Language, Scoring, Target } from '@yardstick/model'
import { type RuleAnswers, type RuleContext, type RuleQuestion, type RuleReading, readRule } from '@yardstick/wording'
import type { IndicatorRow } from '../indicator/indicator-table.ts'
import { stepCountExample } from './answer-example.ts'
import type { Asked, Asking } from './asking.ts'
import { formulaOfRow, type RowFormula } from './row-formula.ts'
import { suggestedComparator, targetOfRow, withComparator } from './row-target.ts'
import { scoringOfTarget, typeOf, usesTarget } from './scoring-of-target.ts'
import { askedRow, type TableNode } from './table-tree.ts'

/**
 * What a row's words say of its rule. A 评分标准 that is read is the rule; else the target's form suggests one (≥ → in
 * proportion, 达成 → three levels); else people judge. What is open is asked, and stands until then as it is proposed.
 */
export interface RowRule {
  readonly target: Target | undefined
  readonly scoring: Scoring
  /** standard: read from it · target: its form suggested the method · nothing: people judge */
  readonly from: 'standard' | 'target' | 'nothing'
  /** How the 评分标准 was read; undefined where there is none. */
  readonly reading: RuleReading | undefined
  /** What was read as such: its cell, and 评价要点 where it leans on these. */
  readonly standard: string | undefined
  /** How its value is reckoned, where another cell than the 评分标准 says it. */
  readonly formula: RowFormula | undefined
  /** The 评分标准 does not say how a part of a step counts. */
  readonly isCountAsked: boolean
  /** Something about it is still open. */
  readonly isAssumed: boolean
}

export function readRow(node: TableNode, asking: Asking, language: Language): RowRule {
  return new RowReader(node, asking, language).read()
}

class RowReader {
  private readonly row: IndicatorRow
  private readonly points: string
  /** Undefined where the 评分标准 itself says it, too. */
  private readonly formula: RowFormula | undefined
  private readonly standard: string | undefined
  private isOpen = false

  constructor(
    private readonly node: TableNode,
    private readonly asking: Asking,
    private readonly language: Language,
  ) {
    this.row = node.row
    this.points = node.points!.toText()
    this.formula = formulaOfRow(node.row)
    this.standard = standardOf(node.row)
  }

  read(): RowRule {
    const { target, open } = targetOfRow(this.row)
    if (open === 'unread') return this.unreadTarget(target)
    if (open === undefined) return this.ruled(this.best([target]), false)
    const suggested = suggestedComparator(this.row.name)
    const turnedTo = (comparator: Comparator) => withComparator(target, comparator, this.row.target)
    const named = turnedTo(suggested)
    const turned = turnedTo(suggested === '<=' ? '>=' : '<=')
    // The comparator was not written: the standard may tell, and where it does not, somebody does.
    const best = this.best([named, turned])
    const scoring = best.scoring ?? scoringOfTarget(best.target, this.language)
    const way = scoring === undefined ? undefined : wayOf(scoring)
    if (way !== undefined) return this.ruled({ ...best, target: turnedTo(way) }, false)
    if (best.isTold || scoring === undefined || !usesTarget(scoring)) return this.ruled(best, false)
    const answer = this.ask(this.comparatorAsked(open))
    if (answer === undefined || answer === 'by-name') return this.ruled(best, false)
    return this.ruled(this.best([turnedTo(answer as Comparator)]), false)
  }

  /** The fullest reading of the standard under one of these targets, the first of equals; `isTold`: others are less. */
  private best(targets: readonly (Target | undefined)[]): BestReading {
    if (this.standard === undefined) return { target: targets[0], isTold: false }
    const read = targets.map((target) => ({ target, ...this.readStandard(target) }))
    const best = read.reduce((one, other) => (rankOf(other.reading) > rankOf(one.reading) ? other : one))
    const isTold = read.some(({ reading }) => rankOf(reading) < rankOf(best.reading))
    const reading = settled(best.reading, best.answers)
    return { ...best, reading, scoring: reading.scoring, isTold }
  }

  private unreadTarget(target: Target | undefined): RowRule {
    const text = this.row.target!
    const asked: Asked = {
      group: 'target-unread',
      row: { ...askedRow(this.node, 'target'), text },
      matter: { kind: 'target-unread', text },
      answers: ['keep'],
      typed: 'target',
      proposal: 'keep',
    }
    const kept = this.best([target])
    const isRead = kept.reading !== undefined && kept.reading.status !== 'none' && kept.scoring !== undefined
    const hasUnread = kept.asked?.some(({ kind }) => kind === 'unread') === true
    const isNeedless = isRead && !hasUnread && !usesTarget(kept.scoring!)
    // Words that nothing is held against may stand.
    if (isNeedless && this.asking.answerOf({ ...asked, group: undefined }) === undefined) return this.ruled(kept, true)
    const answer = this.ask(asked)
    return answer === undefined || answer === 'keep'
      ? this.ruled(kept, true)
      : this.ruled(this.best([this.typed(answer)]), false)
  }

  /** A target that somebody gave for the words of the cell, which stay beside it. */
  private typed(answer: string): Target | undefined {
    const { target } = targetOfRow({ name: this.row.name, target: answer })
    const { target: text } = this.row
    if (target === undefined) return undefined
    const { written: _, ...read } = target
    return text === undefined ? read : { ...read, written: text.trim() }
  }

  private comparatorAsked(kind: 'comparator' | 'equals'): Asked {
    const suggested = suggestedComparator(this.row.name)
    const answers = kind === 'comparator' ? ['by-name', '>=', '<=', '='] : ['by-name', '=', '>=', '<=']
    return {
      group: kind,
      row: { ...askedRow(this.node, kind), suggested, text: this.row.target },
      matter: { kind },
      answers,
      proposal: 'by-name',
    }
  }

  private ruled(best: BestReading, isTargetUnread: boolean): RowRule {
    const isUnread = best.reading?.status === 'none'
    if (isUnread) return this.unread(best, isTargetUnread)
    for (const question of best.asked ?? []) this.ask(this.ruleAsked(question, best))
    return this.rule(best, best.scoring, isTargetUnread)
  }

  private rule(best: BestReading, read: Scoring | undefined, isTargetUnread: boolean): RowRule {
    const { target, reading } = best
    const suggested = isTargetUnread ? undefined : scoringOfTarget(target, this.language)
    const scoring = read ?? suggested ?? { method: 'judgement' as const }
    const from = best.scoring !== undefined ? 'standard' : scoring === suggested ? 'target' : 'nothing'
    const isCountAsked = best.asked?.some(({ kind }) => kind === 'step-count') === true
    const { standard } = this
    const formula = reading?.actual === undefined ? this.formula : undefined
    return { target, scoring, from, reading, standard, formula, isCountAsked, isAssumed: this.isOpen }
  }

  /** Nothing was read: the way the target suggests, where there is one, or people; or the target that was meant. */
  private unread(best: BestReading, isTargetUnread: boolean): RowRule {
    const answer = this.ask({
      group: 'standard-unread',
      row: { ...askedRow(this.node, 'standard'), text: this.standard },
      matter: { kind: 'standard-unread' },
      answers: ['target', 'judgement'],
      typed: 'target',
      proposal: 'target',
    })
    if (answer === undefined || answer === 'target') return this.rule(best, undefined, isTargetUnread)
    if (answer === 'judgement') return this.rule(best, { method: 'judgement' }, isTargetUnread)
    const again = this.best([this.typed(answer)])
    if (again.reading?.status === 'none') return this.rule(again, undefined, false)
    return this.ruled(again, false)
  }

  /** Reads again with every answer there is, since an answer may settle, or open, others. */
  private readStandard(target: Target | undefined): StandardRead {
    const answers: { [question: string]: string } = {}
    const answered: RuleQuestion[] = []
    for (;;) {
      const reading = readCached(this.standard!, this.context(target, answers), this.language)
      const fresh = reading.questions.flatMap((question) => {
        const isKnown = Object.hasOwn(answers, question.id)
        const answer = isKnown ? undefined : this.asking.answerOf(this.ruleAsked(question))
        return answer === undefined ? [] : [{ question, answer }]
      })
      if (fresh.length === 0) {
        const open = reading.questions.filter(({ id }) => !Object.hasOwn(answers, id))
        return { reading, answers, asked: [...answered, ...open] }
      }
      for (const { question, answer } of fresh) {
        answers[question.id] = answer
        answered.push(question)
      }
    }
  }

  private context(target: Target | undefined, answers: RuleAnswers): RuleContext {
    const isRate = this.formula?.measures[0]?.type === 'rate'
    const kind = isRate && target === undefined ? { valueType: 'rate' as const } : kindOf(target)
    return { name: this.row.name, points: this.points, target, ...kind, answers }
  }

  private ruleAsked(question: RuleQuestion, read?: BestReading): Asked {
    const standard = this.standard!
    return {
      group: STANDS_ALONE.has(question.kind) ? undefined : question.kind,
      row: { ...askedRow(this.node, question.id), text: standard, question },
      matter: { kind: 'rule', question, standard },
      answers: question.answers,
      ...typedAt(question),
      // What the scheme says of leaves that do not.
      proposal: question.proposal ?? (question.kind === 'step-count' ? 'whole' : undefined),
      ...(question.kind === 'step-count'
        ? { example: stepCountExample(read?.scoring, this.points, read?.target) }
        : {}),
    }
  }

  private ask(asked: Asked): string | undefined {
    if (this.asking.answerOf(asked) === undefined) this.isOpen = true
    return this.asking.ask({ ...asked, weight: this.node.points! })
  }
}

interface StandardRead {
  readonly reading: RuleReading
  readonly answers: RuleAnswers
  readonly asked: readonly RuleQuestion[]
}

/** The reading that counts, with its answers; nothing but the target where there is no 评分标准. */
interface BestReading extends Partial<StandardRead> {
  readonly target: Target | undefined
  readonly scoring?: Scoring | undefined
  readonly isTold: boolean
}

/** 评价要点 are the standard where there is no other, and what another speaks of: 符合一项得1分. */
function standardOf({ standard, aspects }: IndicatorRow): string | undefined {
  if (standard === undefined || aspects === undefined) return standard ?? aspects
  return /要点|要素|[一每]项/.test(standard) ? `${aspects}\n${standard}` : standard
}

/** What each row would be answered by itself. */
const STANDS_ALONE: ReadonlySet<RuleQuestion['kind']> = new Set(['target', 'target-differs', 'ambiguous'])

function typedAt(question: RuleQuestion): Pick<Asked, 'typed' | 'parts'> {
  if (question.kind === 'target') return { typed: 'target' }
  if (question.kind !== 'elements-sum' && question.kind !== 'elements-share') return {}
  return { typed: 'points-of-each', parts: question.elements.length }
}

/** Judging by the whole text settles everything else that it leaves open. */
function settled(reading: RuleReading, answers: RuleAnswers): RuleReading {
  const isJudged = Object.values(answers).includes('judgement')
  const open = reading.questions.filter(({ id }) => !Object.hasOwn(answers, id))
  if (isJudged && (open.length > 0 || reading.scoring === undefined))
    return { ...reading, status: 'full', scoring: { method: 'judgement' }, questions: [] }
  return { ...reading, questions: open }
}

/** The fuller, the better; of two that are equally full, the one that leaves less open. */
function rankOf({ status, questions }: RuleReading): number {
  return { none: 0, partial: 1, full: 2 }[status] * 1000 - questions.length
}

/** Points are taken off on one side only: the other is the better one. */
function wayOf(scoring: Scoring): '>=' | '<=' | undefined {
  if (scoring.method !== 'steps' || (scoring.below === undefined) === (scoring.above === undefined)) return undefined
  return scoring.below === undefined ? '<=' : '>='
}

/** What is known of the value: 每少1% of a number that has no unit may be of its target, or a point of what is a rate. */
function kindOf(target: Target | undefined): Pick<RuleContext, 'valueType'> {
  if (target === undefined || 'text' in target || 'formula' in target) return {}
  const { type, unit } = typeOf(target)
  return type === 'number' && unit === undefined ? {} : { valueType: type }
}

/**
 * Tables say the same of many rows, and are read again with every answer about them, so readings are kept: reading takes
 * some milliseconds, which thousands of rows would make a minute. What was not asked for longest goes first.
 */
function readCached(standard: string, context: RuleContext, language: Language): RuleReading {
  const key = JSON.stringify([standard, context, language])
  const reading = readings.get(key) ?? readIn(standard, context, language)
  readings.delete(key)
  readings.set(key, reading)
  if (readings.size > MOST_READINGS) readings.delete(readings.keys().next().value!)
  return reading
}

const readings = new Map<string, RuleReading>()
/** As many as a table of some thousand rows needs, each with and without an answer. */
const MOST_READINGS = 20_000

/** In the language it is written in, which need not be the one the page speaks. */
function readIn(standard: string, context: RuleContext, language: Language): RuleReading {
  const own = /\p{Script=Han}/u.test(standard) ? 'zh' : 'en'
  const reading = readRule(standard, context, own)
  return reading.status === 'none' && own !== language ? readRule(standard, context, language) : reading
}
