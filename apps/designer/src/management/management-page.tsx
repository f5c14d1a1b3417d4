import { Spin } from 'antd'
import { type ComponentType, Suspense, useEffect } from 'react'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { lazyPart } from '../parts/lazy-part.tsx'
import { RoomsHead } from '../parts/rooms/rooms-head.tsx'
import { useWords } from '../parts/words.ts'
import { mayOpen } from '../server/may.ts'
import type { Place, ServerRoom } from '../server/place.ts'
import type { Session } from '../server/session.ts'
import './management.css'
import { managementWords } from './words.ts'

type RoomPage = ComponentType<{ path: readonly string[]; session: Session }>

const pages: { readonly [R in Exclude<ServerRoom, 'submissions'>]: RoomPage } = {
  campaigns: lazyPart(async () => (await import('./campaigns/campaigns-page.tsx')).CampaignsPage),
  departments: lazyPart(async () => (await import('./departments/departments-page.tsx')).DepartmentsPage),
  templates: lazyPart(async () => (await import('./templates/templates-page.tsx')).TemplatesPage),
  library: lazyPart(async () => (await import('./library/library-page.tsx')).LibraryPage),
  accounts: lazyPart(async () => (await import('./accounts/accounts-page.tsx')).AccountsPage),
  'audit-log': lazyPart(async () => (await import('./audit-log/audit-log-page.tsx')).AuditLogPage),
}

/**
 * What the server keeps beside the schemes: a page for each, the ways between them on top. One submission is a panel of its
 * own, which belongs to 评价项目.
 */
export function ManagementPage({
  place,
  session,
  submissions,
}: {
  place: Place<ServerRoom>
  session: Session
  submissions: RoomPage
}) {
  const w = useWords(managementWords)
  const { room, path } = place
  const Page = room === 'submissions' ? submissions : pages[room]
  const current = room === 'submissions' ? 'campaigns' : room
  useEffect(() => {
    const before = document.title
    document.title = `${w.rooms[room]} · ${before.split(' · ').at(-1)}`
    return () => {
      document.title = before
    }
  }, [w, room])
  return (
    <div className="management">
      <RoomsHead current={current} />
      <main className="management-main">
        <h1 className="announcer">{w.rooms[room]}</h1>
        {mayOpen(session, room) ? (
          <ErrorBoundary key={room}>
            <Suspense fallback={<Spin className="management-wait" size="large" />}>
              <Page path={path} session={session} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <p className="management-note">{w.forbidden}</p>
        )}
      </main>
    </div>
  )
}
