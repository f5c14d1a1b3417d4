import type { WorkbookBasis } from '../../parts/workbook/basis.ts'
import type { ClerkDesk } from '../../parts/workbook/clerk-desk.ts'
import { type DryRun, dryRun } from '../../parts/workbook/dry-run.ts'
import { Refused } from '../../server/client.ts'
import { readEarlier } from '../../server/earlier-submission.ts'
import type { OpenSubmission } from '../open-submission.ts'

/** What a workbook of this submission is made from and held against, as it stands on the page. */
export async function basisOf(open: OpenSubmission): Promise<WorkbookBasis> {
  const { head, campaign, declaration } = open.loaded
  const earlier = await readEarlier(campaign, head.department, head.project).catch(() => undefined)
  const { document } = open.store.getState()
  const { subject, period } = document
  const last = earlier?.submission ?? null
  return {
    ...{ version: head.version, declaration, subject, period },
    ...{ present: document, last, mapping: head.mapping ?? null },
  }
}

/** A file tried out. Throws `Refused` with what is wrong with it. */
export async function tryOut(file: File, basis: WorkbookBasis, desk: ClerkDesk, takesClaims: boolean): Promise<DryRun> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reading = await desk.ask([basis.version], async (clerk) => {
    const opened = await clerk.open(file.name, bytes)
    if ('issues' in opened) throw new Refused(422, opened.issues)
    return clerk.compare(basis)
  })
  return dryRun(reading, takesClaims)
}
