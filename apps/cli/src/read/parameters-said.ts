import type { Scheme } from '@yardstick/model'
import { namedTexts } from './named-texts.ts'
import type { Read } from './refusal.ts'

/** Parameters that are set, by their names as they are read or by id; which there are is for `setParameters` to tell. */
export function parametersSaid(scheme: Scheme, said: readonly string[]): Read<{ [id: string]: string }> {
  const texts = namedTexts(said)
  if (!texts.ok) return texts
  const known = scheme.sharing?.parameters ?? []
  const byId = [...texts.value].map(([name, text]) => [known.find((each) => each.name === name)?.id ?? name, text])
  return { ok: true, value: Object.fromEntries(byId) as { [id: string]: string } }
}
