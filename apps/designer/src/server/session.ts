import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ask } from './client.ts'

/** A role in a region and all below it, in one campaign or all, for one department or all. */
export interface Grant {
  readonly role: 'designer' | 'reviewer' | 'evaluator' | 'expert' | 'department' | 'reader' | 'administrator'
  /** '' is everywhere. */
  readonly region: string
  readonly campaign: string | null
  readonly department: string | null
}

/** What `GET /api/session` answers. */
export interface Session {
  /** `local`: the one person at this computer, without accounts. */
  readonly mode: 'local' | 'accounts'
  readonly person: {
    readonly id: string
    readonly title: string
    readonly grants: readonly Grant[]
    readonly mustChangePassword?: boolean
  } | null
  /** Where each action may be done; one that is left out may be done nowhere. */
  readonly actions?: { readonly [action: string]: readonly Omit<Grant, 'role'>[] }
}

/** `waiting` until it is known whether there is a server; `none` where the page is only files. */
export type Server = { readonly state: 'waiting' | 'none' } | { readonly state: 'there'; readonly session: Session }

const store = createStore<Server>(() => ({ state: 'waiting' }))

/** Asks who is signed in; done once when the page starts, and after signing in or out. */
export async function readSession(): Promise<Server> {
  const session = await ask<Session | undefined>('GET', '/api/session').catch(() => undefined)
  // A server that is there and does not answer now is there still.
  if (session === undefined && store.getState().state === 'there') return store.getState()
  const isSession = session?.mode === 'local' || session?.mode === 'accounts'
  store.setState(isSession ? { state: 'there', session } : { state: 'none' }, true)
  return store.getState()
}

export function useServer(): Server {
  return useStore(store)
}

export function server(): Server {
  return store.getState()
}
