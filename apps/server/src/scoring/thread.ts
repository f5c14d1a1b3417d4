import { type MessagePort, parentPort } from 'node:worker_threads'
import { type CompiledScheme, groupFacts, type Impact, impact, keepFrozen, type ScoredBy } from '@yardstick/engine'
import {
  canonicalText,
  type GroupFacts,
  type Language,
  type Result,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import { LeastRecent } from '../least-recent.ts'
import { compileFor, type Scored, score, sha256, type ToScore } from './score.ts'

/**
 * A thread that scores. Schemes and facts of groups are sent once, under their hash, and kept until the pool says that
 * they go (it keeps the same account); a scheme is compiled once, and once for each declaration it is bound to.
 */
export type ThreadRequest =
  | { readonly type: 'learn'; readonly kind: 'scheme' | 'facts'; readonly hash: string; readonly text: string }
  | { readonly type: 'forget'; readonly kind: 'scheme' | 'facts'; readonly hash: string }
  | ({ readonly type: 'score'; readonly id: number } & Slice)
  | { readonly type: 'facts'; readonly id: number; readonly scheme: string }
  | ({ readonly type: 'impact'; readonly id: number } & ThreadImpact)
  /** The next submissions of a group, as they were asked for; none is the end. */
  | { readonly type: 'page'; readonly id: number; readonly submissions: readonly ToScore[] }

export interface Slice {
  /** Hash of a scheme that was sent. */
  readonly scheme: string
  /** Hash of facts that were sent. */
  readonly facts: string | undefined
  readonly language: Language
  readonly trace: boolean
  readonly submissions: readonly ToScore[]
}

/** Two schemes that were sent, and facts of groups, all by their hashes. */
export interface ThreadImpact {
  readonly before: string
  readonly after: string
  readonly facts: Readonly<Record<'before' | 'now' | 'after', string | undefined>>
  readonly language: Language
}

export type ThreadAnswer =
  | { readonly type: 'scored'; readonly id: number; readonly results: readonly Scored[] }
  /** Canonical text and its hash; nothing where the scheme reads no group. */
  | { readonly type: 'facts'; readonly id: number; readonly facts: Facts | undefined }
  | { readonly type: 'impact'; readonly id: number; readonly impact: Result<Impact> }
  | { readonly type: 'more'; readonly id: number; readonly fromFirst: boolean }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }

export interface Facts {
  readonly hash: string
  readonly document: string
  readonly members: number
}

interface Known {
  readonly scheme: Scheme
  readonly plain: Result<CompiledScheme>
  /** Characters of its text. */
  readonly size: number
}

/** Characters of the schemes that are kept bound to declarations; compiled they take some five bytes for each. */
const MOST_BOUND = 10_000_000

/** What moves one submission's score: there may be thousands, each moved by hundreds of indicators. */
const MOST_THROUGH = 20

if (parentPort !== null) main(parentPort)

