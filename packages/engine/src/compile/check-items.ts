import { type Issue, type Item, issue, nearest, type Scheme } from '@yardstick/model'
import type { Place } from './compile-formula.ts'

/** What the data items must say about themselves: fields of a list, choices of a choice, an aggregate's weight. */
export function checkItems(scheme: Scheme, itemByName: ReadonlyMap<string, Item>, issues: Issue[]): void {
  scheme.items.forEach((item, index) => {
    const at = { pointer: `/items/${index}`, where: [item.id] }
    if (item.aggregate?.rule === 'weighted' && !itemByName.has(item.aggregate.by)) {
      issues.push(unknownItem(item.aggregate.by, itemByName, { ...at, pointer: `${at.pointer}/aggregate/by` }))
    }
    if ((item.type === 'list') !== (item.fields !== undefined)) {
      issues.push(
        issue('SCHEME_ITEM_FIELDS', { ...at, expected: item.type === 'list' ? 'fields' : null, found: item.type }),
      )
    }
    if ((item.type === 'choice') !== (item.choices !== undefined)) {
      issues.push(
        issue('SCHEME_ITEM_CHOICES', { ...at, expected: item.type === 'choice' ? 'choices' : null, found: item.type }),
      )
    }
  })
}

export function unknownItem(name: string, itemByName: ReadonlyMap<string, Item>, at: Place): Issue {
  return issue('SCORING_ITEM', { ...at, expected: nearest(name, itemByName.keys()) ?? null, found: name })
}
