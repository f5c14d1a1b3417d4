import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask } from './client.ts'
import { readSession } from './session.ts'
import { askForSignIn, signIn } from './sign-in.ts'

/** A server with accounts on which whoever signs in is signed in, and a session ends when the test says so. */
let person: string | null = null
let written: (string | null)[] = []

const answered = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

function serve(address: string, { method, body }: RequestInit): Response {
  if (address.endsWith('/api/session')) {
    if (method === 'POST') person = (JSON.parse(String(body)) as { name: string }).name
    const who = person === null ? null : { id: person, title: person, grants: [], mustChangePassword: false }
    return answered(200, { mode: 'accounts', person: who })
  }
  if (person === null) return answered(401, { issues: [] })
  written.push(person)
  return answered(200, {})
}

beforeEach(() => {
  person = null
  written = []
  vi.stubGlobal('document', { baseURI: 'http://localhost/' })
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => serve(address, init))
})
afterEach(() => vi.unstubAllGlobals())

describe('what was filled in when a session ends', () => {
  it.each([
    ['wang', 'is sent when the same person signs in again', ['wang']],
    ['li', 'is not sent under the name of another', []],
  ])('%s: %s', async (next, _, sent) => {
    person = 'wang'
    await readSession()
    askForSignIn()
    person = null
    const asked = ask('PUT', '/api/submissions/1/layers').then(
      () => 'sent',
      ({ status }: { status: number }) => status,
    )
    // The form is asked for.
    await new Promise((resolve) => setTimeout(resolve))
    await signIn(next, 'x')
    expect(await asked).toBe(sent.length > 0 ? 'sent' : 401)
    expect(written).toEqual(sent)
  })
})
