import { isBranchPlace, walk } from '@yardstick/model'
import { designer } from '../store/use-designer.ts'

/** Changes of the view that several cells make. */
export function setFolded(ids: readonly string[], isFolded: boolean): void {
  designer.setView(({ collapsed }) => {
    const next = new Set(collapsed)
    for (const id of ids) {
      if (isFolded) next.add(id)
      else next.delete(id)
    }
    return { collapsed: next }
  })
}

export function foldAll(isFolded: boolean): void {
  const { design } = designer.getState()
  if (design === null) return
  const ids = walk(design.scheme)
    .filter(isBranchPlace)
    .map(({ node }) => node.id)
  designer.setView({ collapsed: new Set(isFolded ? ids : []) })
}

/** Unfolds everything above an indicator, so that its row is there. */
export function reveal(id: string): void {
  const { design, view } = designer.getState()
  if (design === null) return
  const above = walk(design.scheme)
  const byId = new Map(above.map((place) => [place.node.id, place]))
  const folded: string[] = []
  for (let parent = byId.get(id)?.parent; parent !== undefined; parent = byId.get(parent.id)?.parent) {
    if (view.collapsed.has(parent.id)) folded.push(parent.id)
  }
  if (folded.length > 0) setFolded(folded, false)
}

/** Opens the drawer that tells why a score is what it is. */
export function explainScore(id: string): void {
  designer.setView(({ selection }) => ({ drawer: 'trial', selection: { ...selection, active: id, ids: [id] } }))
}
