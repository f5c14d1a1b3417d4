import { readArguments } from './arguments.ts'
import { CommandRefused, type ServerCommand, say, WrongUse } from './command.ts'
import { databaseRefusal, placeOf } from './place.ts'
import { settingsOf } from './settings-of.ts'

/** Takes evaluations in bulk from the queue of a PostgreSQL, until it is asked to end. */
export const worker: ServerCommand = {
  name: 'worker',
  files: '',
  summary: { zh: '为批量评价增加一个工作进程（PostgreSQL）', en: 'add a worker for evaluations in bulk (PostgreSQL)' },
  details: {
    zh: '数据库由 DATABASE_URL 给出；可在任意多台机器上各启动任意多个。\n使用内置数据库时，批量评价由服务端自己完成，不需要它。',
    en: 'The database is that of DATABASE_URL; any number of them may run on any number of machines.\nWith the embedded database the server does this work itself.',
  },
  options: [
    {
      name: 'threads',
      value: 'N',
      help: { zh: '计分线程数；默认为处理器核数减一', en: 'threads that score; else one less than there are cores' },
    },
  ],

  async run(args, io) {
    const given = readArguments(args, this.options)
    const threads = threadsOf(given.values['threads'])
    const settings = { ...settingsOf({ values: {} }, io), ...(threads === undefined ? {} : { jobs: jobsOf(threads) }) }
    const { NeedsPostgres, work } = await import('../work.ts')
    const fault = (error: unknown) => {
      const what = error instanceof Error ? error.message : String(error)
      say(io, { zh: `出错，继续工作：${what}`, en: `Went wrong, working on: ${what}` })
    }
    const working = await work(settings, fault).catch((error: unknown) => {
      if (error instanceof NeedsPostgres) throw needsPostgres()
      throw databaseRefusal(error, placeOf(undefined, io))
    })
    say(io, { zh: '工作进程已就绪（按 Ctrl+C 结束）', en: 'The worker is ready (Ctrl+C ends it)' })
    await io.untilAskedToEnd()
    await working.stop()
    return 0
  },
}

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new WrongUse({ zh: `--threads 应为正整数，现为 ${text}`, en: `--threads is a whole number, found ${text}` })
}

/** One chunk more than can be scored, so that there is always one read and ready. */
const jobsOf = (threads: number) => ({ threads, atOnce: threads + 1 })

const needsPostgres = () =>
  new CommandRefused({
    zh: '工作进程需要 PostgreSQL：请设置 DATABASE_URL。内置数据库只属于使用它的服务端',
    en: 'A worker needs a PostgreSQL: set DATABASE_URL. The embedded database belongs to the server that uses it',
  })
