/** How the state of a result is marked. */
export const resultLook = { final: 'badge-good', provisional: 'badge-warn', blocked: 'badge-bad' } as const
