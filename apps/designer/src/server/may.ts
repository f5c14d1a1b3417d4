import type { ServerRoom } from './place.ts'
import type { Session } from './session.ts'

/**
 * What somebody may do, as far as the page shows or hides it; the server decides for itself. `place` is where: without one
 * it is enough to have the right anywhere; without a department, for any of those there.
 */
export function may(
  session: Session,
  action: string,
  place?: { readonly region: string; readonly campaign?: string; readonly department?: string },
): boolean {
  const grants = session.actions?.[action] ?? []
  if (place === undefined) return grants.length > 0
  return grants.some(
    ({ region, campaign, department }) =>
      isWithin(place.region, region) &&
      (campaign === null || campaign === place.campaign) &&
      (department === null || place.department === undefined || department === place.department),
  )
}

/** Whether a region is this one or lies in it; '' is everywhere. */
export function isWithin(region: string, above: string): boolean {
  return region.startsWith(regionPrefix(above))
}

/** What all codes in a region begin with: 360100 (a city) → 3601. Digits go by 2, 2, 2 and then by 3. */
function regionPrefix(code: string): string {
  const ends = [12, 9, 6, 4, 2, 0]
  for (let at = 1; at < ends.length; at++) {
    if (/[1-9]/.test(code.slice(ends[at], ends[at - 1]))) return code.slice(0, ends[at - 1])
  }
  return ''
}

const needed: { readonly [R in ServerRoom]: string } = {
  campaigns: 'campaign.read',
  departments: 'department.read',
  templates: 'template.read',
  library: 'library.read',
  accounts: 'account.manage',
  'audit-log': 'audit.read',
  submissions: 'submission.read',
}

/** The pages somebody may open; to one submission leads the list of its campaign. */
export function roomsOf(session: Session): ServerRoom[] {
  return (Object.keys(needed) as ServerRoom[]).filter((room) => room !== 'submissions' && mayOpen(session, room))
}

/** Whether this page, or one that a link leads to, is for whoever is signed in. */
export function mayOpen(session: Session, room: ServerRoom): boolean {
  // The log tells of all regions, and is for those who administrate all.
  return may(session, needed[room], room === 'audit-log' ? { region: '' } : undefined)
}

/** Whether the page of schemes is for whoever is signed in. */
export function mayOpenSchemes(session: Session): boolean {
  return may(session, 'scheme.read') || !mayOpen(session, 'campaigns')
}
