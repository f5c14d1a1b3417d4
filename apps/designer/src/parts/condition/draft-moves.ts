import { type Draft, type DraftGroup, newGroup, newKey } from './draft.ts'

/** Changes of a draft by the keys of its rows. Each gives a new draft; what cannot be done gives the old one. */
export interface Found {
  readonly draft: Draft
  readonly parent: DraftGroup
  readonly index: number
}

export function find(root: DraftGroup, key: string): Found | undefined {
  for (const [index, draft] of root.members.entries()) {
    if (draft.key === key) return { draft, parent: root, index }
    const inside = draft.type === 'group' ? find(draft, key) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

/** Any row, or the whole itself, changed. */
export function update(root: DraftGroup, key: string, change: (draft: Draft) => Draft): DraftGroup {
  if (root.key === key) {
    const changed = change(root)
    return changed.type === 'group' ? changed : root
  }
  return {
    ...root,
    members: root.members.map((each) =>
      each.key === key ? change(each) : each.type === 'group' ? update(each, key, change) : each,
    ),
  }
}

function updateMembers(root: DraftGroup, key: string, change: (members: readonly Draft[]) => readonly Draft[]) {
  return update(root, key, (draft) => (draft.type === 'group' ? { ...draft, members: change(draft.members) } : draft))
}

export function remove(root: DraftGroup, key: string): DraftGroup {
  const found = find(root, key)
  if (found === undefined) return root
  return updateMembers(root, found.parent.key, (members) => members.filter((each) => each.key !== key))
}

export function insert(root: DraftGroup, group: string, index: number, draft: Draft): DraftGroup {
  return updateMembers(root, group, (members) => [...members.slice(0, index), draft, ...members.slice(index)])
}

/** A copy right behind it, with keys of its own. */
export function duplicate(root: DraftGroup, key: string): { root: DraftGroup; copy: string } | undefined {
  const found = find(root, key)
  if (found === undefined) return undefined
  const copy = copyOf(found.draft)
  return { root: insert(root, found.parent.key, found.index + 1, copy), copy: copy.key }
}

function copyOf(draft: Draft): Draft {
  const key = newKey()
  return draft.type === 'group' ? { ...draft, key, members: draft.members.map(copyOf) } : { ...draft, key }
}

export function wrap(root: DraftGroup, key: string): DraftGroup {
  return update(root, key, (draft) => newGroup([draft]))
}

/** The lines of a group stand where the group stood. */
export function unwrap(root: DraftGroup, key: string): DraftGroup {
  const found = find(root, key)
  if (found === undefined || found.draft.type !== 'group') return root
  const { members } = found.draft
  return updateMembers(root, found.parent.key, (all) => all.flatMap((each) => (each.key === key ? members : [each])))
}

/** Takes a row to a place among the members of a group, counted before it leaves its own; never into itself. */
export function move(root: DraftGroup, key: string, group: string, index: number): DraftGroup {
  const found = find(root, key)
  if (found === undefined || key === group) return root
  if (found.draft.type === 'group' && find(found.draft, group) !== undefined) return root
  const isLater = found.parent.key === group && found.index < index
  if (found.parent.key === group && (index === found.index || index === found.index + 1)) return root
  return insert(remove(root, key), group, isLater ? index - 1 : index, found.draft)
}

export type Direction = 'up' | 'down' | 'out' | 'into'

/**
 * One step by keyboard: up and down among its neighbours, and out of the group at its ends; `out` behind its group;
 * `into` the group before it, else the one behind it.
 */
export function step(root: DraftGroup, key: string, direction: Direction): DraftGroup {
  const found = find(root, key)
  if (found === undefined) return root
  const { parent, index } = found
  const outer = find(root, parent.key)
  switch (direction) {
    case 'up':
      if (index > 0) return move(root, key, parent.key, index - 1)
      return outer === undefined ? root : move(root, key, outer.parent.key, outer.index)
    case 'down':
      if (index < parent.members.length - 1) return move(root, key, parent.key, index + 2)
      return outer === undefined ? root : move(root, key, outer.parent.key, outer.index + 1)
    case 'out':
      return outer === undefined ? root : move(root, key, outer.parent.key, outer.index + 1)
    case 'into': {
      const before = parent.members[index - 1]
      if (before?.type === 'group') return move(root, key, before.key, before.members.length)
      const after = parent.members[index + 1]
      return after?.type === 'group' ? move(root, key, after.key, 0) : root
    }
  }
}
