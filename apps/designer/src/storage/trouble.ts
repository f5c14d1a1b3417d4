import type { Trouble } from '../store/sync.ts'

const KINDS: { readonly [name: string]: Trouble } = {
  QuotaExceededError: 'full',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  InvalidStateError: 'refused',
  ReferenceError: 'refused',
}

/** What a failure of the browser's storage means for a person; its own words are of the system and in its language. */
export function troubleOf(error: unknown): Trouble {
  return (error instanceof Error || error instanceof DOMException ? KINDS[error.name] : undefined) ?? 'broken'
}
