import { api } from '../../api.ts'
import { readTemplate, type Template } from '../../server/templates.ts'
import { designer } from '../../store/use-designer.ts'

/** Opens the scheme that a proposal would change, where it is one of this server's, with the proposal before it. */
export async function openProposal({ hash, proposal }: Template): Promise<boolean> {
  if (proposal === null) return false
  const owned = await readTemplate(proposal.to.hash).catch(() => undefined)
  const scheme = owned?.scheme
  if (scheme === undefined || scheme === null || !(await api.open(scheme))) return false
  designer.setView({ dialog: { kind: 'proposals', hash } })
  return true
}
