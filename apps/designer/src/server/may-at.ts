import { type Server, useServer } from './session.ts'

type Action = 'scheme.write' | 'scheme.remark' | 'scheme.review' | 'scheme.publish'

/** Whether whoever is signed in may do this to schemes of a region; the server decides for itself. */
export function useMay(action: Action, region: string): boolean {
  return mayAt(useServer(), action, region)
}

export function mayAt(server: Server, action: Action, region: string): boolean {
  if (server.state !== 'there') return false
  const { person, actions = {} } = server.session
  return person !== null && (actions[action] ?? []).some((place) => isWithin(region, place.region))
}

/** 360000 holds 360100: what is left of a code without the zeros at its end begins every code below it. */
function isWithin(region: string, above: string): boolean {
  const prefix = above.replace(/0+$/, '')
  return region.startsWith(prefix.length % 2 === 1 && prefix.length < 6 ? `${prefix}0` : prefix)
}
