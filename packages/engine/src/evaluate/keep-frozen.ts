import type { GroupFacts, GroupMember } from '@yardstick/model'

/**
 * The facts of a changed scheme for a group that is frozen under the scheme before. Leaves whose group the change leaves
 * as it is keep what is frozen of them; else whatever has been corrected since would look like its doing.
 *
 * frozen         as they were frozen, under the scheme before
 * before, after  of the group as it is now, under either scheme; the same members in the same order
 */
export function keepFrozen({
  frozen,
  before,
  after,
}: Readonly<Record<'frozen' | 'before' | 'after', GroupFacts>>): GroupFacts {
  const same = { values: sameLeaves('values', before, after), rates: sameLeaves('rates', before, after) }
  const part = (isKept: boolean) => (member: GroupMember) => {
    const of = (kind: Kind) =>
      Object.fromEntries(Object.entries(member[kind]).filter(([id]) => same[kind].has(id) === isKept))
    return { ...member, values: of('values'), rates: of('rates') }
  }
  // Each leaf looks for itself at whoever has a value there.
  return { ...after, members: [...frozen.members.map(part(true)), ...after.members.map(part(false))] }
}

type Kind = 'values' | 'rates'

function sameLeaves(kind: Kind, one: GroupFacts, other: GroupFacts): Set<string> {
  const ids = new Set(one.members.flatMap((member) => Object.keys(member[kind])))
  const isSame = (id: string) =>
    one.members.every((member, index) => member[kind][id] === other.members[index]?.[kind][id])
  return new Set(one.members.length === other.members.length ? [...ids].filter(isSame) : [])
}
