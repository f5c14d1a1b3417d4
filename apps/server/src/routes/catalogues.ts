import { Type } from 'typebox'
import { personOf, reachOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { notFound } from '../refusal.ts'
import { type App, answers, closed, count } from '../routing.ts'
import { knownTemplates, versionsOf } from '../store/templates.ts'
import { fetchCatalogue, fetchPackage } from '../templates/catalogues.ts'
import { newestFirst } from '../templates/newest-known.ts'
import { readingOf, takeIn, templateRow } from '../templates/take-in.ts'
import { templateHeads } from '../templates/template-head.ts'
import { trustedKeys } from '../templates/trusted-keys.ts'

/** 模板目录: folders that the operator lets templates be fetched from. The server fetches, not the page. */
const tags = ['templates']

const byNumber = closed({ number: count })
const byPackage = closed({ number: count, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

export function catalogueRoutes(app: App, context: Context): void {
  const { database, settings, now } = context
  const { db } = database
  const { catalogues = [] } = settings
  const addressOf = (number: string): string => {
    const address = catalogues[Number(number) - 1]
    if (address === undefined) throw notFound(number)
    return address
  }

  app.get(
    '/api/catalogues',
    { schema: { tags, summary: '模板目录 Addresses that the operator has listed' } },
    async (request) => {
      reachOf(request, 'template.read')
      return { catalogues: catalogues.map((address, at) => ({ number: at + 1, address, name: null })) }
    },
  )

  app.get(
    '/api/catalogues/:number/packages',
    {
      schema: {
        tags,
        summary: '目录中的模板 What a catalogue offers, beside what is known of it here',
        params: byNumber,
      },
    },
    async (request) => {
      reachOf(request, 'template.take-in')
      const { packages, name = null } = await fetchCatalogue(addressOf(request.params.number))
      const known = await knownTemplates(
        db,
        packages.map(({ hash }) => hash),
      )
      const versions = await versionsOf(db, [...new Set(packages.map(({ id }) => id))])
      const sorted = newestFirst(versions, await trustedKeys(db))
      const newestOf = (id: string, publisher: string) =>
        sorted.find((each) => each.template_id === id && each.publisher === publisher)?.version ?? null
      return {
        name,
        packages: packages.map((each) => {
          return { ...each, isKnown: known.has(each.hash), newest: newestOf(each.id, each.publisher) }
        }),
      }
    },
  )

  app.post(
    '/api/catalogues/:number/packages/:hash/reading',
    {
      schema: {
        tags,
        summary: '试读目录中的模板 Fetches a package and says what it is; nothing is stored',
        params: byPackage,
      },
    },
    async (request) => {
      reachOf(request, 'template.take-in')
      const { number, hash } = request.params
      return readingOf(db, rowOf(await fetchPackage(addressOf(number), hash), personOf(request).id))
    },
  )

  app.post(
    '/api/catalogues/:number/packages/:hash',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '收入目录中的模板 Fetches a package into the library',
        params: byPackage,
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.take-in')
      const person = personOf(request)
      const { number, hash } = request.params
      const row = rowOf(await fetchPackage(addressOf(number), hash), person.id)
      await takeIn(context, person, row)
      reply.status(201)
      return (await templateHeads(db, [row]))[0]
    },
  )

  function rowOf(read: Parameters<typeof templateRow>[0], by: string) {
    return templateRow(read, { source: 'catalogue', scheme_id: null, received_by: by, received_at: now() })
  }
}
