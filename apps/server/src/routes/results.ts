import { Type } from 'typebox'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import type { Context } from '../context.ts'
import { comparedIndicatorsOf } from '../evaluations/compared-indicators.ts'
import { runOf } from '../evaluations/demand-run.ts'
import { indicatorStatisticsOf } from '../evaluations/indicator-statistics.ts'
import { KeptStatistics } from '../evaluations/kept-statistics.ts'
import { leafHeadsOf } from '../evaluations/leaf-heads.ts'
import { scoreTableRow } from '../evaluations/score-table.ts'
import { statisticsOf } from '../evaluations/statistics.ts'
import { notFound } from '../refusal.ts'
import { type App, byId, closed, count, key, label, limitOf, regionCode } from '../routing.ts'
import { comparedRows, comparisonSummary, gradeMoves } from '../store/comparison.ts'
import { departmentsMark } from '../store/departments.ts'
import { scoreRows, versionsOfRun } from '../store/leaf-scores.ts'
import { rankingOf } from '../store/ranking.ts'
import type { GroupBy } from '../store/statistics.ts'

/** 排名, 统计, 对比: what the results of a run come to. */
const by = Type.Optional(Type.Unsafe<GroupBy>({ type: 'string', enum: ['all', 'type', 'region'] }))
const run = Type.Optional(key)
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** Lines are numbered: the page after so many. */
const lines = { after: Type.Optional(count), limit: Type.Optional(count) }

const tags = ['results']

export function resultRoutes(app: App, { database }: Context): void {
  const { db } = database
  const statistics = new KeptStatistics(
    (id) => statisticsOf(db, id),
    () => departmentsMark(db),
  )
  const ofIndicators = new KeptStatistics((id) => indicatorStatisticsOf(db, id))

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
    '/api/campaigns/:id/scores',
    {
      schema: {
        tags,
        summary:
          '得分表 The leaves of a version once, then its results by total, each with the score of every leaf. Without `version`, that of most results',
        params: byId,
        querystring: closed({ ...lines, run, version: Type.Optional(hash) }),
      },
    },
    async (request) => {
      const { query } = request
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const { id } = await runOf(db, campaign.id, query.run)
      const versions = await versionsOfRun(db, id)
      const version = query.version ?? versions[0]?.hash
      if (version === undefined) return { run: id, version: null, versions, indicators: [], rows: [] }
      if (versions.every((each) => each.hash !== version)) throw notFound(version)
      const indicators = await leafHeadsOf(db, version)
      const page = { after: Number(query.after ?? 0), limit: limitOf(query, 1_000) }
      const rows = await scoreRows(db, { run: id, version }, page)
      return {
        run: id,
        version,
        versions,
        indicators,
        rows: rows.map(({ department, name, type, region, full_score, scores, ...row }) => ({
          ...row,
          fullScore: full_score,
          department: { id: department, name, type, region },
          ...scoreTableRow(indicators, scores),
        })),
      }
    },
  )

  app.get(
    '/api/campaigns/:id/indicators',
    {
      schema: {
        tags,
        summary:
          '指标分析 Of each leaf of each version: score rate, how many have full points, 区分度 by the upper and lower 27 %, own scores against scores',
        params: byId,
        querystring: closed({ run }),
      },
    },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const found = await runOf(db, campaign.id, request.query.run)
      return { run: found.id, versions: await ofIndicators.of(found) }
    },
  )

  app.get(
    '/api/campaigns/:id/comparison/indicators',
    {
      schema: {
        tags,
        summary:
          '年度对比（指标）Score rates of the same departments then and now, leaf by leaf by id; a side without a partner is null',
        params: byId,
        querystring: closed({ with: key, run, withRun: run }),
      },
    },
    async (request) => {
      const { query } = request
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const { campaign: earlier } = await demandCampaign(request, db, query.with, 'evaluation.read')
      const after = await runOf(db, campaign.id, query.run)
      const before = await runOf(db, earlier.id, query.withRun)
      return {
        before: { ...head(earlier), run: before.id },
        after: { ...head(campaign), run: after.id },
        indicators: await comparedIndicatorsOf(db, before.id, after.id),
      }
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
          before: {
            submission: row.before_submission,
            total: row.before_total,
            fullScore: row.before_full,
            grade: row.before_grade,
            rank: row.before_rank,
          },
          after: {
            submission: row.after_submission,
            total: row.after_total,
            fullScore: row.after_full,
            grade: row.after_grade,
            rank: row.after_rank,
          },
          difference,
        })),
      }
    },
  )
}

function head({ id, name, period }: { id: string; name: string; period: string }) {
  return { campaign: id, name, period }
}
