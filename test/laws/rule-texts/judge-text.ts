import { createHash } from 'node:crypto'
import { compile, evaluate } from '@yardstick/engine'
import { Exact, type Item, type Leaf, type Measure, type Scheme, type Scoring, validate } from '@yardstick/model'
import { type RuleReading, readRule, readTarget } from '@yardstick/wording'
import { expect } from 'vitest'
import type { RuleText } from './rule-text.ts'

/**
 * What a reading of a text is worth. `read`: it asked exactly what the text leaves open and scores as the text means.
 * `asked`: it asked more than had to be, or understood nothing, which is no harm but work for somebody. `wrong`: it
 * states a rule that is not the text's, or is silent about what the text leaves open.
 */
export interface Verdict {
  readonly verdict: 'read' | 'asked' | 'wrong'
  readonly why: string
}

/** `read` is for telling what the judge itself is worth. */
export async function judge(row: RuleText, read = readRule): Promise<Verdict> {
  try {
    return await judged(row, read)
  } catch (error) {
    return { verdict: 'wrong', why: `throws ${String(error)}` }
  }
}

async function judged(row: RuleText, read: typeof readRule): Promise<Verdict> {
  const { reading, asked, stuck } = readWithAnswers(row, read)
  if (row.nothing) {
    // That a person scores is no rule made up.
    const isSilent = reading.status === 'full' && asked.size === 0 && reading.scoring?.method !== 'judgement'
    return isSilent ? { verdict: 'wrong', why: 'states a rule where the text has none' } : { verdict: 'read', why: '' }
  }
  if (stuck !== undefined) return { verdict: 'asked', why: stuck }
  const unasked = (row.asks ?? []).filter((kind) => !asked.has(kind))
  if (unasked.length > 0) return { verdict: 'wrong', why: `does not ask ${unasked.join(', ')}` }
  const difference = await differenceOf(row, reading)
  if (difference === undefined) return { verdict: 'read', why: '' }
  // Figures that somebody would have to give twice are a nuisance, not another rule.
  return { verdict: difference.startsWith(NEEDS_MORE) ? 'asked' : 'wrong', why: difference }
}

const NEEDS_MORE = 'needs more figures'

