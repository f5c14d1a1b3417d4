import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ask, onSignInNeeded } from './client.ts'
import { readSession, type Server, server } from './session.ts'

/** Requests that wait until somebody has signed in, or does not want to. */
const waiting = createStore<{ readonly requests: readonly ((isSignedIn: boolean) => void)[] }>(() => ({ requests: [] }))
const listeners = new Set<() => void>()

/**
 * From now on a request that finds nobody signed in waits for the sign-in form, which is shown where people are. Until
 * somebody signs in the page is theirs who was there last: what they have filled in stays as it is.
 */
export function askForSignIn(): void {
  onSignInNeeded(async () => {
    if (!isSignedIn(server())) {
      const there = await readSession()
      // Without accounts there is no sign-in: the page was opened without its token.
      if (there.state === 'there' && there.session.mode === 'local') return false
    }
    return new Promise<boolean>((resolve) => waiting.setState(({ requests }) => ({ requests: [...requests, resolve] })))
  })
}

function isSignedIn(there: Server): boolean {
  return personOf(there) !== undefined
}

/** Whose the page is: also after their session has ended. */
function personOf(there: Server): string | undefined {
  return there.state === 'there' && there.session.mode === 'accounts' ? there.session.person?.id : undefined
}

/** Whether the form is asked for. */
export function useSignInAsked(): boolean {
  return useStore(waiting, ({ requests }) => requests.length > 0)
}

/**
 * `Refused` where name and password do not belong together. What waited goes on; what waited for somebody else is refused:
 * nobody sends under their own name what another has filled in.
 */
export async function signIn(name: string, password: string): Promise<void> {
  const before = personOf(server())
  await ask('POST', '/api/session', { body: { name, password } })
  await readSession()
  answer(before === undefined || before === personOf(server()))
  tellSignedIn()
}

/** What waited is refused; it says so where it was asked for. */
export function declineSignIn(): void {
  answer(false)
}

export function onSignedIn(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const newPassword = createStore<{ readonly isAsked: boolean }>(() => ({ isAsked: false }))

/** Shows the form for a new password. */
export function askForNewPassword(): void {
  newPassword.setState({ isAsked: true })
}

export function closeNewPassword(): void {
  newPassword.setState({ isAsked: false })
}

export function useNewPasswordAsked(): boolean {
  return useStore(newPassword, ({ isAsked }) => isAsked)
}

export async function signOut(): Promise<void> {
  await ask('DELETE', '/api/session')
  await readSession()
}

export async function changePassword(old: string, next: string): Promise<void> {
  await ask('PUT', '/api/session/password', { body: { old, new: next } })
  await readSession()
  // Where it had to be changed first, all else was refused until now.
  tellSignedIn()
}

function tellSignedIn(): void {
  for (const listener of listeners) listener()
}

function answer(isSignedIn: boolean): void {
  const { requests } = waiting.getState()
  waiting.setState({ requests: [] })
  for (const resolve of requests) resolve(isSignedIn)
}
