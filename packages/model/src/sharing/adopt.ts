import type { Sha256 } from '../canonical.ts'
import type { Result } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Lineage, TemplateRef } from '../schema/sharing.ts'
import { lineageOf } from './lineage-of.ts'
import { type ParameterValues, setParameters } from './parameters.ts'

/**
 * A scheme adopted 采用 from one of a template package, as it stands there: with its parameters set, its region that of
 * the adopter, and a lineage that says where it comes from and, where it is a reference 引用, what may not be changed.
 * What the template lets others set and change is used up by it: the new scheme has no `sharing` of its own yet.
 *
 * issues  those of `setParameters`
 */
export function adopt(
  from: { readonly template: TemplateRef; readonly scheme: Scheme },
  how: { readonly mode: Lineage['mode']; readonly parameters?: ParameterValues; readonly region?: Scheme['region'] },
  sha256: Sha256,
): Result<Scheme> {
  const { mode, parameters = {}, region } = how
  const set = setParameters(from.scheme, parameters)
  if (!set.ok) return set
  const adopted = { template: from.template, mode, scheme: set.value, parameters, ids: new Map<string, string>() }
  const { sharing: _, lineage: __, region: ___, ...rest } = set.value
  const lineage = lineageOf(adopted, sha256)
  return { ok: true, value: { ...rest, ...(region === undefined ? {} : { region }), lineage } }
}
