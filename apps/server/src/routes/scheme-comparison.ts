import { diff, wordDifference } from '@yardstick/engine'
import { Type } from 'typebox'
import { demandOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { schemeOf } from '../document-text.ts'
import { notFound, wrongData } from '../refusal.ts'
import { type App, byId, closed, count, key, limitOf } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { documentAt, existingRevision } from '../schemes/read-scheme.ts'
import { draftImpact } from '../scoring/draft-impact.ts'
import { sha256 } from '../scoring/score.ts'
import { versionsOfCampaign } from '../store/campaign-versions.ts'
import { readCampaign } from '../store/campaigns.ts'
import { versionText } from '../store/scoring-inputs.ts'

/** What changed between two states of a scheme, in sentences, and what that means to those it measured. */
const tags = ['schemes']

/** So many submissions are scored twice while somebody waits. */
const MOST = 5_000

const place = Type.String({ pattern: '^(\\d{1,9}|[0-9a-f]{64})$' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export function schemeComparisonRoutes(app: App, context: Context): void {
  const { database, scoring, groups } = context
  const { db } = database

  app.get(
    '/api/schemes/:id/comparison',
    {
      schema: {
        tags,
        summary: '版本对比 What differs, in sentences: a revision’s number or a version’s hash; `to` is the newest',
        params: byId,
        querystring: closed({ from: place, to: Type.Optional(place) }),
      },
    },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { from, to = String(scheme.revision) } = request.query
      const [before, after] = [await documentAt(db, scheme.id, from), await documentAt(db, scheme.id, to)]
      const differences = diff(schemeOf(before), schemeOf(after)).map((each) => ({
        ...each,
        sentence: { zh: wordDifference(each, 'zh'), en: wordDifference(each, 'en') },
      }))
      return { from, to, differences }
    },
  )

  app.get(
    '/api/schemes/:id/impact',
    {
      schema: {
        tags,
        summary:
          '影响分析 The draft against a campaign’s submissions: whose score, grade and rank change, and through what. `subjects` of `submissions` were looked at, and ranked among each other',
        params: byId,
        querystring: closed({
          campaign: key,
          version: Type.Optional(hash),
          limit: Type.Optional(count),
          language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
        }),
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { campaign: id, version: asked, language = 'zh' } = request.query
      const campaign = await readCampaign(db, id)
      if (campaign === undefined) throw notFound(id)
      // Whoever may not look at it so is not told that it is there.
      demandOf(request, id, 'scheme.impact', 'scheme.impact', { region: campaign.region, campaign: id })
      const versions = await versionsOfCampaign(db, id)
      const version = chosen(versions, scheme.id, asked)
      if (version === undefined) throw notFound(asked ?? id)
      const before = { hash: version.hash, text: (await versionText(db, version.hash))! }
      const { document: text } = await existingRevision(db, scheme.id, scheme.revision)
      const found = await draftImpact(
        { db, scoring, groups },
        {
          campaign: id,
          stage: campaign.stage,
          before,
          after: { hash: sha256(text), text },
          most: limitOf(request.query, MOST),
          language,
          isWaitedFor: () => !reply.raw.destroyed,
        },
      )
      if (!found.ok) throw wrongData(found.issues)
      const { rows, group, ...counted } = found.value
      const people = { submissions: version.submissions, version: version.hash, versions }
      const held = group === undefined ? null : { state: group.state, at: group.at, hash: group.facts.hash }
      return { revision: scheme.revision, ...people, group: held, ...counted, rows }
    },
  )
}

type CampaignVersion = Awaited<ReturnType<typeof versionsOfCampaign>>[number]

/** The version that was asked for, else one of this very scheme, else the one most are scored by. */
function chosen(versions: readonly CampaignVersion[], scheme: string, asked: string | undefined) {
  if (asked !== undefined) return versions.find(({ hash }) => hash === asked)
  return versions.find((each) => each.scheme === scheme) ?? versions[0]
}
