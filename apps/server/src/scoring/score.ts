import { createHash } from 'node:crypto'
import { type CompiledScheme, compile, ENGINE_VERSION, evaluate, evaluateNow } from '@yardstick/engine'
import {
  canonicalText,
  type Declaration,
  type Evaluation,
  type GroupFacts,
  type IndicatorResult,
  type Issue,
  type Language,
  type Result,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import { claimedTotal, leafScores } from './leaf-scores.ts'

/** What is scored: the documents' own text. */
export interface ToScore {
  readonly submission: string
  /** The declaration that has been approved; null where there is none. */
  readonly declaration: string | null
}

export interface ScoreOptions {
  readonly language: Language
  readonly trace: boolean
  readonly facts: GroupFacts | undefined
}

/** A result as it is stored: the columns of `evaluation`, and the document. */
export interface Scored {
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null
  readonly fullScore: string
  readonly submissionHash: string
  readonly declarationHash: string | null
  /** Of the group's facts, where the scheme reads them and there were any. */
  readonly factsHash: string | null
  /** JSON text: `Branch[]`. */
  readonly branches: string
  /** JSON text: `LeafScore[]`. */
  readonly scores: string
  /** 自评总分, as decimal text. */
  readonly claimed: string | null
  /** JSON text: the Evaluation. */
  readonly document: string
}

/** An indicator of the first level, for statistics. */
export type Branch = Pick<IndicatorResult, 'id' | 'name' | 'points' | 'score'>

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A scheme, bound to a declaration where there is one; what is wrong with either comes back as issues. */
export function compileFor(scheme: Scheme, declaration: string | null): Result<CompiledScheme> {
  const bound = declaration === null ? {} : { declaration: JSON.parse(declaration) as Declaration }
  return compile(scheme, { sha256, ...bound })
}

/**
 * One submission scored. Whatever cannot be scored is blocked, with the issues that say why as its findings: it is a
 * result like the others and stops nobody else's.
 */
export async function score(
  scheme: Scheme,
  hash: string,
  compiled: Result<CompiledScheme>,
  { submission: text, declaration }: ToScore,
  { language, trace, facts }: ScoreOptions,
): Promise<Scored> {
  const submission = JSON.parse(text) as Submission
  const declarationHash = declaration === null ? null : sha256(canonicalText(JSON.parse(declaration)))
  const options = {
    ...{ sha256, language },
    ...(facts === undefined ? {} : { group: facts }),
    ...(declarationHash === null ? {} : { declaration: declarationHash }),
  }
  const evaluation = compiled.ok
    ? trace
      ? await evaluate(compiled.value, submission, options)
      : evaluateNow(compiled.value, submission, options)
    : blocked({ scheme, hash, submission, declarationHash, language, issues: compiled.issues })
  const scores = leafScores(scheme, evaluation, submission.claims)
  return {
    state: evaluation.state,
    total: evaluation.total,
    grade: evaluation.grade,
    fullScore: evaluation.fullScore,
    submissionHash: evaluation.submission.hash,
    declarationHash,
    factsHash: evaluation.group ?? null,
    branches: JSON.stringify(branchesOf(evaluation)),
    scores: JSON.stringify(scores),
    claimed: claimedTotal(submission.claims, scores),
    document: JSON.stringify(evaluation),
  }
}

function branchesOf({ indicators }: Evaluation): Branch[] {
  return indicators
    .filter(({ path, kind }) => path.length === 1 && kind !== 'bonus')
    .map(({ id, name, points, score }) => ({ id, name, points, score }))
}

interface Blocked {
  readonly scheme: Scheme
  readonly hash: string
  readonly submission: Submission
  readonly declarationHash: string | null
  readonly language: Language
  readonly issues: readonly Issue[]
}

/** The result where a scheme and a declaration do not go together. */
function blocked({ scheme, hash, submission, declarationHash, language, issues }: Blocked): Evaluation {
  return {
    yardstick: 'evaluation/1',
    engine: ENGINE_VERSION,
    scheme: { id: scheme.id, name: scheme.name, version: scheme.version, hash },
    ...(declarationHash === null ? {} : { declaration: declarationHash }),
    submission: {
      subject: submission.subject,
      period: submission.period,
      hash: sha256(canonicalText(submission)),
    },
    language,
    state: 'blocked',
    fullScore: scheme.fullScore,
    total: null,
    grade: null,
    sentence: '',
    lines: [],
    events: [],
    indicators: [],
    lost: [],
    missing: [],
    findings: [...issues],
  }
}
