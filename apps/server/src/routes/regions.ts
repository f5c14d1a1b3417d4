import { issue } from '@yardstick/model'
import { Type } from 'typebox'
import { demand, personOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { wrongData } from '../refusal.ts'
import { type App, closed, label, limitOf, page, regionCode } from '../routing.ts'
import { change } from '../store/change.ts'
import { listRegions, nameRegions, regionNames } from '../store/regions.ts'

/** What region codes 行政区划代码 are called. Codes need no name to be used; names are shown beside them. */
const names = closed({
  regions: Type.Array(closed({ code: regionCode, name: label }), { maxItems: 50_000 }),
})

/** All counties of the country and the cities and provinces above them fit on one page. */
const MOST = 5_000

const tags = ['departments']

export function regionRoutes(app: App, context: Context): void {
  const { db } = context.database

  const query = closed({ ...page, below: Type.Optional(regionCode) })
  app.get(
    '/api/regions',
    { schema: { tags, summary: '区划名称 Names of region codes', querystring: query } },
    async (request) => {
      personOf(request)
      return { regions: await listRegions(db, { ...request.query, limit: limitOf(request.query, MOST) }) }
    },
  )

  app.put(
    '/api/regions',
    { schema: { tags, summary: '设置区划名称 Names codes, or renames them; others stay as they are', body: names } },
    async (request) => {
      const person = personOf(request)
      const { regions } = request.body
      for (const { code } of regions) demand(request, 'department.write', { region: code })
      const seen = new Set<string>()
      regions.forEach(({ code }, index) => {
        const at = { pointer: `/regions/${index}/code`, found: code }
        if (seen.has(code)) throw wrongData([issue('REQUEST_EXISTS', at)])
        seen.add(code)
      })
      const known = await regionNames(
        db,
        regions.map(({ code }) => code),
      )
      const changed = regions.filter(({ code, name }) => known.get(code) !== name)
      if (changed.length > 0) {
        await change(context, person.id, async (tx, log) => {
          await nameRegions(tx, changed)
          await log('region.name', 'region', { count: changed.length, first: changed.slice(0, 20) })
        })
      }
      return { changed: changed.length, unchanged: regions.length - changed.length }
    },
  )
}
