import { CivilDate, type Issue, issue, type Scheme } from '@yardstick/model'
import { type Static, Type } from 'typebox'
import { demand, reachOf } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { stageName, stages, stagesOf } from '../campaigns/stages.ts'
import type { Context } from '../context.ts'
import { refusal, wrongData } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  demandNewest,
  label,
  limitOf,
  ofRevision,
  page,
  regionCode,
  revisionOf,
} from '../routing.ts'
import {
  addCampaign,
  type Campaign,
  type CampaignScheme,
  changeCampaign,
  countSubmissions,
  holdCampaign,
  listCampaigns,
  schemesOf,
  setSchemes,
} from '../store/campaigns.ts'
import { change } from '../store/change.ts'
import type { Db } from '../store/tables.ts'
import { usableVersions, versionScheme } from '../store/version-scheme.ts'

/** 评价项目: one period, the schemes by which departments of each type are evaluated in it, and where it stands. */
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const versionHash = Type.String({ pattern: '^[0-9a-f]{64}$' })

const campaignFields = closed({
  name: label,
  region: regionCode,
  period: label,
  /** Without a type it is for every type that is not named. */
  schemes: Type.Array(closed({ departmentType: Type.Optional(label), version: versionHash }), {
    minItems: 1,
    maxItems: 200,
  }),
  /** Whether it begins with 申报; where this is not said, where a scheme takes declarations. */
  hasDeclarations: Type.Optional(Type.Boolean()),
  due: Type.Optional(closed(Object.fromEntries(stages.map((stage) => [stage, Type.Optional(day)])))),
})
type CampaignFields = Static<typeof campaignFields>

const tags = ['campaigns']

export function campaignRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  const query = closed({
    ...page,
    search: Type.Optional(label),
    stage: Type.Optional(stageName),
    for: Type.Optional(Type.Literal('impact')),
  })
  app.get(
    '/api/campaigns',
    {
      schema: {
        tags,
        summary:
          '评价项目列表 Campaigns one may see, newest first; `for=impact` those that a draft may be held against',
        querystring: query,
      },
    },
    async (request) => {
      const isForImpact = request.query.for === 'impact'
      const grants = reachOf(request, isForImpact ? 'scheme.impact' : 'campaign.read')
      const filter = { ...request.query, isWhole: isForImpact, limit: limitOf(request.query) }
      const rows = await listCampaigns(db, grants, filter)
      return { campaigns: rows.map(shown) }
    },
  )

  app.get(
    '/api/campaigns/:id',
    { schema: { tags, summary: '评价项目 One campaign, its schemes and how far it is', params: byId } },
    async (request, reply) => {
      const { campaign, person } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      reply.header('etag', `"${campaign.revision}"`)
      const schemes = (await schemesOf(db, campaign.id)).map(shownScheme)
      const place = { region: campaign.region, campaign: campaign.id }
      if (!mayDo(person.grants, 'submission.read', place)) return { ...shown(campaign), schemes }
      const counts = (await countSubmissions(db, campaign.id)).map(({ state, declaration_state, count }) => ({
        state,
        declarationState: declaration_state,
        count,
      }))
      return { ...shown(campaign), schemes, counts }
    },
  )

  app.post(
    '/api/campaigns',
    { schema: { tags, response: answers(201), summary: '新建评价项目 Adds a campaign', body: campaignFields } },
    async (request, reply) => {
      const { body } = request
      const person = demand(request, 'campaign.manage', { region: body.region })
      const has_declarations = await checkSchemes(db, body)
      const row: Campaign = {
        id: newId(),
        name: body.name,
        region: body.region,
        period: body.period,
        stage: stagesOf({ has_declarations })[0]!,
        has_declarations,
        due: body.due ?? {},
        revision: 1,
        created_by: person.id,
        created_at: now(),
      }
      await change(context, person.id, async (tx, log) => {
        await addCampaign(tx, row, schemeRows(body))
        await log('campaign.add', `campaign ${row.id}`, body)
      })
      reply.status(201).header('etag', '"1"')
      return { ...shown(row), schemes: schemeRows(body).map(shownScheme) }
    },
  )

  app.put(
    '/api/campaigns/:id',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '修改评价项目 Changes a campaign',
        params: byId,
        body: campaignFields,
      },
    },
    async (request, reply) => {
      const { body } = request
      const revision = revisionOf(request)
      const { campaign: before, person } = await demandCampaign(request, db, request.params.id, 'campaign.manage')
      demand(request, 'campaign.manage', { region: body.region, campaign: before.id })
      demandNewest(before.revision, revision)
      const has_declarations = await checkSchemes(db, body, await schemesOf(db, before.id))
      const { name, region, period } = body
      const fields = { name, region, period, has_declarations, due: body.due ?? {} }
      const after = await change(context, person.id, async (tx, log) => {
        const held = await holdCampaign(tx, before.id)
        demandNewest(held?.revision ?? revision + 1, revision)
        if ((await countSubmissions(tx, before.id)).length > 0) await refuseBases(tx, before, body, has_declarations)
        const isFirst = before.stage === stagesOf(before)[0]
        const stage = isFirst ? stagesOf({ has_declarations })[0]! : before.stage
        await changeCampaign(tx, before, { ...fields, stage })
        await setSchemes(tx, before.id, schemeRows(body))
        await log('campaign.change', `campaign ${before.id}`, { before: shown(before), after: body })
        return { ...before, ...fields, stage, revision: revision + 1 }
      })
      reply.header('etag', `"${after.revision}"`)
      return { ...shown(after), schemes: schemeRows(body).map(shownScheme) }
    },
  )
}

