import { type DragEvent, useRef, useState } from 'react'
import type { DraftGroup } from './draft.ts'
import { find, move } from './draft-moves.ts'
import type { DropPlace, Editing } from './editing.ts'

/** How near the edge of a group means beside it and not into it, in pixels. */
const EDGE = 7

/** Dragging rows by their grips within one editor; where the row would fall is drawn while it is dragged. */
export function useDrag(root: DraftGroup, take: (next: DraftGroup) => void) {
  const dragged = useRef<string | null>(null)
  const [drop, setDrop] = useState<Editing['drop']>(null)
  const end = () => {
    dragged.current = null
    setDrop(null)
  }
  return {
    drop,
    onDragStart(key: string, event: DragEvent) {
      dragged.current = key
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
      const row = (event.currentTarget as HTMLElement).closest('[data-row]')
      if (row !== null) event.dataTransfer.setDragImage(row, 8, 8)
      event.stopPropagation()
    },
    onDragOver(event: DragEvent) {
      if (dragged.current === null) return
      event.stopPropagation()
      const next = placeAt(event)
      if (next === undefined || target(root, dragged.current, next) === undefined) return setDrop(null)
      event.preventDefault()
      if (drop?.key !== next.key || drop.where !== next.where) setDrop(next)
    },
    onDrop(event: DragEvent) {
      const key = dragged.current
      const place = placeAt(event)
      end()
      if (key === null || place === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const to = target(root, key, place)
      if (to !== undefined) take(move(root, key, to.group, to.index))
    },
    onDragLeave(event: DragEvent) {
      const { relatedTarget } = event
      if (!(relatedTarget instanceof Node) || !event.currentTarget.contains(relatedTarget)) setDrop(null)
    },
    onDragEnd: end,
  }
}

function placeAt(event: DragEvent): { key: string; where: DropPlace } | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row], [data-inside]') : null
  const group = row?.dataset['inside']
  if (group !== undefined) return { key: group, where: 'inside' }
  const key = row?.dataset['row']
  if (row == null || key === undefined) return undefined
  const { top, bottom } = row.getBoundingClientRect()
  const isGroup = row.classList.contains('condition-row-group')
  if (isGroup && event.clientY > top + EDGE && event.clientY < bottom - EDGE) return { key, where: 'inside' }
  return { key, where: event.clientY < (top + bottom) / 2 ? 'before' : 'after' }
}

/** The group and place that a row would go to; undefined where it cannot go. */
function target(root: DraftGroup, dragged: string, { key, where }: { key: string; where: DropPlace }) {
  const found = find(root, key)
  const isOwn = (group: string) => {
    const own = find(root, dragged)?.draft
    return group === dragged || (own?.type === 'group' && find(own, group) !== undefined)
  }
  if (where === 'inside') {
    const group = key === root.key ? root : found?.draft
    return group?.type !== 'group' || isOwn(group.key) ? undefined : { group: group.key, index: group.members.length }
  }
  if (found === undefined || isOwn(found.parent.key)) return undefined
  return { group: found.parent.key, index: where === 'before' ? found.index : found.index + 1 }
}
