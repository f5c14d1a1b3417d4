import type { Mapping, Submission } from '@yardstick/model'
import type { WorkbookBasis } from '../../../parts/workbook/basis.ts'
import type { Campaign, WholeSubmission } from '../../../server/campaigns.ts'
import { ask, query } from '../../../server/client.ts'
import { earlierCampaigns } from '../../../server/earlier-submission.ts'

/** All submissions of a campaign that somebody may see, whole, and those of the years before. */
export class CampaignDocuments {
  readonly byId = new Map<string, WholeSubmission>()
  /** By department and project. */
  private readonly last = new Map<string, Submission>()
  /** Local names by the version of the scheme. */
  private readonly mappings = new Map<string, Mapping | null>()

  constructor(private readonly campaign: Campaign) {}

  /** Reads all of them as they are now; `onProgress` is told how many are there. */
  async load(onProgress: (count: number) => void, signal?: AbortSignal): Promise<void> {
    this.byId.clear()
    for await (const page of pagesOf(this.campaign.id, signal)) {
      for (const each of page) this.byId.set(each.id, each)
      onProgress(this.byId.size)
    }
    const one = new Map([...this.byId.values()].map(({ version, id }) => [version, id]))
    for (const [version, id] of one) {
      const asked = signal === undefined ? {} : { signal }
      const { mapping } = await ask<WholeSubmission>('GET', `/api/submissions/${id}`, asked)
      this.mappings.set(version, mapping ?? null)
    }
  }

  /** What the year before said, for whoever had one; it stands beside what is asked for, and is missed by nobody. */
  async loadLast(signal?: AbortSignal): Promise<void> {
    const wanted = new Set([...this.byId.values()].map(keyOf))
    for (const { id } of await earlierCampaigns(this.campaign)) {
      if ([...wanted].every((key) => this.last.has(key))) return
      for await (const page of pagesOf(id, signal)) {
        for (const each of page) {
          const key = keyOf(each)
          if (wanted.has(key) && !this.last.has(key)) this.last.set(key, each.submission)
        }
      }
    }
  }

  /** As it is after a change. */
  put(whole: WholeSubmission): void {
    this.byId.set(whole.id, whole)
  }

  basisOf(whole: WholeSubmission): WorkbookBasis {
    const { submission, version, declaration, declarationState } = whole
    return {
      version,
      declaration: declarationState === 'approved' ? declaration : null,
      subject: submission.subject,
      period: submission.period,
      present: submission,
      last: this.last.get(keyOf(whole)) ?? null,
      mapping: this.mappings.get(version) ?? null,
    }
  }
}

const keyOf = ({ department, project }: Pick<WholeSubmission, 'department' | 'project'>) => `${department}\n${project}`

const PAGE = 50

async function* pagesOf(campaign: string, signal?: AbortSignal): AsyncGenerator<readonly WholeSubmission[]> {
  for (let after: string | undefined; ; ) {
    const path = `/api/campaigns/${campaign}/documents${query({ after, limit: PAGE })}`
    const asked = signal === undefined ? {} : { signal }
    const { submissions } = await ask<{ submissions: readonly WholeSubmission[] }>('GET', path, asked)
    yield submissions
    if (submissions.length < PAGE) return
    after = submissions.at(-1)!.id
  }
}
