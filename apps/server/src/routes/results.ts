import { Type } from 'typebox'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import type { Context } from '../context.ts'
import { runOf } from '../evaluations/demand-run.ts'
import { KeptStatistics } from '../evaluations/kept-statistics.ts'
import { type App, byId, closed, count, key, label, limitOf, regionCode } from '../routing.ts'
import { comparedRows, comparisonSummary, gradeMoves } from '../store/comparison.ts'
import { rankingOf } from '../store/ranking.ts'
import type { GroupBy } from '../store/statistics.ts'

/** 排名, 统计, 对比: what the results of a run come to. */
const by = Type.Optional(Type.Unsafe<GroupBy>({ type: 'string', enum: ['all', 'type', 'region'] }))
const run = Type.Optional(key)
/** Lines are numbered: the page after so many. */
const lines = { after: Type.Optional(count), limit: Type.Optional(count) }

const tags = ['results']

export function resultRoutes(app: App, { database }: Context): void {
  const { db } = database
  const statistics = new KeptStatistics(db)

  app.get(
    '/api/campaigns/:id/ranking',
    {
      schema: {
        tags,
        summary: '排名 By total, 1-1-3, of all or within each type of department or region; of the newest run',
        params: byId,
        querystring: closed({ ...lines, run, by, type: Type.Optional(label), region: Type.Optional(regionCode) }),
      },
    },
    async (request) => {
      const { query } = request
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const { id } = await runOf(db, campaign.id, query.run)
      const rows = await rankingOf(db, id, {
        by: query.by ?? 'all',
        type: query.type,
        region: query.region,
        after: Number(query.after ?? 0),
        limit: limitOf(query, 1_000),
      })
      const ranking = rows.map(({ department, name, type, region, full_score, ...row }) => ({
        ...row,
        fullScore: full_score,
        department: { id: department, name, type, region },
      }))
      return { run: id, by: query.by ?? 'all', ranking }
    },
  )

  app.get(
    '/api/campaigns/:id/statistics',
    {
      schema: {
        tags,
        summary: '统计 Of all, by type of department and by region: means, medians, grades, rates of the first level',
        params: byId,
        querystring: closed({ run }),
      },
    },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const found = await runOf(db, campaign.id, request.query.run)
      return { run: found.id, ...(await statistics.of(found)) }
    },
  )

  app.get(
    '/api/campaigns/:id/comparison',
    {
      schema: {
        tags,
        summary: '年度对比 This campaign against another one, the earlier: whose total, grade and rank changed',
        params: byId,
        querystring: closed({ ...lines, with: key, run, withRun: run }),
      },
    },
    async (request) => {
      const { query } = request
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const { campaign: earlier } = await demandCampaign(request, db, query.with, 'evaluation.read')
      const later = await runOf(db, campaign.id, query.run)
      const sooner = await runOf(db, earlier.id, query.withRun)
      const [before, after] = [sooner.id, later.id]
      const page = { after: Number(query.after ?? 0), limit: limitOf(query, 1_000) }
      const { only_before, only_after, ...summary } = await comparisonSummary(db, before, after)
      const rows = await comparedRows(db, { before, after }, page)
      return {
        before: { ...head(earlier), run: before, statistics: (await statistics.of(sooner)).all },
        after: { ...head(campaign), run: after, statistics: (await statistics.of(later)).all },
        summary: { ...summary, onlyBefore: only_before, onlyAfter: only_after },
        grades: await gradeMoves(db, before, after),
        rows: rows.map(({ place, department, name, type, region, project, difference, ...row }) => ({
          place,
          department: { id: department, name, type, region },
          project,
          before: { total: row.before_total, grade: row.before_grade, rank: row.before_rank },
          after: { total: row.after_total, grade: row.after_grade, rank: row.after_rank },
          difference,
        })),
      }
    },
  )
}

function head({ id, name, period }: { id: string; name: string; period: string }) {
  return { campaign: id, name, period }
}
