import type { Result } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { setFittingParameters } from './parameters.ts'
import { clearing, withIds } from './with-ids.ts'

/**
 * What an adopted scheme would be without the changes made here: the template's scheme, its parameters set, its indicators
 * under the ids they have here, and with the adopter's own region, version, sharing and lineage. Of a newer version of the
 * template it is what that one would be here; parameters that no longer fit keep their new default.
 */
export function templateBase(template: Scheme, local: Scheme): Result<Scheme> {
  const { scheme } = setFittingParameters(template, local.lineage?.parameters ?? {})
  return { ok: true, value: asHere(scheme, local) }
}

/** A template whose parameters are set, under the ids and with the own fields of what was adopted from it. */
export function asHere(template: Scheme, local: Scheme): Scheme {
  const { sharing: _, lineage: __, region: ___, ...rest } = template
  const { version, sharing, lineage, region } = local
  return {
    ...withIds(rest, idsHere(template, local)),
    version,
    ...(region === undefined ? {} : { region }),
    ...(sharing === undefined ? {} : { sharing }),
    ...(lineage === undefined ? {} : { lineage }),
  }
}

/** The ids that indicators of a template have here, by those they have there, where they are others. */
export function idsHere(template: Scheme, { lineage, ...local }: Scheme): Map<string, string> {
  const there = new Set(walk(template).map(({ node }) => node.id))
  const ids = new Map<string, string>()
  const nodes = Object.entries(lineage?.nodes ?? {})
  for (const [id, { from }] of nodes) if (from !== undefined && there.has(from)) ids.set(from, id)
  // A new indicator of the template may have the id that another one has been given here.
  return clearing(ids, template, [...nodes.map(([id]) => id), ...walk(local).map(({ node }) => node.id)])
}
