import { writeName } from '@yardstick/formula'
import { isBranch, type Leaf, type Scheme, type Submission, walk } from '@yardstick/model'

/** Items of the imported scheme by those of the golden one: of the same name, or the whole value of the same leaf. */
export function itemNames(golden: Scheme, scheme: Scheme): Map<string, string> {
  const names = new Map(scheme.items.map(({ id }) => [id, id]))
  const itemOf = ({ actual }: Leaf, { items }: Scheme) => items.find(({ id }) => writeName(id) === actual)?.id
  const pairs = leafPairs(golden, scheme)
  for (const [old, fresh] of pairs) {
    const [from, to] = [itemOf(old, golden), itemOf(fresh, scheme)]
    if (from !== undefined && to !== undefined) names.set(to, from)
  }
  return names
}

/** The values and judgements of the golden submission, under the names and ids of the imported scheme. */
export function askedSubmission(
  submission: Submission,
  golden: Scheme,
  scheme: Scheme,
  names: ReadonlyMap<string, string>,
): Submission {
  const items = [...names].flatMap(([to, from]) =>
    Object.hasOwn(submission.items, from) ? [[to, submission.items[from]!] as const] : [],
  )
  const judgements = leafPairs(golden, scheme).flatMap(([old, fresh]) => {
    const value = submission.judgements?.[old.id]
    return value === undefined ? [] : [[fresh.id, underElements(value, old, fresh)] as const]
  })
  return {
    yardstick: 'submission/1',
    subject: submission.subject,
    period: submission.period,
    items: Object.fromEntries(items),
    judgements: Object.fromEntries(judgements),
  }
}

type Judgement = NonNullable<Submission['judgements']>[string]

function underElements(value: Judgement, old: Leaf, fresh: Leaf): Judgement {
  if (old.scoring.method !== 'checklist' || fresh.scoring.method !== 'checklist') return value
  const elements = fresh.scoring.elements
  return old.scoring.elements.reduce(
    (text, { id }, index) => JSON.parse(JSON.stringify(text).replaceAll(`"${id}":`, `"${elements[index]!.id}":`)),
    value,
  )
}

function leafPairs(golden: Scheme, scheme: Scheme): [Leaf, Leaf][] {
  const fresh = walk(scheme)
  return walk(golden).flatMap(({ node }, index): [Leaf, Leaf][] => {
    const other = fresh[index]!.node
    return isBranch(node) || isBranch(other) ? [] : [[node, other]]
  })
}
