import { Exact } from '@yardstick/model'
import { readTarget } from '@yardstick/wording'
import type { AnswerExample, AskedRow, ImportAnswers, ImportMatter, ImportQuestion } from './import-question.ts'

/** One thing asked of one row, or of the table where `row` is left out. */
export interface Asked {
  /** Questions of one group are one question; left out, it stands alone under the row's id. */
  readonly group?: string | undefined
  readonly row?: Omit<AskedRow, 'now' | 'isAnswered'>
  readonly matter: ImportMatter
  readonly answers: readonly string[]
  readonly typed?: ImportQuestion['typed']
  /** How many points there are to be typed, of each. */
  readonly parts?: number
  readonly proposal?: string | undefined
  readonly example?: AnswerExample | undefined
  /** What hangs on it, in points; the heavier is asked first. */
  readonly weight?: Exact
}

/**
 * Collects what is asked while a table becomes a scheme, and gives the answers that hold. An answer that fits no question
 * is kept apart, so that it can be told.
 */
export class Asking {
  private readonly asked = new Map<string, Asked[]>()
  private readonly used = new Set<string>()

  constructor(private readonly answers: ImportAnswers) {}

  /** The answer given to this row or its group; undefined while there is none that fits. */
  answerOf({ group, row, ...asked }: Asked): string | undefined {
    const ids = [row?.id, group].filter((id) => id !== undefined)
    for (const id of ids) {
      const answer = Object.hasOwn(this.answers, id) ? this.answers[id]!.trim() : undefined
      if (answer === undefined || !fits(answer, asked)) continue
      this.used.add(id)
      return answer
    }
    return undefined
  }

  /** Puts the question on the list. Returns what holds: the answer, else the proposal. */
  ask(asked: Asked): string | undefined {
    const id = asked.group ?? asked.row!.id
    const list = this.asked.get(id)
    if (list === undefined) this.asked.set(id, [asked])
    else list.push(asked)
    return this.answerOf(asked) ?? asked.proposal
  }

  /** Of the table first, then what the most points hang on. */
  questions(): ImportQuestion[] {
    const weightOf = (list: readonly Asked[]) =>
      list.reduce((all, { weight = Exact.zero }) => all.plus(weight), Exact.zero)
    return [...this.asked]
      .map(([id, list]) => ({
        question: this.question(id, list),
        rank: RANK[list[0]!.matter.kind],
        weight: weightOf(list),
      }))
      .sort((a, b) => a.rank - b.rank || b.weight.compare(a.weight))
      .map(({ question }) => question)
  }

  /** Answers that answered nothing: of another table, misspelt, or not among those there are. */
  unused(): string[] {
    return Object.keys(this.answers).filter((id) => !this.used.has(id))
  }

  private question(id: string, list: readonly Asked[]): ImportQuestion {
    const [first] = list as [Asked, ...Asked[]]
    const proposals = new Set(list.map(({ proposal }) => proposal))
    const given = list.map((each) => this.answerOf(each))
    const isAnswered = given.every((answer) => answer !== undefined)
    const common = Object.hasOwn(this.answers, id) ? this.answers[id] : undefined
    const rows = list.flatMap((each, index): AskedRow[] =>
      each.row === undefined
        ? []
        : [{ ...each.row, now: given[index] ?? each.proposal, isAnswered: given[index] !== undefined }],
    )
    const example = list.find((each) => each.example !== undefined)?.example
    return {
      ...first.matter,
      id,
      rows,
      answers: first.answers,
      ...(first.typed === undefined ? {} : { typed: first.typed }),
      ...(proposals.size === 1 && first.proposal !== undefined ? { proposal: first.proposal } : {}),
      ...(isAnswered ? { answer: common?.trim() ?? given[0]! } : {}),
      ...(example === undefined ? {} : { example }),
    }
  }
}

/** What decides how the table is read comes before what one row says. */
const RANK: { readonly [K in ImportMatter['kind']]: number } = {
  'points-in-percent': 0,
  'level-jump': 0,
  'points-unreadable': 1,
  'points-missing': 1,
  'points-shared': 1,
  'points-sum': 1,
  'full-score': 1,
  comparator: 2,
  equals: 2,
  'target-unread': 2,
  'standard-unread': 2,
  rule: 2,
}

function fits(answer: string, { answers, typed, parts }: Omit<Asked, 'group' | 'row'>): boolean {
  if (answers.includes(answer)) return true
  switch (typed) {
    case undefined:
      return false
    case 'points':
      return isPoints(answer)
    case 'points-of-each':
      return pointsOfEach(answer).length === parts && pointsOfEach(answer).every(isPoints)
    case 'target':
      return readTarget(answer).target !== undefined
  }
}

const pointsOfEach = (answer: string) => answer.split(/[,，、]/).map((each) => each.trim())

function isPoints(text: string): boolean {
  const value = Exact.parse(text)
  return value !== undefined && value.sign >= 0 && value.decimalDigits !== undefined
}
