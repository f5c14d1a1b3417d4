import { type Declaration, Exact, type Item, type OwnLeaf, type Scheme, sum, type Target } from '@yardstick/model'

/** Changes of one declaration 绩效目标申报表, each giving a new one; an empty map or list is not kept. */
export function withTarget(declaration: Declaration, id: string, target: Target | undefined): Declaration {
  const { [id]: _, ...others } = declaration.targets ?? {}
  return withMap(declaration, 'targets', target === undefined ? others : { ...others, [id]: target })
}

export function ownLeavesOf({ indicators }: Declaration, branch: string): readonly OwnLeaf[] {
  return indicators !== undefined && Object.hasOwn(indicators, branch) ? indicators[branch]! : []
}

export function withOwnLeaves(declaration: Declaration, branch: string, leaves: readonly OwnLeaf[]): Declaration {
  const { [branch]: _, ...others } = declaration.indicators ?? {}
  return withMap(declaration, 'indicators', leaves.length === 0 ? others : { ...others, [branch]: [...leaves] })
}

export function changeOwnLeaf(
  declaration: Declaration,
  branch: string,
  id: string,
  change: (leaf: OwnLeaf) => OwnLeaf,
): Declaration {
  const leaves = ownLeavesOf(declaration, branch)
  return withOwnLeaves(
    declaration,
    branch,
    leaves.map((leaf) => (leaf.id === id ? change(leaf) : leaf)),
  )
}

export function removeOwnLeaf(declaration: Declaration, branch: string, id: string): Declaration {
  return withOwnLeaves(
    declaration,
    branch,
    ownLeavesOf(declaration, branch).filter((leaf) => leaf.id !== id),
  )
}

export function withItems(declaration: Declaration, items: readonly Item[]): Declaration {
  const { items: _, ...others } = declaration
  return items.length === 0 ? others : { ...others, items: [...items] }
}

/** A field of a leaf or of the declaration's head, taken out where it is undefined. */
export function withField<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = record
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

export function newDeclaration(scheme: Pick<Scheme, 'id' | 'year'>, department: string, period: string): Declaration {
  return {
    yardstick: 'declaration/1',
    scheme: { id: scheme.id },
    subject: { department },
    period: scheme.year === undefined ? period : String(scheme.year),
  }
}

/** What the branch's points still leave for own leaves: all of it, less its children's and those declared; never below 0. */
export function pointsLeft(
  branch: { points: string; children: readonly { points: string; kind?: string }[] },
  own: readonly OwnLeaf[],
): string {
  const given = givenPoints(branch, own)
  return Exact.of(branch.points).minus(Exact.of(given)).max(Exact.zero).toText()
}

/** 已分: the points of the branch's own children and of the declared leaves together. */
export function givenPoints(
  { children }: { readonly children: readonly { points: string; kind?: string }[] },
  own: readonly OwnLeaf[],
): string {
  const counted = children.filter(({ kind }) => kind !== 'bonus')
  return sum([...counted, ...own].map(({ points }) => Exact.of(points))).toText()
}

function withMap<K extends 'targets' | 'indicators'>(
  declaration: Declaration,
  key: K,
  map: NonNullable<Declaration[K]>,
) {
  const { [key]: _, ...others } = declaration
  return (Object.keys(map).length === 0 ? others : { ...others, [key]: map }) as Declaration
}
