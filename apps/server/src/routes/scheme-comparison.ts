import { diff, wordDifference } from '@yardstick/engine'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { schemeOf } from '../document-text.ts'
import { type App, byId, closed } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { documentAt } from '../schemes/read-scheme.ts'

/** What changed between two states of a scheme, in sentences. */
const tags = ['schemes']

const place = Type.String({ pattern: '^(\\d{1,9}|[0-9a-f]{64})$' })

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
}
