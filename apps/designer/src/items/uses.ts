import { namesIn, parseFormula } from '@yardstick/formula'
import { formulas, type Indicator, isBranch, pointerTokens, references, type Scheme } from '@yardstick/model'

/** Where an item or measure is read, so that a person can go there. */
export interface Use {
  readonly kind: 'leaf' | 'branch' | 'measure' | 'rule' | 'condition' | 'item'
  /** Id of the indicator or rule, name of the measure, item or shared condition. */
  readonly id: string
  /** What a person reads: 产出指标 / 培训人次. */
  readonly where: string
  readonly pointer: string
}

/** Every name with the places that read it, each place once. Values in test cases are no use. */
export function usesByName(scheme: Scheme): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Map<string, Use>>()
  const note = (name: string, pointer: string, where: readonly string[]) => {
    const use = placeAt(scheme, pointer, where)
    // A measure that reads itself is a cycle, not a use.
    if (use.kind === 'measure' && use.id === name) return
    const uses = found.get(name) ?? new Map<string, Use>()
    found.set(name, uses)
    if (!uses.has(`${use.kind} ${use.id}`)) uses.set(`${use.kind} ${use.id}`, use)
  }
  for (const { kind, name, strength, pointer, where } of references(scheme)) {
    if (strength === 'holds' && (kind === 'name' || kind === 'evidence')) note(name, pointer, where)
  }
  for (const { text, pointer, where } of formulas(scheme)) {
    const parsed = parseFormula(text)
    if (parsed.ok) for (const name of namesIn(parsed.value)) note(name, pointer, where)
  }
  return new Map([...found].map(([name, uses]) => [name, [...uses.values()]]))
}

function placeAt(scheme: Scheme, pointer: string, where: readonly string[]): Use {
  const [root = '', ...tokens] = pointerTokens(pointer)
  const common = { where: where.join(' / '), pointer }
  const index = Number(tokens[0])
  switch (root) {
    case 'measures':
      return { kind: 'measure', id: scheme.measures?.[index]?.id ?? '', ...common }
    case 'rules':
      return { kind: 'rule', id: scheme.rules?.[index]?.id ?? '', ...common }
    case 'items':
      return { kind: 'item', id: scheme.items[index]?.id ?? '', ...common }
    case 'conditions':
      return { kind: 'condition', id: tokens[0] ?? '', ...common }
    default: {
      const node = nodeAt(scheme.indicators, tokens)
      return { kind: node !== undefined && isBranch(node) ? 'branch' : 'leaf', id: node?.id ?? '', ...common }
    }
  }
}

/** Follows 0/children/1/… as far as it leads through the tree. */
function nodeAt(nodes: readonly Indicator[], [index, key, ...rest]: readonly string[]): Indicator | undefined {
  const node = nodes[Number(index)]
  return node !== undefined && isBranch(node) && key === 'children' && rest.length > 0
    ? nodeAt(node.children, rest)
    : node
}

/** The names a measure is computed from, in the order of its formula; those it does not parse to are none. */
export function namesOfFormula(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return parsed.ok ? [...namesIn(parsed.value)] : []
}
