import { type CompiledScheme, compile, diff, impact, wordDifference } from '@yardstick/engine'
import type { Scheme } from '@yardstick/model'
import { Type } from 'typebox'
import { demandOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { schemeOf } from '../document-text.ts'
import { notFound, wrongData } from '../refusal.ts'
import { type App, byId, closed, key } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { documentAt, existingRevision } from '../schemes/read-scheme.ts'
import { sha256 } from '../scoring/score.ts'
import { readCampaign } from '../store/campaigns.ts'
import { submissionsUnder, versionsOfCampaign } from '../store/impact-submissions.ts'
import { readVersion } from '../store/scheme-versions.ts'
import type { Db } from '../store/tables.ts'

/** What changed between two states of a scheme, in sentences, and what that means to those it measured. */
const tags = ['schemes']

/** So many submissions are scored twice while somebody waits. */
const MOST = 5_000

const place = Type.String({ pattern: '^(\\d{1,9}|[0-9a-f]{64})$' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export function schemeComparisonRoutes(app: App, context: Context): void {
  const { db } = context.database

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
          '影响分析 The draft against a campaign’s submissions: whose score, grade and rank change, and through what',
        params: byId,
        querystring: closed({
          campaign: key,
          version: Type.Optional(hash),
          language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
        }),
      },
    },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { campaign: id, version: asked, language = 'zh' } = request.query
      const campaign = await readCampaign(db, id)
      if (campaign === undefined) throw notFound(id)
      // Whoever may not look at it so is not told that it is there.
      demandOf(request, id, 'scheme.impact', 'scheme.impact', { region: campaign.region, campaign: id })
      const versions = await versionsOfCampaign(db, id)
      const version = chosen(versions, scheme.id, asked)
      if (version === undefined) throw notFound(asked ?? id)
      const before = compiled(schemeOf((await readVersion(db, version.hash))!))
      const after = compiled(schemeOf(await existingRevision(db, scheme.id, scheme.revision)))
      const { rows, ...found } = await impactOf(db, { campaign: id, version: version.hash, before, after, language })
      const people = { submissions: version.submissions, version: version.hash, versions }
      return { revision: scheme.revision, ...people, ...found, rows }
    },
  )
}

type CampaignVersion = Awaited<ReturnType<typeof versionsOfCampaign>>[number]

/** The version that was asked for, else one of this very scheme, else the one most are scored by. */
function chosen(versions: readonly CampaignVersion[], scheme: string, asked: string | undefined) {
  if (asked !== undefined) return versions.find(({ hash }) => hash === asked)
  return versions.find((each) => each.scheme === scheme) ?? versions[0]
}

function compiled(scheme: Scheme): CompiledScheme {
  const outcome = compile(scheme, { sha256 })
  if (!outcome.ok) throw wrongData(outcome.issues)
  return outcome.value
}

interface Asked {
  readonly campaign: string
  readonly version: string
  readonly before: CompiledScheme
  readonly after: CompiledScheme
  readonly language: 'zh' | 'en'
}

/** Pages of submissions are read in between, so that others are served meanwhile. */
async function impactOf(db: Db, { campaign, version, before, after, language }: Asked) {
  let ids: string[] = []
  const all = () => {
    ids = []
    return submissionsUnder(db, { campaign, version, most: MOST }, (id) => ids.push(id))
  }
  const found = await impact(before, after, all, { language })
  return { ...found, rows: found.rows.map((row) => ({ ...row, submission: ids[row.index] })) }
}
