import { useMemo } from 'react'
import { issuesBelow, issuesByIndicator } from '../parts/issues-by-indicator.ts'
import { type ShownBox, shownBox } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox } from '../parts/tree-picture/tree-layout.ts'
import { newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'

/** What each box shows, the same function until the design's points, its scores or its issues change. */
export function useShownBoxes(): (box: TreeBox) => ShownBox {
  const scheme = useDesigner((state) => state.design!.scheme)
  const evaluation = useDesigner(newestScores)
  const issues = useDesigner((state) => state.results.issues)
  return useMemo(() => {
    const by = issuesByIndicator(scheme, issues)
    const issuesOf = ({ id, node, isFolded }: TreeBox) =>
      node === undefined ? [] : isFolded ? issuesBelow(node, by) : (by.get(id) ?? [])
    return (box) => shownBox(box, scheme, evaluation, issuesOf(box))
  }, [scheme, evaluation, issues])
}
