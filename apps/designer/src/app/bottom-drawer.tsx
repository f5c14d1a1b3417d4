import { CaretDownOutlined } from '@ant-design/icons'
import { Suspense } from 'react'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { useIssueCounts } from '../parts/issue-counts.ts'
import { lazyPart, useFetchAhead } from '../parts/lazy-part.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Drawer } from '../store/view.ts'
import { TotalBadge } from './total-badge.tsx'
import { shellWords } from './words.ts'

type Open = Exclude<Drawer, null>

const issues = lazyPart(async () => (await import('../issues/issues-drawer.tsx')).IssuesDrawer)
const trial = lazyPart(async () => (await import('../trial/trial-drawer.tsx')).TrialDrawer)
const changes = lazyPart(async () => (await import('../versions/changes-drawer.tsx')).ChangesDrawer)
const review = lazyPart(async () => (await import('../review/review-drawer.tsx')).ReviewDrawer)
const contents: { readonly [D in Open]: React.ComponentType } = { issues, trial, changes, review }

/** Problems, the live trial score and the changes: always in view as a bar of 32 px, opened on demand. */
export function BottomDrawer() {
  useFetchAhead(issues, trial, changes)
  const remarks = useDesigner((state) => state.server?.review?.remarks)
  const open = useDesigner((state) => state.view.drawer)
  const steps = useDesigner((state) => state.history.position)
  const { errors, warnings } = useIssueCounts()
  const w = useWords(shellWords)
  const toggle = (drawer: Open) => designer.setView({ drawer: open === drawer ? null : drawer })
  const Content = open === null ? undefined : contents[open]
  const heads: readonly [Open, React.ReactNode][] = [
    ['issues', errors + warnings === 0 ? w.noIssues : `${w.issues} ${errors + warnings}`],
    ['trial', <TotalBadge key="total" />],
    ['changes', `${w.changes} ${w.changeCount(steps)}`],
    ...(remarks === undefined
      ? []
      : [['review', `${w.review} ${remarks.filter((each) => !each.isResolved).length}`] as [Open, string]]),
  ]
  return (
    <section className={`drawer ${open === null ? '' : 'drawer-open'}`} data-region="drawer" aria-label={w.trial}>
      <div className="drawer-bar">
        {heads.map(([drawer, label]) => (
          <button
            type="button"
            key={drawer}
            className={`drawer-head ${drawer === 'issues' && errors > 0 ? 'drawer-head-bad' : ''}`}
            aria-expanded={open === drawer}
            onClick={() => toggle(drawer)}
          >
            {label}
          </button>
        ))}
        {open !== null && (
          <button type="button" className="drawer-fold" title={w.foldDrawer} onClick={() => toggle(open)}>
            <CaretDownOutlined /> {w.foldDrawer}
          </button>
        )}
      </div>
      {open !== null && Content !== undefined && (
        <div className="drawer-content">
          <h2 className="announcer">{w[open]}</h2>
          <ErrorBoundary key={open}>
            <Suspense fallback={null}>
              <Content />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
    </section>
  )
}
