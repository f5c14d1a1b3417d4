import { useSyncExternalStore } from 'react'

/**
 * The pages beside the designer have addresses: `#campaigns`, `#campaigns/ID/results`, `#submissions/ID`. A design that is open has its own
 * (`app/keep-address.ts`); what is neither is the opening page.
 */
export const rooms = [
  'campaigns',
  'departments',
  'templates',
  'library',
  'accounts',
  'audit-log',
  'submissions',
  'audit',
] as const
export type Room = (typeof rooms)[number]
/** What only a server has; score sheets are checked without one as well. */
export type ServerRoom = Exclude<Room, 'audit'>

/** One of the pages, and what stands behind the room's name, part by part. */
export type Place<R extends Room = Room> = R extends Room
  ? { readonly room: R; readonly path: readonly string[] }
  : never

/** Where the address leads; null where it leads to none of these pages. */
export function placeOf(hash: string): Place | null {
  const [room = '', ...path] = hash.replace(/^#/, '').split('/').map(decoded)
  return (rooms as readonly string[]).includes(room) ? ({ room, path } as Place) : null
}

/** For links: they are followed by keyboard, mouse and history alike. */
export function hrefOf(room: Room, ...path: readonly string[]): string {
  return `#${[room, ...path].map(encodeURIComponent).join('/')}`
}

export function goTo(room: Room, ...path: readonly string[]): void {
  location.hash = hrefOf(room, ...path)
}

export function usePlace(): Place | null {
  // Read anew with every rendering: a closed design changes the address without an event.
  const hash = useSyncExternalStore(listen, () => location.hash)
  return placeOf(hash)
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  addEventListener('popstate', changed)
  return () => {
    removeEventListener('hashchange', changed)
    removeEventListener('popstate', changed)
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
