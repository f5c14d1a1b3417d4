import { Exact, type Json, pointer, type Scoring } from '@yardstick/model'
import { scoreValue } from '../curve/plain-curves.ts'

/**
 * The scores that a method says outright, as one list: what each is called, where it stands in the method, and its text
 * ("2" in points, "40%" as a share). Checks read the list and mends write through it, so that no method is spelled out
 * twice. Elements of a checklist are not in it: they add up instead of standing for themselves.
 */
export interface StatedScore {
  /** Where it stands, below the method. */
  readonly path: readonly (string | number)[]
  readonly place: { readonly zh: string; readonly en: string }
  readonly text: string
  /** Whether the text is a share of the points even without a percent sign. */
  readonly isShare?: true
}

export function statedScores(scoring: Scoring): StatedScore[] {
  switch (scoring.method) {
    case 'bands':
      return [
        stated(['otherwise'], '其余', 'otherwise', scoring.otherwise),
        ...scoring.bands.map(({ from, score }, index) =>
          stated(['bands', index, 'score'], `${from}起`, `from ${from}`, score),
        ),
      ]
    case 'curve':
      return scoring.anchors.map(({ at, score }, index) =>
        stated(['anchors', index, 'score'], `${at}处`, `at ${at}`, score),
      )
    case 'levels':
      return scoring.levels.flatMap(({ name, ...level }, index) =>
        (['share', 'from', 'to'] as const).flatMap((key) => {
          const text = level[key]
          return text === undefined
            ? []
            : [{ ...stated(['levels', index, key], name, name, text), isShare: true as const }]
        }),
      )
    case 'table':
      return [
        ...scoring.rows.map(({ score }, index) =>
          stated(['rows', index, 'score'], `第${index + 1}行`, `row ${index + 1}`, score),
        ),
        stated(['otherwise'], '其余', 'otherwise', scoring.otherwise),
      ]
    case 'rank': {
      const { rule } = scoring
      if (rule.by === 'mean') return below(['rule', 'scoring'], statedScores(rule.scoring))
      if (rule.by === 'best') return []
      return [
        ...rule.places.map((text, index) =>
          stated(['rule', 'places', index], `第${index + 1}名`, `place ${index + 1}`, text),
        ),
        stated(['rule', 'otherwise'], '其余', 'otherwise', rule.otherwise),
      ]
    }
    case 'steps':
      return [
        ...(scoring.start === undefined ? [] : [stated(['start'], '起始分', 'start', scoring.start)]),
        ...(scoring.floor === undefined ? [] : [stated(['floor'], '最低分', 'floor', scoring.floor)]),
      ]
    default:
      return []
  }
}

/** In points. */
export function statedPoints({ text, isShare }: StatedScore, points: Exact): Exact {
  return isShare === true ? Exact.of(text).times(points) : scoreValue(text, points)
}

/** The same method with other texts in the place of its scores; undefined leaves one as it is. */
export function restated(scoring: Scoring, textOf: (score: StatedScore) => string | undefined): Scoring {
  return statedScores(scoring).reduce((rest, score) => {
    const text = textOf(score)
    return text === undefined ? rest : (replaced(rest as unknown as Json, score.path, text) as unknown as Scoring)
  }, scoring)
}

/** Each score times the factor, a share as a share; what no short decimal writes is rounded to 4 digits. */
export function scaledScores(scoring: Scoring, factor: Exact): Scoring {
  return restated(scoring, ({ text }) => {
    const isPercent = text.endsWith('%')
    const scaled = Exact.of(isPercent ? text.slice(0, -1) : text).times(factor)
    const short = (scaled.decimalDigits ?? Infinity) <= DIGITS ? scaled : scaled.round(DIGITS)
    return `${short.toText()}${isPercent ? '%' : ''}`
  })
}

export const pathPointer = (path: StatedScore['path']) => pointer(...path)

const DIGITS = 4

function stated(path: StatedScore['path'], zh: string, en: string, text: string): StatedScore {
  return { path, place: { zh, en }, text }
}

function below(path: StatedScore['path'], scores: readonly StatedScore[]): StatedScore[] {
  return scores.map((score) => ({ ...score, path: [...path, ...score.path] }))
}

function replaced(node: Json, [head, ...rest]: readonly (string | number)[], value: string): Json {
  if (head === undefined) return value
  if (Array.isArray(node)) {
    return (node as readonly Json[]).map((each, index) => (index === head ? replaced(each, rest, value) : each))
  }
  const owner = node as { readonly [key: string]: Json }
  return { ...owner, [head]: replaced(owner[head] ?? null, rest, value) }
}
