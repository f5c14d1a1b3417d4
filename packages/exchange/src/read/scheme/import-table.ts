import { writeName } from '@yardstick/formula'
import {
  type Branch,
  type Indicator,
  type Language,
  type Leaf,
  newId,
  type Rule,
  type Scheme,
  type Scoring,
  type StepCount,
  usualGrades,
} from '@yardstick/model'
import type { RuleReading } from '@yardstick/wording'
import type { Doubt } from '../doubt.ts'
import type { IndicatorReading, IndicatorRow } from '../indicator/indicator-table.ts'
import { Asking } from './asking.ts'
import type { ImportAnswers, ImportQuestion } from './import-question.ts'
import { itemsOfScoring } from './items-of-scoring.ts'
import { type RowRule, readRow } from './read-row.ts'
import { samplesOfTable } from './samples-of-table.ts'
import { valueOfRule } from './scoring-of-target.ts'
import { namesOfReadings, TableNames } from './table-names.ts'
import { settlePoints, type TableNode, treeOfTable } from './table-tree.ts'

export type { AnswerExample, AskedRow, ImportAnswers, ImportMatter, ImportQuestion } from './import-question.ts'
export { wordImportQuestion } from './import-question-words.ts'

/**
 * A scheme made of a read table. It scores as it stands: where something is open, by what its question proposes, and the
 * leaf says that somebody has to look (`scoringBasis`). The same reading, name, language and answers give the same.
 */
export interface TableImport {
  readonly scheme: Scheme
  readonly rows: readonly ImportedRow[]
  /** Open and answered, what decides most first. */
  readonly questions: readonly ImportQuestion[]
  /** What was left out of the table or taken for something: told, nothing to be answered. */
  readonly told: readonly Doubt[]
  /** Ids of answers that answered nothing. */
  readonly unused: readonly string[]
}

/** How one row was understood. */
export interface ImportedRow {
  readonly row: IndicatorRow
  /** Its indicator's. */
  readonly id: string
  readonly where: readonly string[]
  readonly points: string
  /** table: as written · below: what those below add up to · shared: an equal part of what was left */
  readonly pointsFrom: 'table' | 'below' | 'shared'
  readonly isBonus: boolean
  /** Undefined for a branch. */
  readonly rule: RowRule | undefined
}

export interface ImportOptions {
  readonly name: string
  readonly language: Language
  readonly answers?: ImportAnswers
}

/** What is made into a scheme. */
type ReadRows = Pick<IndicatorReading, 'rows' | 'doubts'> & Partial<Pick<IndicatorReading, 'totals'>>

/** How many rows with rules have been read, of how many. */
export interface RowsRead {
  readonly read: number
  readonly all: number
}

