import type { Item, Leaf } from '@yardstick/model'

/** What stands in a column of a table in which each row is a submission. */
export type TableColumn =
  | { readonly kind: 'subject'; readonly part: SubjectPart }
  /** An attribute of the subject, by which groups are formed. */
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'period' }
  /** A data item; `beside` is the unit in its head, where that is not the item's own. */
  | { readonly kind: 'item'; readonly item: Item; readonly beside?: string }
  | { readonly kind: 'item-why'; readonly item: Item }
  /** Whether evidence is attached to an item. */
  | { readonly kind: 'evidence'; readonly item: string }
  | { readonly kind: 'element'; readonly leaf: Leaf; readonly element: string }
  /** Of a judged leaf: its points, its level, the number in a level's range, all judged elements in one cell, the reason. */
  | { readonly kind: 'points' | 'level' | 'share' | 'elements' | 'leaf-why'; readonly leaf: Leaf }
  /** Of a computed leaf, into which 不适用 may be written. */
  | { readonly kind: 'computed'; readonly leaf: Leaf }

export type SubjectPart = 'department' | 'unit' | 'project' | 'departmentType' | 'regionCode'

/** A rate whose head says that its cells hold ratios, 0.95 for 95%. */
export const RATIO = 'ratio'

/** The thing a column is of, so that two columns of the same one are found. */
export function columnKey(column: TableColumn): string {
  switch (column.kind) {
    case 'subject':
      return `subject ${column.part}`
    case 'attribute':
      return `attribute ${column.name}`
    case 'period':
      return 'period'
    case 'item':
    case 'item-why':
      return `${column.kind} ${column.item.id}`
    case 'evidence':
      return `evidence ${column.item}`
    case 'element':
      return `element ${column.leaf.id} ${column.element}`
    default:
      return `${column.kind} ${column.leaf.id}`
  }
}

/** Whether the column says who is evaluated and when, which goes over into the results. */
export function isSubjectColumn({ kind }: TableColumn): boolean {
  return kind === 'subject' || kind === 'attribute' || kind === 'period'
}
