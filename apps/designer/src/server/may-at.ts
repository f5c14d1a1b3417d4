import { may } from './may.ts'
import { type Server, useServer } from './session.ts'

type Action = 'scheme.write' | 'scheme.remark' | 'scheme.review' | 'scheme.publish'

/** Whether whoever is signed in may do this to schemes of a region; the server decides for itself. */
export function useMay(action: Action, region: string): boolean {
  return mayAt(useServer(), action, region)
}

export function mayAt(server: Server, action: Action, region: string): boolean {
  if (server.state !== 'there') return false
  return server.session.person !== null && may(server.session, action, { region })
}