/** What submissions were begun with stays: their period and region, their schemes; types may be added. */
async function refuseBases(tx: Db, before: Campaign, body: CampaignFields, has_declarations: boolean): Promise<void> {
  const after = new Map(schemeRows(body).map((each) => [each.department_type, each.version_hash]))
  const isKept = (await schemesOf(tx, before.id)).every((each) => after.get(each.department_type) === each.version_hash)
  const changed = [
    ['region', body.region === before.region],
    ['period', body.period === before.period],
    ['hasDeclarations', has_declarations === before.has_declarations],
    ['schemes', isKept],
  ].flatMap(([name, isSame]) => (isSame ? [] : [String(name)]))
  if (changed.length > 0) throw refusal('CAMPAIGN_BEGUN', { found: changed })
}

/**
 * Every version is published, each type named once; versions that the campaign has already may have been retired since.
 *
 * returns  whether the campaign has a stage of declarations
 */
async function checkSchemes(
  db: Db,
  { schemes, hasDeclarations, due = {} }: CampaignFields,
  own: readonly CampaignScheme[] = [],
): Promise<boolean> {
  const usable = await usableVersions(
    db,
    schemes.map(({ version }) => version),
  )
  for (const { version_hash } of own) usable.add(version_hash)
  const issues: Issue[] = []
  const types = new Set<string>()
  const read: Scheme[] = []
  for (const [index, { departmentType = '', version }] of schemes.entries()) {
    const at = { pointer: `/schemes/${index}` }
    if (types.has(departmentType)) issues.push(issue('REQUEST_EXISTS', { ...at, found: departmentType }))
    types.add(departmentType)
    const scheme = usable.has(version) ? await versionScheme(db, version) : undefined
    if (scheme === undefined) issues.push(issue('REQUEST_NOT_FOUND', { ...at, found: version }))
    else read.push(scheme)
  }
  for (const [stage, date] of Object.entries(due)) {
    if (CivilDate.parse(String(date)) !== undefined) continue
    issues.push(issue('SHAPE_FORMAT', { pointer: `/due/${stage}`, expected: DATE, found: String(date) }))
  }
  const isTaken = read.some(takesDeclarations)
  if (hasDeclarations === true && !isTaken && read.length > 0) {
    const where = read.map(({ name }) => name)
    issues.push(issue('DECLARATION_NOT_TAKEN', { pointer: '/hasDeclarations', where, found: read[0]!.id }))
  }
  if (issues.length > 0) throw wrongData(issues)
  return read.some(({ declarations }) => declarations === 'required') || (isTaken && hasDeclarations !== false)
}

const DATE = { zh: '日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' }

/** A scheme that says nothing takes a declaration where it leaves something open. */
function takesDeclarations({ declarations, indicators }: Scheme): boolean {
  if (declarations !== undefined) return declarations !== 'none'
  return /"declared":\{|"individual":true/.test(JSON.stringify(indicators))
}

function schemeRows({ schemes }: CampaignFields): CampaignScheme[] {
  return schemes.map(({ departmentType = '', version }) => ({ department_type: departmentType, version_hash: version }))
}

/** As the API gives it. */
function shown({ id, name, region, period, stage, has_declarations, due, revision, created_at }: Campaign) {
  return {
    id,
    name,
    region,
    period,
    stage,
    stages: stagesOf({ has_declarations }),
    hasDeclarations: has_declarations,
    due,
    revision,
    createdAt: created_at,
  }
}

function shownScheme({ department_type, version_hash }: CampaignScheme) {
  return { departmentType: department_type, version: version_hash }
}