/** Undefined where no indicator was found: nothing can be made of it. */
export function importTable(reading: ReadRows, options: ImportOptions): TableImport | undefined {
  const steps = importSteps(reading, options)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same, halting before each row: a rule takes some milliseconds to read, and whoever waits for thousands may not. */
export function* importSteps(
  reading: ReadRows,
  options: ImportOptions,
): Generator<RowsRead, TableImport | undefined, undefined> {
  const asking = new Asking(options.answers ?? {})
  const tree = treeOfTable(reading, asking)
  if (tree.length === 0) return undefined
  const { fullScore } = settlePoints(tree, reading, asking)
  const ruleOf = yield* readRules(tree, asking, options.language)
  const maker = new Maker(ruleOf, asking)
  const indicators = tree.map((each) => maker.indicator(each))
  const { items, measures } = maker.names.all
  const scheme: Scheme = {
    yardstick: 'scheme/1',
    id: 'scheme',
    name: options.name,
    version: '1',
    fullScore,
    stepCount: maker.stepCount,
    items,
    ...(measures.length === 0 ? {} : { measures }),
    indicators,
    ...(maker.rules.length === 0 ? {} : { rules: maker.rules }),
    grades: usualGrades(fullScore),
    gradeBasis: 'assumed',
  }
  const cases = samplesOfTable(maker.rows, scheme, options)
  return {
    scheme: underName({ ...scheme, cases }, options.name),
    rows: maker.rows,
    questions: asking.questions(),
    told: reading.doubts.filter(({ kind }) => !ASKED.has(kind)),
    unused: asking.unused(),
  }
}

/** The same under this name, which its id and the subject of its samples follow. */
export function underName(scheme: Scheme, name: string): Scheme {
  const cases = scheme.cases?.map((each) => ({
    ...each,
    submission: { ...each.submission, subject: { department: name } },
  }))
  return { ...scheme, id: newId(name, new Set(), 'scheme'), name, ...(cases === undefined ? {} : { cases }) }
}

/** What stands over the table, where it says what it is; 附件1 or 单位：分 say less than the file's name. */
export function titleOf({ doubts }: Pick<IndicatorReading, 'doubts'>): string | undefined {
  const titles = doubts.flatMap((each) => (each.kind === 'row-left-out' && each.as === 'title' ? [each.text] : []))
  return titles.find((text) => /指标|评价|绩效|考核|indicator|evaluation/i.test(text))?.slice(0, 200)
}

/** What becomes a question of its own, where it has to be one. */
const ASKED: ReadonlySet<Doubt['kind']> = new Set([
  'points-unreadable',
  'points-shared',
  'points-sum',
  'total-differs',
  'level-jump',
])

/** What somebody has said for the whole table is the scheme's way of counting. */
function stepCountOf(questions: readonly ImportQuestion[]): StepCount {
  const asked = questions.find(({ id }) => id === 'step-count')
  return (asked?.answer as StepCount | undefined) ?? 'whole'
}

/** The rules of all leaves, in the order of the table. */
function* readRules(tree: readonly TableNode[], asking: Asking, language: Language) {
  const leaves: TableNode[] = []
  const visit = (node: TableNode) => {
    if (node.children.length === 0) leaves.push(node)
    else node.children.forEach(visit)
  }
  tree.forEach(visit)
  const ruleOf = new Map<TableNode, RowRule>()
  for (const leaf of leaves) {
    yield { read: ruleOf.size, all: leaves.length }
    ruleOf.set(leaf, readRow(leaf, asking, language))
  }
  return ruleOf
}

/** Makes the indicators in the order of the table, with the items they read. */
class Maker {
  readonly rows: ImportedRow[] = []
  readonly rules: Rule[] = []
  readonly names: TableNames
  readonly stepCount: StepCount

  constructor(
    private readonly ruleOf: ReadonlyMap<TableNode, RowRule>,
    asking: Asking,
  ) {
    this.stepCount = stepCountOf(asking.questions())
    const readings = [...this.ruleOf.values()].flatMap(({ reading, formula }) =>
      [reading, formula].filter((each) => each !== undefined),
    )
    this.names = new TableNames(namesOfReadings(readings))
  }

  indicator(node: TableNode, parent?: TableNode): Indicator {
    const { id, row, isBonus, pointsFrom, where } = node
    const points = node.points!.toText()
    const rule = this.ruleOf.get(node)
    this.rows.push({ row, id, where, points, pointsFrom, isBonus, rule })
    const common = {
      id,
      name: lineOf(row.name),
      ...(row.code === undefined ? {} : { code: lineOf(row.code) }),
      points,
      ...(isBonus ? { kind: 'bonus' as const } : {}),
      ...(row.definition === undefined ? {} : { definition: row.definition.slice(0, LONGEST_TEXT) }),
    }
    if (rule !== undefined) return this.leaf(node, common, rule, parent)
    // A branch has no rule of its own: what its row says of one is kept among the notes.
    const note = [row.note, row.standard].filter((text) => text !== undefined).join('\n')
    const children = node.children.map((child) => this.indicator(child, node))
    const branch: Branch = {
      ...common,
      ...(note === '' ? {} : { note: note.slice(0, LONGEST_TEXT) }),
      ...(node.isBestOf === true ? { combine: 'best-of' as const } : {}),
      children,
    }
    return branch
  }

  private leaf(node: TableNode, common: Pick<Leaf, 'id' | 'name' | 'points'>, rule: RowRule, parent?: TableNode): Leaf {
    const { row } = node
    const { reading, target, isAssumed } = rule
    const taken = reading === undefined ? {} : this.names.take(reading, parent?.row.name)
    // What the 评分标准 judges by itself needs no figure.
    const needed = valueOfRule({ scoring: rule.scoring, target }) === undefined ? undefined : rule.formula
    const computed = needed === undefined ? {} : this.names.take(needed, parent?.row.name)
    const scoring = this.uncounted(rule.from === 'standard' ? (taken.scoring ?? rule.scoring) : rule.scoring, rule)
    const stated = taken.actual ?? computed.actual
    const value = stated === undefined ? valueOfRule({ scoring, target }) : undefined
    const name = value === undefined ? undefined : this.names.ofLeaf(row.name, value, parent?.row.name)
    const actual = stated ?? (name === undefined ? undefined : writeName(name))
    this.names.add(itemsOfScoring(scoring))
    this.addRules(reading, common.id)
    return {
      ...common,
      ...(target === undefined ? {} : { target }),
      ...(actual === undefined ? {} : { actual }),
      scoring,
      ...(row.source === undefined ? {} : { dataSource: cut(row.source) }),
      ...(row.evidence === undefined ? {} : { evidence: cut(row.evidence) }),
      ...reading?.leaf,
      ...(row.note === undefined ? {} : { note: row.note.slice(0, LONGEST_TEXT) }),
      ...(rule.standard === undefined ? {} : { standard: rule.standard.slice(0, LONGEST_TEXT) }),
      ...(isAssumed ? { scoringBasis: 'assumed' as const } : {}),
    }
  }

  /** The way of counting that was answered for the table is the scheme's, and need not stand in each leaf. */
  private uncounted(scoring: Scoring, { isCountAsked }: RowRule): Scoring {
    if (scoring.method !== 'steps' || !isCountAsked || scoring.count !== this.stepCount) return scoring
    const { count: _, ...rest } = scoring
    return rest
  }

  /** What the text of a leaf calls for beside its score is a rule about that leaf. */
  private addRules(reading: RuleReading | undefined, leaf: string): void {
    for (const rule of reading?.rules ?? []) {
      const id = newId(rule.name, new Set(this.rules.map((each) => each.id)), 'rule')
      const { event } = rule
      const of = 'indicator' in event.params ? { ...event, params: { ...event.params, indicator: leaf } } : event
      this.rules.push({ ...rule, id, event: of as Rule['event'] })
    }
  }
}

/** As much as a text of a scheme may hold. */
const LONGEST_TEXT = 20_000

/** A line of a scheme, which may be long. */
const cut = (text: string) => text.replace(/\s*\n\s*/g, '；').slice(0, 2_000)

const lineOf = (text: string) => [...text.replace(/\s*\n\s*/g, ' ')].slice(0, 200).join('')
