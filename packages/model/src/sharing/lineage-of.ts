import type { Sha256 } from '../canonical.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { InheritedBoundary, Lineage, Origin, TemplateRef } from '../schema/sharing.ts'
import { walk } from '../scheme.ts'
import { nodeHash } from './node-hash.ts'
import type { ParameterValues } from './parameters.ts'
import { bothLimits, resolveBoundaries } from './resolve-boundaries.ts'

/** What a scheme that was adopted from a template says about where it comes from. */
export interface Adopted {
  readonly template: TemplateRef
  readonly mode: Lineage['mode']
  /** As the package holds it, with its parameters set. */
  readonly scheme: Scheme
  readonly parameters: ParameterValues
  /** The ids that its indicators have here, where they are others. */
  readonly ids: ReadonlyMap<string, string>
}

export function lineageOf({ template, mode, scheme, parameters, ids }: Adopted, sha256: Sha256): Lineage {
  const here = (id: string) => ids.get(id) ?? id
  const isBound = mode === 'reference'
  const above = scheme.lineage?.mode === 'reference' ? scheme.lineage : undefined
  const own = resolveBoundaries(scheme, scheme.sharing?.boundaries ?? [], template.publisher)
  const nodes: { [id: string]: Origin } = {}
  for (const { node, parent } of walk(scheme)) {
    const limits = isBound ? bothLimits(above?.nodes?.[node.id]?.limits, own.get(node.id)) : undefined
    nodes[here(node.id)] = {
      hash: nodeHash(node, parent?.id ?? null, sha256),
      points: node.points,
      ...(parent === undefined ? {} : { parent: here(parent.id) }),
      ...(here(node.id) === node.id ? {} : { from: node.id }),
      ...(limits === undefined ? {} : { limits }),
    }
  }
  const boundaries = isBound
    ? [
        ...(above?.boundaries ?? []),
        ...(scheme.sharing?.boundaries ?? []).map((each): InheritedBoundary => ({ ...each, by: template.publisher })),
      ].map((each) => (each.indicator === undefined ? each : { ...each, indicator: here(each.indicator) }))
    : []
  const offered = isBound ? offeredBy(scheme, above, here) : []
  return {
    template,
    mode,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters: { ...parameters } }),
    nodes,
    ...(offered.length === 0 ? {} : { offered }),
    ...(boundaries.length === 0 ? {} : { boundaries }),
  }
}

/** A place that this template lets be set anew is set by it alone. */
function offeredBy(scheme: Scheme, above: Lineage | undefined, here: (id: string) => string) {
  const own: NonNullable<Lineage['offered']> = scheme.sharing?.parameters ?? []
  const places = new Set(own.map(placeOf))
  const earlier = (above?.offered ?? [])
    .filter((each) => !places.has(placeOf(each)))
    .map((each) => ({ ...each, by: each.by ?? above!.template.publisher }))
  return [...own, ...earlier].map((each) =>
    each.of === 'indicator' && each.in !== undefined ? { ...each, in: here(each.in) } : each,
  )
}

const placeOf = ({ of, in: key = '', field }: { of: string; in?: string; field: string }) => `${of}\n${key}\n${field}`