function contextOf(row: RuleText) {
  const { target } = row.target === undefined ? {} : readTarget(row.target)
  const isRate = target !== undefined && 'value' in target && target.value.endsWith('%')
  const valueType = row.valueType ?? (isRate ? 'rate' : undefined)
  return {
    name: row.name,
    points: row.points,
    ...(target === undefined ? {} : { target }),
    ...(valueType === undefined ? {} : { valueType }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
  }
}

/** Reads a text and answers its questions as its row does; `stuck` says why no whole reading came of it. */
export function readWithAnswers(
  row: RuleText,
  read = readRule,
): { reading: RuleReading; asked: ReadonlySet<string>; stuck?: string } {
  const allowed = new Set<string>([...(row.asks ?? []), ...(row.mayAsk ?? [])])
  const asked = new Set<string>()
  const answers: Record<string, string> = {}
  for (;;) {
    const reading = read(row.text, { ...contextOf(row), answers }, 'zh')
    const open = reading.questions.filter((question) => answers[question.id] === undefined)
    for (const question of open) asked.add(question.kind)
    const more = open.filter((question) => !allowed.has(question.kind))
    if (more.length > 0) {
      const words = more.map((each) => `${each.kind} “${row.text.slice(each.from, each.to)}”`)
      return { reading, asked, stuck: `asks ${words.join(', ')}` }
    }
    if (open.length === 0) {
      return reading.status === 'full'
        ? { reading, asked }
        : { reading, asked, stuck: `${reading.status}, asks nothing` }
    }
    for (const question of open) {
      const answer =
        row.answers?.[question.id] ?? row.answers?.[question.kind] ?? question.proposal ?? question.answers[0]
      if (answer === undefined) return { reading, asked, stuck: `the row has no answer to ${question.id}` }
      answers[question.id] = answer
    }
  }
}

/** The first thing the reading says otherwise than the row; undefined: nothing. */
async function differenceOf(row: RuleText, reading: RuleReading): Promise<string | undefined> {
  const { scoring } = reading
  const expected = row.reading
  if (scoring === undefined)
    return expected?.scoring === undefined && expected?.rules !== undefined ? undefined : 'no method'
  const looks: readonly (() => string | undefined | Promise<string | undefined>)[] = [
    ...(expected === undefined ? [] : [() => partsDiffer(expected, reading)]),
    ...(row.methods === undefined ? [] : [() => (row.methods?.includes(scoring.method) ? undefined : scoring.method)]),
    ...(row.judged
      ? [() => (scoring.method === 'judgement' ? undefined : `${scoring.method} where a person scores`)]
      : []),
    ...(row.elements === undefined ? [] : [() => elementsDiffer(row, scoring)]),
    ...(row.levels === undefined ? [] : [() => levelsDiffer(row, scoring)]),
    ...(row.outcomes === undefined ? [] : [() => outcomesDiffer(row, reading)]),
    ...(row.scores === undefined
      ? []
      : [
          () =>
            scoresDiffer(
              row,
              reading,
              Object.entries(row.scores!).map(([value, score]) => ({ inputs: { '': value }, score })),
            ),
        ]),
    ...(row.cases === undefined ? [] : [() => scoresDiffer(row, reading, row.cases!)]),
  ]
  let first: string | undefined
  for (const look of looks) {
    const difference = await look()
    if (difference === undefined && row.either) return undefined
    if (difference !== undefined && !row.either) return difference
    first ??= difference
  }
  return first
}

function partsDiffer(expected: NonNullable<RuleText['reading']>, reading: RuleReading): string | undefined {
  try {
    expect(reading).toMatchObject(expected)
    return undefined
  } catch {
    const { scoring, leaf, rules } = reading
    return `reads ${JSON.stringify({ scoring, leaf, rules })}`
  }
}

function elementsDiffer(row: RuleText, scoring: Scoring): string | undefined {
  const read = elementsOf(scoring, row.points)
  return isInOrder(row.elements!, read, isSamePoints) ? undefined : `elements ${JSON.stringify(read ?? scoring)}`
}

function levelsDiffer(row: RuleText, scoring: Scoring): string | undefined {
  const read = levelsOf(scoring, row.points)
  return isInOrder(row.levels!, read, isSameShare) ? undefined : `levels ${JSON.stringify(read ?? scoring)}`
}

async function scoresDiffer(
  row: RuleText,
  reading: RuleReading,
  runs: NonNullable<RuleText['cases']>,
): Promise<string | undefined> {
  for (const { inputs, score } of runs) {
    const got = await scoreOf(row, reading, inputs)
    const isTaken = Object.keys(inputs).every((name) => reading.items.some((item) => bare(item.id) === bare(name)))
    if (got === 'missing' && ('' in inputs || isTaken)) return NEEDS_MORE
    if (!isSamePoints(score, got)) return `${Object.values(inputs).join(', ')} → ${got}, not ${score}`
  }
  return undefined
}

type Pair = readonly [string, string]

function isInOrder(expected: readonly Pair[], read: readonly Pair[] | undefined, same: typeof isSamePoints): boolean {
  return (
    read?.length === expected.length &&
    expected.every(([words, value], index) => {
      const [text, got] = read[index]!
      return text.replace(/\s/g, '').includes(words) && same(value, got)
    })
  )
}

function isSamePoints(expected: string, got: string): boolean {
  const [a, b] = [exactOf(expected), exactOf(got)]
  return a !== undefined && b !== undefined && a.equals(b)
}

function isSameShare(expected: string, got: string): boolean {
  const [a, b] = [expected.split('-'), got.split('-')]
  return a.length === b.length && a.every((part, index) => isSamePoints(part, b[index]!))
}

function exactOf(text: string): Exact | undefined {
  const [above = '', below] = text.split('/')
  const number = Exact.parse(above)
  return below === undefined ? number : number?.over(Exact.of(below))
}

/** "2" is 2 points, "40%" is 40 % of the indicator's. */
function inPoints(score: string, points: string): string {
  return score.endsWith('%') ? Exact.of(score).times(Exact.of(points)).toText() : score
}

function elementsOf(scoring: Scoring, points: string): Pair[] | undefined {
  if (scoring.method !== 'checklist') return undefined
  return scoring.elements.map(({ text, score }): Pair => [text, inPoints(score, points)])
}

/** Also a table over what was chosen, which holds points where a share would have no end of digits (2 of 3). */
function levelsOf(scoring: Scoring, points: string): Pair[] | undefined {
  if (scoring.method === 'table' && scoring.columns.length === 1)
    return scoring.rows.map(
      ({ when: [cell], score }): Pair => [String(cell?.value), `${inPoints(score, points)}/${points}`],
    )
  if (scoring.method !== 'levels') return undefined
  return scoring.levels.map(({ name, share, from, to }): Pair => [name, share ?? `${from}-${to}`])
}

/** A finding may be read as a level, as the one element, as a yes or no, or as a figure. */
async function outcomesDiffer(row: RuleText, reading: RuleReading): Promise<string | undefined> {
  const scoring = reading.scoring!
  const outcomes = row.outcomes!
  const [best, last] = [outcomes[0]!, outcomes.at(-1)!]
  if (scoring.method === 'levels' || (scoring.method === 'table' && scoring.rows[0]?.when[0]?.operator === 'equal')) {
    const levels = levelsOf(scoring, row.points)!
    const same =
      levels.length === outcomes.length &&
      outcomes.every(([, score], index) => {
        const share = levels[index]![1]
        return isSameShare(`${score}/${row.points}`, share)
      })
    return same ? undefined : `levels ${JSON.stringify(levels)}`
  }
  if (scoring.method === 'checklist' && scoring.elements.length === 1) {
    const same =
      outcomes.length === 2 && isSamePoints(best[1], elementsOf(scoring, row.points)![0]![1]) && last[1] === '0'
    return same ? undefined : `one element ${JSON.stringify(scoring.elements[0])}`
  }
  const item = reading.items.length === 1 ? reading.items[0] : undefined
  for (const [words, score, value] of outcomes) {
    const input = item?.type === 'boolean' ? String(words === best[0]) : value
    if (input === undefined) return `${JSON.stringify(scoring)} for ${outcomes.map(([word]) => word).join(', ')}`
    let got = await scoreOf(row, reading, { '': input })
    // 是否发生…: the question may be asked the other way round.
    if (!isSamePoints(score, got) && item?.type === 'boolean' && outcomes.length === 2)
      got = await scoreOf(row, reading, { '': String(words !== best[0]) })
    if (!isSamePoints(score, got)) return `${words} → ${got}, not ${score}`
  }
  return undefined
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Points of the reading alone in a scheme, for given figures; the figure named '' is 实际完成值. Else what went wrong. */
async function scoreOf(
  row: RuleText,
  reading: RuleReading,
  inputs: { readonly [name: string]: string },
): Promise<string> {
  const { scheme, values } = schemeOf(row, reading, inputs)
  const valid = validate('scheme', scheme)
  if (!valid.ok) return `no scheme (${valid.issues.map((each) => `${each.code} ${each.pointer}`).join(', ')})`
  const compiled = compile(valid.value, { sha256 })
  if (!compiled.ok) return `no scheme (${compiled.issues.map((each) => each.code).join(', ')})`
  const submission = validate('submission', {
    yardstick: 'submission/1',
    subject: { department: '某单位' },
    period: '2024',
    items: values,
  })
  if (!submission.ok) return 'no submission'
  const evaluation = await evaluate(compiled.value, submission.value, { sha256, language: 'zh', trace: false })
  const leaf = evaluation.indicators.find(({ id }) => id === LEAF)!
  return leaf.exact ?? leaf.score ?? leaf.state
}

const LEAF = 'leaf'

function schemeOf(row: RuleText, reading: RuleReading, inputs: { readonly [name: string]: string }) {
  const items = new Map<string, Item>(reading.items.map((item) => [item.id, item]))
  const measures = new Map<string, Measure>(reading.measures.map((measure) => [measure.id, measure]))
  const isName = reading.actual !== undefined && (measures.has(reading.actual) || items.has(reading.actual))
  let { actual } = reading
  const values: Record<string, unknown> = {}
  const give = (id: string, value: string) => {
    // A measure that is given as a figure is an item of its kind.
    const { type, unit } = measures.get(id) ?? {}
    measures.delete(id)
    const given =
      type === undefined ? typeOf(value, row) : { type, ...(unit === undefined ? {} : { unit }), digits: 10 }
    items.set(id, items.get(id) ?? { id, ...given })
    values[id] = items.get(id)!.type === 'boolean' ? value === 'true' : value
  }
  const subject = isName ? reading.actual! : row.name.replace(/[[\]]/g, '')
  for (const [name, value] of Object.entries(inputs)) {
    const known = [...items.keys(), ...measures.keys()].find((id) => bare(id) === bare(name))
    // 完成率 and 实际完成率 may be other words for the row's own 任务完成率.
    const isOwn = name === '' || (known === undefined && bare(row.name).includes(bare(name).replace(/^实际/, '')))
    if (!isOwn) {
      give(known ?? name, value)
      continue
    }
    // The only figure there is may be asked for by a condition or a formula instead.
    const only = reading.items.length === 1 ? reading.items[0]!.id : undefined
    if (only !== undefined && only !== subject && !measures.has(subject)) give(only, value)
    give(subject, value)
    actual = `[${subject}]`
  }
  const leaf = {
    id: LEAF,
    name: row.name,
    points: row.points,
    ...(contextOf(row).target === undefined ? {} : { target: contextOf(row).target }),
    ...(actual === undefined || WITHOUT_VALUE.has(reading.scoring!.method) ? {} : { actual }),
    scoring: reading.scoring!,
    ...reading.leaf,
  } as Leaf
  const scheme: Scheme = {
    yardstick: 'scheme/1',
    id: 'one-text',
    name: row.name,
    version: '1',
    fullScore: row.points,
    rounding: { leaf: 'none', branch: 'none' },
    // Pieces, times and days are whole: how their parts count is nowhere said and changes nothing.
    ...(row.asks?.includes('step-count') ? {} : { stepCount: 'whole' as const }),
    items: [...items.values()],
    measures: [...measures.values()],
    indicators: [leaf],
    rules: reading.rules.map((rule, index) => {
      const params = 'indicator' in rule.event.params ? { ...rule.event.params, indicator: LEAF } : rule.event.params
      return { ...rule, id: `rule-${index + 1}`, event: { ...rule.event, params } } as NonNullable<
        Scheme['rules']
      >[number]
    }),
  }
  return { scheme, values }
}

/** Methods that read no 实际完成值. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set([
  'formula',
  'table',
  'checklist',
  'levels',
  'judgement',
  'share-met',
])

function typeOf(value: string, row: RuleText): Pick<Item, 'type' | 'digits'> {
  if (value === 'true' || value === 'false') return { type: 'boolean' }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { type: 'date' }
  const unit = row.unit === undefined ? {} : { unit: row.unit }
  if (value.endsWith('%') || row.valueType === 'rate') return { type: 'rate', digits: 10 }
  return row.valueType === 'count' ? { type: 'count', ...unit } : { type: 'number', digits: 10, ...unit }
}

function bare(name: string): string {
  return name.replace(/[“”"'‘’《》〈〉【】[\]()（）\s]/g, '')
}
