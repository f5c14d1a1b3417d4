import type { Scope } from '@yardstick/formula'
import type { Issue, Scheme } from '@yardstick/model'
import { type Stage, stages } from './compiled.ts'
import type { ConditionContext, FactInfo } from './typed-condition.ts'

/** Whether an indicator, by its id, is a leaf or a branch. */
export type NodeKinds = ReadonlyMap<string, 'leaf' | 'branch'>

/**
 * Which facts a condition may read at its stage (`design.md` 7). A fact of a later stage is known here as `later`, so
 * that reading it can be refused with that reason rather than as an unknown name.
 */
export function factsAt(stage: Stage, scheme: Scheme, scope: Scope, nodeKinds: NodeKinds): ConditionContext {
  const find = (fact: string): FactInfo | undefined => {
    const info = scope.find(fact)
    if (info !== undefined) return info
    const since = stageOf(fact, nodeKinds)
    return since !== undefined && stages.indexOf(since) <= stages.indexOf(stage)
      ? specialInfo(fact, scheme, scope)
      : undefined
  }
  const knownFacts = function* () {
    for (const { name } of scope.all()) yield name
    for (const item of scheme.items) yield `evidence:${item.id}`
    for (const id of nodeKinds.keys()) {
      yield `score:${id}`
      yield `rate:${id}`
    }
    yield 'total'
    yield 'grade'
  }
  return { find, knownFacts, shared: scheme.conditions ?? {} }
}

/** The first stage at which a fact that is neither item nor measure can be read; undefined for a fact there is not. */
function stageOf(fact: string, nodeKinds: NodeKinds): Stage | undefined {
  if (fact === 'total') return 'grade'
  if (fact === 'grade') return 'flag'
  const [, kind, name = ''] = /^(evidence|score|rate):(.+)$/u.exec(fact) ?? []
  if (kind === 'evidence') return 'items'
  const node = kind === undefined ? undefined : nodeKinds.get(name)
  return node === undefined ? undefined : node === 'leaf' ? 'leaves' : 'total'
}

/** An unknown fact that exists, but only later, is a matter of phases. */
export function asLater(found: Issue, nodeKinds: NodeKinds): Issue {
  if (found.code !== 'CONDITION_FACT' || typeof found.found !== 'string') return found
  const since = stageOf(found.found, nodeKinds)
  return since === undefined || since === 'items' ? found : { ...found, code: 'CONDITION_PHASE', expected: since }
}

function specialInfo(fact: string, scheme: Scheme, scope: Scope): FactInfo | undefined {
  if (fact === 'grade') return { type: 'choice', choices: (scheme.grades ?? []).map((grade) => grade.name) }
  if (fact === 'total') return { type: 'number' }
  if (!fact.startsWith('evidence:')) return { type: fact.startsWith('rate:') ? 'rate' : 'number' }
  return scope.find(fact.slice('evidence:'.length))?.origin === 'item' ? { type: 'boolean' } : undefined
}
