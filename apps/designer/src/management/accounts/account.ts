import type { Grant } from '../../server/session.ts'

/** An account as the server lists it. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly grants: readonly Grant[]
  readonly isDisabled: boolean
  /** Has not yet chosen a password of their own. */
  readonly mustChangePassword: boolean
  readonly revision: number
  /** ISO 8601; null where it may sign in. */
  readonly lockedUntil: string | null
}

/** A password to begin with: letters and digits nobody takes for others, in groups that can be read out. */
export function firstPassword(random: (bytes: Uint8Array<ArrayBuffer>) => void = fillRandom): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length])
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** 32 of them, so that each is as likely as any other. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

function fillRandom(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes)
}

/** What a role cannot do without: a department reports for itself alone, an expert judges in one campaign. */
export function lackingOf({ role, campaign, department }: Grant): 'department' | 'campaign' | undefined {
  if (role === 'department' && department === null) return 'department'
  return role === 'expert' && campaign === null ? 'campaign' : undefined
}
