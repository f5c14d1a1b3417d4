import { type Issue, issue } from '../issue.ts'
import type { Leaf } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Manifest, TemplatePackage } from '../schema/template-package.ts'
import { leaves } from '../scheme.ts'
import { isForEvaluators } from '../submission/asked-for.ts'
import { parameterValue } from './parameters.ts'
import { resolveBoundaries } from './resolve-boundaries.ts'

/** What is here already: templates of every version, and the schemes of the region that adopts. */
export interface KnownHere {
  readonly templates: readonly Pick<Manifest, 'id' | 'version' | 'publisher'>[]
  readonly schemes: readonly {
    readonly id: string
    readonly name: string
    readonly formCode?: string | null
    readonly template?: { readonly id: string; readonly publisher: string; readonly version?: string } | null
  }[]
}

/** What adopting a scheme would bring and need, and what it would clash with. */
export interface AdoptionPlan {
  readonly brings: {
    readonly leaves: number
    readonly fullScore: string
    readonly items: number
    readonly measures: number
    readonly rules: number
    readonly cases: number
    /** With what stands there unless they are set. */
    readonly parameters: readonly { readonly id: string; readonly name: string; readonly default: string | null }[]
    /** How many indicators may not be changed, and how many have limits of another kind. */
    readonly locked: number
    readonly limited: number
  }
  readonly needs: {
    /** Names of items that departments fill in, and of those that evaluators do. */
    readonly items: readonly string[]
    readonly itemsOfEvaluators: readonly string[]
    /** Leaves that somebody judges. */
    readonly judged: readonly string[]
    /** Names of items and leaves that want evidence 佐证材料. */
    readonly evidence: readonly string[]
    readonly dependencies: readonly { readonly id: string; readonly version: string }[]
    readonly minimumEngine: string
  }
  /** What to take note of: none of it forbids adopting. */
  readonly issues: readonly Issue[]
}

/** The dry run before adopting, from what is at hand; undefined where the package has no such scheme. */
export function planAdoption(input: {
  readonly package: TemplatePackage
  readonly schemeId: string
  readonly known: KnownHere
}): AdoptionPlan | undefined {
  const { manifest, schemes } = input.package
  const scheme = schemes.find(({ id }) => id === input.schemeId)
  if (scheme === undefined) return undefined
  return {
    brings: bringsOf(scheme, manifest),
    needs: needsOf(scheme, manifest),
    issues: clashes(scheme, manifest, input.known),
  }
}

function bringsOf(scheme: Scheme, { publisher }: Manifest): AdoptionPlan['brings'] {
  const { items, measures = [], rules = [], cases = [], fullScore, sharing = {} } = scheme
  const above = scheme.lineage?.mode === 'reference' ? Object.entries(scheme.lineage.nodes ?? {}) : []
  const limits = resolveBoundaries(scheme, sharing.boundaries ?? [], publisher)
  const locked = new Set(
    [...above.map(([id, node]) => [id, node.limits] as const), ...limits].flatMap(([id, of]) =>
      of?.locked === undefined ? [] : [id],
    ),
  )
  const limited = new Set([...above.flatMap(([id, node]) => (node.limits === undefined ? [] : [id])), ...limits.keys()])
  return {
    leaves: leaves(scheme).length,
    fullScore,
    items: items.length,
    measures: measures.length,
    rules: rules.length,
    cases: cases.length,
    parameters: (sharing.parameters ?? []).map((each) => ({
      id: each.id,
      name: each.name,
      default: parameterValue(scheme, each) ?? null,
    })),
    locked: locked.size,
    limited: limited.size - locked.size,
  }
}

function needsOf(scheme: Scheme, { dependencies = [], minimumEngine }: Manifest): AdoptionPlan['needs'] {
  const nameOf = ({ id, label }: Scheme['items'][number]) => label ?? id
  const all = leaves(scheme).map(({ node }) => node)
  return {
    items: scheme.items.filter((item) => !isForEvaluators(item)).map(nameOf),
    itemsOfEvaluators: scheme.items.filter(isForEvaluators).map(nameOf),
    judged: all.filter(isJudged).map(({ name }) => name),
    evidence: [
      ...scheme.items.filter(({ evidence }) => evidence !== undefined).map(nameOf),
      ...all.filter(({ evidence }) => evidence !== undefined).map(({ name }) => name),
    ],
    dependencies: dependencies.map(({ id, version }) => ({ id, version })),
    minimumEngine,
  }
}

function isJudged({ scoring }: Leaf): boolean {
  if (scoring.method === 'checklist') return scoring.elements.some(({ met }) => met === 'judged')
  return scoring.method === 'judgement' || scoring.method === 'levels'
}

function clashes(scheme: Scheme, manifest: Manifest, { templates, schemes }: KnownHere): Issue[] {
  const where = [scheme.name]
  return [
    ...schemes.flatMap(({ id, name, formCode, template }): Issue[] => {
      const isSame = template?.id === manifest.id && template.publisher === manifest.publisher
      return [
        ...(isSame ? [issue('ADOPT_AGAIN', { where, expected: template.version ?? null, found: name })] : []),
        ...(id === scheme.id ? [issue('ADOPT_SAME_ID', { where, expected: name, found: id })] : []),
        ...(scheme.formCode !== undefined && formCode === scheme.formCode
          ? [issue('ADOPT_SAME_FORM', { where, expected: name, found: formCode })]
          : []),
      ]
    }),
    ...(manifest.dependencies ?? []).flatMap(({ id, version }): Issue[] => {
      const known = templates.filter((each) => each.id === id).map((each) => each.version)
      const found = known.length === 0 ? null : known
      return known.includes(version) ? [] : [issue('ADOPT_DEPENDENCY', { where, expected: { id, version }, found })]
    }),
  ]
}
