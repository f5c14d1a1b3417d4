import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { demandRun } from '../evaluations/demand-run.ts'
import { ProgressWatch, toldProgress } from '../jobs/progress.ts'
import { defaultJobs } from '../jobs/settings.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type App, answers, answersAs, byId } from '../routing.ts'
import { progressOf, type RunProgress } from '../store/runs.ts'

/**
 * Progress as it happens (`text/event-stream`). Each event holds all there is to know, under an id that says the same; who
 * comes back with the last id it saw is told nothing twice. After the last event of a run the answer ends, and whoever
 * comes back for more gets 204, upon which a browser stops asking. With every beat it is asked anew whether whoever listens
 * still may.
 */
export function runProgressRoutes(app: App, context: Context): void {
  const { database, now, settings } = context
  const { progressMs, beatMs } = { ...defaultJobs, ...settings.jobs }
  const watch = new ProgressWatch(database.db, progressMs, (error) => app.log.error(error))
  const open = new Set<ServerResponse>()

  app.get(
    '/api/runs/:id/progress',
    {
      schema: {
        tags: ['runs'],
        summary: '评价进度 Progress of a run, as server-sent events; resumes by Last-Event-ID',
        params: byId,
        response: { ...answersAs('text/event-stream'), ...answers(204) },
      },
    },
    async (request, reply) => {
      const { run } = await demandRun(request, database.db, request.params.id, 'evaluation.read')
      const [first] = await progressOf(database.db, [run.id])
      if (first === undefined) throw notFound(run.id)
      const seen = request.headers['last-event-id']
      if (first.state !== 'running' && seen === idOf(first)) return reply.status(204).send()
      reply.hijack()
      const { raw } = reply
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value)
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that gathers what it passes on would keep it all to the end.
        'x-accel-buffering': 'no',
      })
      open.add(raw)
      follow(raw, first, typeof seen === 'string' ? seen : undefined, () => isStillLetIn(request, run.id))
    },
  )

  async function isStillLetIn(request: FastifyRequest, run: string): Promise<boolean> {
    try {
      request.person = await app.personStill(request)
      await demandRun(request, database.db, run, 'evaluation.read')
      return true
    } catch (error) {
      // Whoever cannot be looked at is let go, and asks again.
      if (!(error instanceof Refusal)) app.log.error(error)
      return false
    }
  }

  function follow(
    raw: ServerResponse,
    first: RunProgress,
    seen: string | undefined,
    isLetIn: () => Promise<boolean>,
  ): void {
    let last = seen
    let isFull = false
    const tell = (progress: RunProgress) => {
      const id = idOf(progress)
      const isOver = progress.state !== 'running'
      // Whoever reads slowly is told the newest when there is room again; only the end is said in any case.
      if (id !== last && (!isFull || isOver)) {
        last = id
        const data = JSON.stringify(toldProgress(progress, now()))
        isFull = !raw.write(`event: progress\nid: ${id}\ndata: ${data}\n\n`)
      }
      if (isOver) raw.end()
    }
    const beat = setInterval(async () => {
      const isOn = await isLetIn()
      if (raw.writableEnded) return
      if (isOn) raw.write(':\n\n')
      else raw.end()
    }, beatMs)
    const end = watch.watch(first.id, tell)
    raw.on('drain', () => {
      isFull = false
    })
    raw.on('close', () => {
      clearInterval(beat)
      end()
      open.delete(raw)
    })
    raw.write('retry: 2000\n\n')
    tell(first)
  }

  // A server that stops does not wait for runs to end.
  app.addHook('preClose', (done) => {
    for (const raw of open) raw.end()
    done()
  })
}

function idOf({ state, submissions, done, failed }: RunProgress): string {
  return `${state}-${done}-${failed}-${submissions}`
}
