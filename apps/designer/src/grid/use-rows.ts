import { printMethodBrief, printStandard } from '@yardstick/wording'
import { useMemo, useRef } from 'react'
import { type IssuesByIndicator, issuesByIndicator } from '../parts/issues-by-indicator.ts'
import { newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { leafContext } from './commit.ts'
import { givenSigns } from './given-signs.ts'
import { rowLocks } from './row-locks.ts'
import { type IndicatorRow, indicatorRows, scoresOf } from './rows.ts'

/** The visible rows of the design that is open, each the same object as before where nothing in it has changed. */
export function useRows(suggested: ReadonlySet<string>): readonly IndicatorRow[] {
  const scheme = useDesigner((state) => state.design!.scheme)
  const revision = useDesigner((state) => state.revision)
  const collapsed = useDesigner((state) => state.view.collapsed)
  const language = useDesigner((state) => state.view.language)
  const results = useDesigner((state) => state.results)
  const before = useRef<readonly IndicatorRow[]>([])
  const issuesBefore = useRef<IssuesByIndicator>(new Map())
  const newest = useDesigner(newestScores)
  const scores = useMemo(() => scoresOf(newest), [newest])
  const pinned = useMemo(() => scoresOf(results.pinned), [results.pinned])
  // Issues speak of the scheme they were found in; while they are behind, the ones before stand.
  const isBehind = results.revision !== revision
  const issues = useMemo(
    () => (isBehind ? issuesBefore.current : issuesByIndicator(scheme, results.issues)),
    [isBehind, scheme, results.issues],
  )
  issuesBefore.current = issues
  const { origins } = results
  const signs = useMemo(() => givenSigns(scheme.sharing, language), [scheme.sharing, language])
  return useMemo(() => {
    const rows = indicatorRows(
      {
        scheme,
        collapsed,
        leaves: results.leaves,
        scores,
        pinned,
        issues,
        suggested,
        locksOf: (node) => rowLocks(scheme, node, language),
        origins,
        signs,
        textsOf: (leaf) => {
          const context = leafContext(leaf, scheme)
          return {
            standard: printStandard(leaf.scoring, context, language),
            brief: printMethodBrief(leaf.scoring, language, context),
          }
        },
      },
      before.current,
    )
    before.current = rows
    return rows
  }, [scheme, collapsed, results.leaves, scores, pinned, issues, suggested, origins, signs, language])
}
