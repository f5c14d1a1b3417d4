import { type Remote, wrap } from 'comlink'
import type { Designer } from '../store/designer-store.ts'
import type { Evaluator } from './evaluator.ts'
import type { Wanted } from './protocol.ts'
import { submissionOf } from './submission-of.ts'

/** The engine in its worker, for panels that ask something of their own. */
export type Engine = Remote<Evaluator>

let engine: Engine | undefined

/** The one worker of the page, started when first asked for. */
export function engineOf(): Engine {
  engine ??= wrap<Evaluator>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }))
  return engine
}

/** What the view shows, as the engine is asked for it. */
export function wantedOf({ design, view }: Designer): Wanted {
  const { language, sample, pinned, declaration } = view
  const of = sample === null ? undefined : design?.scheme.cases?.[sample]
  const scratch = of !== undefined && view.scratch?.of === of ? submissionOf(view.scratch.submission) : undefined
  return { language, sample, pinned, declaration, scratch }
}