function main(port: MessagePort): void {
  const schemes = new Map<string, Known>()
  const facts = new Map<string, GroupFacts>()
  const bound = new LeastRecent<string, Pick<Known, 'plain' | 'size'>>(MOST_BOUND, ({ size }) => size)
  const pages = new Map<number, (submissions: readonly ToScore[]) => void>()
  const declarations = new WeakMap<Submission, string | null>()
  const answer = (message: ThreadAnswer) => port.postMessage(message)

  const compiledFor = (hash: string, { scheme, plain, size }: Known, declaration: string | null) => {
    if (declaration === null) return plain
    const key = `${hash} ${sha256(declaration)}`
    const compiled = bound.get(key) ?? { plain: compileFor(scheme, declaration), size }
    bound.set(key, compiled)
    return compiled.plain
  }

  const scoreSlice = async (slice: Slice): Promise<Scored[]> => {
    const known = schemes.get(slice.scheme)!
    const options = {
      language: slice.language,
      trace: slice.trace,
      facts: slice.facts === undefined ? undefined : facts.get(slice.facts),
    }
    const results: Scored[] = []
    for (const each of slice.submissions) {
      const compiled = compiledFor(slice.scheme, known, each.declaration)
      results.push(await score(known.scheme, slice.scheme, compiled, each, options))
    }
    return results
  }

  /** The group is gone through as often as the engine asks, page by page, and never held. */
  async function* submissionsOf(id: number): AsyncGenerator<Submission> {
    for (let fromFirst = true; ; fromFirst = false) {
      const page = await new Promise<readonly ToScore[]>((resolve) => {
        pages.set(id, resolve)
        answer({ type: 'more', id, fromFirst })
      })
      if (page.length === 0) return
      for (const { submission: text, declaration } of page) {
        const submission = JSON.parse(text) as Submission
        declarations.set(submission, declaration)
        yield submission
      }
    }
  }

  /** What scores a submission that was given page by page. */
  const scoredBy =
    (hash: string, known: Known): ScoredBy =>
    (submission) =>
      compiledFor(hash, known, declarations.get(submission) ?? null)

  const factsOf = async (id: number, hash: string): Promise<Facts | undefined> => {
    const known = schemes.get(hash)!
    const { plain } = known
    if (!plain.ok || !plain.value.readsGroup) return undefined
    const found = await groupFacts(plain.value, () => submissionsOf(id), scoredBy(hash, known))
    const document = canonicalText(found)
    return { hash: sha256(document), document, members: found.members.length }
  }

  const impactOf = async (id: number, task: ThreadImpact): Promise<Result<Impact>> => {
    const [before, after] = [schemes.get(task.before)!, schemes.get(task.after)!]
    if (!before.plain.ok) return before.plain
    if (!after.plain.ok) return after.plain
    const known = (hash: string | undefined) => {
      const found = hash === undefined ? undefined : facts.get(hash)
      // Those of one task may be more than is kept: better no answer than one against nobody.
      if (hash !== undefined && found === undefined) throw new Error('the facts of the group are too large')
      return found
    }
    const [frozen, now, later] = [known(task.facts.before), known(task.facts.now), known(task.facts.after)]
    const isKept = frozen !== undefined && now !== undefined && later !== undefined
    const found = await impact(before.plain.value, after.plain.value, () => submissionsOf(id), {
      language: task.language,
      most: MOST_THROUGH,
      scoredBy: { before: scoredBy(task.before, before), after: scoredBy(task.after, after) },
      groups: {
        before: frozen ?? nobody(before.plain.value),
        after: isKept ? keepFrozen({ frozen, before: now, after: later }) : (later ?? nobody(after.plain.value)),
      },
    })
    return { ok: true, value: found }
  }

  const work: { [T in ThreadRequest['type']]: (request: Extract<ThreadRequest, { type: T }>) => void } = {
    learn: ({ kind, hash, text }) => {
      if (kind === 'facts') facts.set(hash, JSON.parse(text) as GroupFacts)
      else {
        const scheme = JSON.parse(text) as Scheme
        schemes.set(hash, { scheme, plain: compileFor(scheme, null), size: text.length })
      }
    },
    forget: ({ kind, hash }) => {
      if (kind === 'facts') facts.delete(hash)
      else schemes.delete(hash)
    },
    score: ({ id, ...slice }) => told(id, async () => answer({ type: 'scored', id, results: await scoreSlice(slice) })),
    facts: ({ id, scheme }) => told(id, async () => answer({ type: 'facts', id, facts: await factsOf(id, scheme) })),
    impact: ({ id, ...task }) => told(id, async () => answer({ type: 'impact', id, impact: await impactOf(id, task) })),
    page: ({ id, submissions }) => {
      const resolve = pages.get(id)
      pages.delete(id)
      resolve?.(submissions)
    },
  }

  const told = (id: number, doing: () => Promise<void>): void => {
    doing().catch((error: unknown) => {
      pages.delete(id)
      answer({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) })
    })
  }

  port.on('message', (request: ThreadRequest) => (work[request.type] as (request: ThreadRequest) => void)(request))
}

/** Where no facts are given whoever is ranked stands alone, as in any other score. */
function nobody({ scheme, hash }: CompiledScheme): GroupFacts {
  return { yardstick: 'group/1', scheme: { id: scheme.id, hash }, members: [] }
}
