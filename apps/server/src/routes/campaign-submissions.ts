import { issue, type Scheme } from '@yardstick/model'
import { type Static, Type } from 'typebox'
import { personOf } from '../access/person.ts'
import { reach, regionPrefix } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { newSubmissions, typesWithoutScheme } from '../campaigns/new-submissions.ts'
import { shownHead } from '../campaigns/shown-submission.ts'
import { joining } from '../campaigns/stages.ts'
import type { Context } from '../context.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
import { type App, answers, byId, closed, key, label, limitOf, page, regionCode } from '../routing.ts'
import { type Campaign, holdCampaign, schemesOf } from '../store/campaigns.ts'
import { change } from '../store/change.ts'
import { type Department, departmentsBelow, departmentsById } from '../store/departments.ts'
import { regionNames } from '../store/regions.ts'
import { addSubmissions, departmentsIn, listSubmissions, type SubmissionHead } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { versionScheme } from '../store/version-scheme.ts'

/** Who is evaluated in a campaign: departments by id, or all of a type below a region; as a whole, or by projects. */
const entering = closed({
  departments: Type.Optional(Type.Array(key, { minItems: 1, maxItems: 200_000 })),
  all: Type.Optional(closed({ type: Type.Optional(label), region: Type.Optional(regionCode) })),
  projects: Type.Optional(Type.Array(label, { minItems: 1, maxItems: 1_000 })),
  /** What forms groups for ranking: 层级, 地形 …; 类别 and 地区 are the department's own. */
  attributes: Type.Optional(
    Type.Unsafe<Record<string, string>>({
      type: 'object',
      additionalProperties: label,
      propertyNames: { type: 'string', minLength: 1, maxLength: 200 },
      maxProperties: 50,
    }),
  ),
})
type Entering = Static<typeof entering>

/** In one request; more are put in by several. */
const MOST_SUBMISSIONS = 200_000

const tags = ['campaigns']

export function campaignSubmissionRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  const query = closed({
    ...page,
    state: Type.Optional(Type.Unsafe<SubmissionHead['state']>({ enum: ['open', 'submitted', 'returned'] })),
    declarationState: Type.Optional(
      Type.Unsafe<SubmissionHead['declaration_state']>({
        enum: ['none', 'open', 'submitted', 'returned', 'approved'],
      }),
    ),
    department: Type.Optional(key),
    type: Type.Optional(label),
    search: Type.Optional(label),
  })
  app.get(
    '/api/campaigns/:id/submissions',
    {
      schema: { tags, summary: '填报数据列表 Submissions of a campaign one may see', params: byId, querystring: query },
    },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const grants = reach(personOf(request).grants, 'submission.read')
      const limit = limitOf(request.query)
      const rows = await listSubmissions(db, grants, { ...request.query, campaign: campaign.id, limit })
      return { submissions: rows.map((row) => ({ ...shownHead(row), remindedAt: row.reminded_at })) }
    },
  )

  app.post(
    '/api/campaigns/:id/submissions',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '纳入评价对象 Puts departments into a campaign',
        params: byId,
        body: entering,
      },
    },
    async (request, reply) => {
      const { body } = request
      const { campaign: seen, person } = await demandCampaign(request, db, request.params.id, 'campaign.manage')
      if (body.departments === undefined && body.all === undefined) {
        throw wrongData([issue('SHAPE_REQUIRED', { expected: 'departments' })])
      }
      const departments = await chosen(db, seen, body)
      const projects = [...new Set(body.projects ?? [''])]
      const count = departments.length * projects.length
      if (count > MOST_SUBMISSIONS) {
        const expected = { count: MOST_SUBMISSIONS, of: 'submissions' }
        throw wrongData([issue('DOCUMENT_TOO_LARGE', { expected, found: count })])
      }
      const names = await regionNames(db, [...new Set(departments.map(({ region }) => region))])
      const added = await change(context, person.id, async (tx, log) => {
        const campaign = (await holdCampaign(tx, seen.id)) ?? seen
        if (!joining.includes(campaign.stage)) {
          throw refusal('REQUEST_STATE', { expected: [...joining], found: campaign.stage })
        }
        const schemes = await schemesOf(tx, campaign.id)
        const without = typesWithoutScheme({ schemes, departments })
        if (without.length > 0) throw refusal('CAMPAIGN_NO_SCHEME', { found: without })
        const schemeByVersion = new Map<string, Scheme>()
        for (const { version_hash } of schemes) {
          schemeByVersion.set(version_hash, (await versionScheme(tx, version_hash))!)
        }
        const rows = newSubmissions(
          {
            campaign,
            schemes,
            schemeByVersion,
            departments,
            projects,
            regionNames: names,
            attributes: body.attributes ?? {},
            present: await departmentsIn(tx, campaign.id),
          },
          newId,
          now(),
        )
        const added = await addSubmissions(tx, rows)
        const what = body.all === undefined ? {} : { all: body.all }
        await log('campaign.enter', `campaign ${campaign.id}`, {
          ...what,
          departments: departments.length,
          projects,
          added,
        })
        return added
      })
      reply.status(201)
      return { added, present: count - added }
    },
  )
}

/** The departments that are meant, all of them in the campaign's region or below it. */
async function chosen(db: Db, { region }: Campaign, { departments, all }: Entering): Promise<Department[]> {
  const prefix = regionPrefix(region)
  const named = departments === undefined ? [] : await departmentsById(db, departments)
  const within = new Map(named.filter((each) => each.region.startsWith(prefix)).map((each) => [each.id, each]))
  const missing = departments?.find((id) => !within.has(id))
  if (missing !== undefined) throw notFound(missing)
  if (all !== undefined) {
    const below = all.region ?? region
    if (!regionPrefix(below).startsWith(prefix)) throw notFound(below)
    for (const each of await departmentsBelow(db, below, all.type)) within.set(each.id, each)
  }
  return [...within.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
