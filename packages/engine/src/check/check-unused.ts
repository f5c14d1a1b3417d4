import { namesIn, parseFormula } from '@yardstick/formula'
import { formulas, type Issue, issue, pointer, references, type Scheme } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * Items, measures and shared conditions that nothing reads. A test case that gives a value reads nothing; a measure that
 * is itself unused does, so that each hint can be followed as it stands.
 */
export function checkUnused({ scheme }: CompiledScheme): Issue[] {
  const { names, conditions } = readIn(scheme)
  const unused = (pointer: string, name: string) => issue('SCHEME_UNUSED', { pointer, where: [name], found: name })
  return [
    ...scheme.items.flatMap(({ id }, index) =>
      names.has(id)
        ? []
        : [withMends(unused(`/items/${index}`, id), mend({ type: 'remove-item', id }, '删去', 'Remove it'))],
    ),
    ...(scheme.measures ?? []).flatMap(({ id }, index) =>
      names.has(id)
        ? []
        : [withMends(unused(`/measures/${index}`, id), mend({ type: 'remove-measure', id }, '删去', 'Remove it'))],
    ),
    ...Object.keys(scheme.conditions ?? {}).flatMap((name) => {
      if (conditions.has(name)) return []
      const edit = { type: 'set-condition', name, condition: null } as const
      return [withMends(unused(`/conditions${pointer(name)}`, name), mend(edit, '删去', 'Remove it'))]
    }),
  ]
}

function readIn(scheme: Scheme): { names: ReadonlySet<string>; conditions: ReadonlySet<string> } {
  const held = references(scheme).filter((each) => each.strength === 'holds')
  const named = (...kinds: readonly string[]) => held.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  const inFormulas = formulas(scheme).flatMap(({ text }) => {
    const parsed = parseFormula(text)
    return parsed.ok ? namesIn(parsed.value) : []
  })
  return { names: new Set([...named('name', 'evidence'), ...inFormulas]), conditions: new Set(named('condition')) }
}
