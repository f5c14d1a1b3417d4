import { type Indicator, type Issue, isBranch, type Scheme } from '@yardstick/model'

/**
 * Issues by the id of the indicator they are in, told by their pointers; what is elsewhere (items, rules, the scheme) is
 * left out. A folded branch bubbles what is below it: see `issuesBelow`.
 */
export type IssuesByIndicator = ReadonlyMap<string, readonly Issue[]>

export function issuesByIndicator(scheme: Pick<Scheme, 'indicators'>, issues: readonly Issue[]): IssuesByIndicator {
  const found = new Map<string, Issue[]>()
  for (const issue of issues) {
    const id = indicatorAt(scheme, issue.pointer)
    if (id === undefined) continue
    const list = found.get(id)
    if (list === undefined) found.set(id, [issue])
    else list.push(issue)
  }
  return found
}

/** The node's own issues and those of everything below it. */
export function issuesBelow(node: Indicator, by: IssuesByIndicator): readonly Issue[] {
  const own = by.get(node.id) ?? []
  if (by.size === 0 || !isBranch(node)) return own
  const below = node.children.flatMap((child) => issuesBelow(child, by))
  return below.length === 0 ? own : [...own, ...below]
}

/** The deepest indicator that a pointer leads through. */
function indicatorAt(scheme: Pick<Scheme, 'indicators'>, at: string): string | undefined {
  const [, head, ...rest] = at.split('/')
  if (head !== 'indicators') return undefined
  let nodes: readonly Indicator[] = scheme.indicators
  let id: string | undefined
  for (let step = 0; step < rest.length; step += 2) {
    const node = nodes[Number(rest[step])]
    if (node === undefined) return id
    id = node.id
    if (rest[step + 1] !== 'children' || !isBranch(node)) return id
    nodes = node.children
  }
  return id
}
