import { canonicalText, validate } from '@yardstick/model'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { demandOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { notFound, wrongData } from '../refusal.ts'
import { type App, byId, closed, count, documentBody, key, limitOf } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { existingRevision } from '../schemes/read-scheme.ts'
import { draftImpact } from '../scoring/draft-impact.ts'
import { sha256 } from '../scoring/score.ts'
import { versionsOfCampaign } from '../store/campaign-versions.ts'
import { readCampaign } from '../store/campaigns.ts'
import type { SchemeRow } from '../store/schemes.ts'
import { versionText } from '../store/scoring-inputs.ts'

/** What a change of a scheme means to those it measured. */
const tags = ['schemes']

/** So many submissions are scored twice while somebody waits. */
const MOST = 5_000

const asked = {
  campaign: key,
  version: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  limit: Type.Optional(count),
  language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
}

interface Asked {
  readonly campaign: string
  readonly version?: string
  readonly limit?: string
  readonly language?: 'zh' | 'en'
}

export function schemeImpactRoutes(app: App, context: Context): void {
  const { database, scoring, groups } = context
  const { db } = database

  app.get(
    '/api/schemes/:id/impact',
    {
      schema: {
        tags,
        summary:
          '影响分析 The draft against a campaign’s submissions: whose score, grade and rank change, and through what. `subjects` of `submissions` were looked at, and ranked among each other',
        params: byId,
        querystring: closed(asked),
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { document } = await existingRevision(db, scheme.id, scheme.revision)
      return impact(request, reply, scheme, document, request.query)
    },
  )

  app.post(
    '/api/schemes/:id/impact',
    {
      schema: {
        tags,
        summary: '影响试算 The same of a scheme that is not saved, such as an update from above; nothing is stored',
        params: byId,
        body: closed({ ...asked, scheme: documentBody('scheme') }),
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const read = validate('scheme', request.body.scheme)
      if (!read.ok) throw wrongData(read.issues.map((each) => ({ ...each, pointer: `/scheme${each.pointer}` })))
      return impact(request, reply, scheme, canonicalText(read.value), request.body)
    },
  )

  async function impact(request: FastifyRequest, reply: FastifyReply, scheme: SchemeRow, text: string, given: Asked) {
    const { campaign: id, version: wanted, language = 'zh' } = given
    const campaign = await readCampaign(db, id)
    if (campaign === undefined) throw notFound(id)
    // Whoever may not look at it so is not told that it is there.
    demandOf(request, id, 'scheme.impact', 'scheme.impact', { region: campaign.region, campaign: id })
    const versions = await versionsOfCampaign(db, id)
    const version = chosen(versions, scheme.id, wanted)
    if (version === undefined) throw notFound(wanted ?? id)
    const before = { hash: version.hash, text: (await versionText(db, version.hash))! }
    const found = await draftImpact(
      { db, scoring, groups },
      {
        campaign: id,
        stage: campaign.stage,
        before,
        after: { hash: sha256(text), text },
        most: limitOf(given, MOST),
        language,
        isWaitedFor: () => !reply.raw.destroyed,
      },
    )
    if (!found.ok) throw wrongData(found.issues)
    const { rows, group, ...counted } = found.value
    const people = { submissions: version.submissions, version: version.hash, versions }
    const held = group === undefined ? null : { state: group.state, at: group.at, hash: group.facts.hash }
    return { revision: scheme.revision, ...people, group: held, ...counted, rows }
  }
}

type CampaignVersion = Awaited<ReturnType<typeof versionsOfCampaign>>[number]

/** The version that was asked for, else one of this very scheme, else the one most are scored by. */
function chosen(versions: readonly CampaignVersion[], scheme: string, asked: string | undefined) {
  if (asked !== undefined) return versions.find(({ hash }) => hash === asked)
  return versions.find((each) => each.scheme === scheme) ?? versions[0]
}
