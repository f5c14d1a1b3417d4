import { readArguments } from './arguments.ts'
import { type ServerCommand, say, WrongUse } from './command.ts'
import { dataOption } from './data-option.ts'
import { dataFolder, openExisting, openPlace, withoutPassword } from './place.ts'

/** The embedded database → an empty PostgreSQL, without a file between. */
export const move: ServerCommand = {
  name: 'move',
  files: '',
  summary: { zh: '把内置数据库搬到 PostgreSQL', en: 'move the embedded database to PostgreSQL' },
  details: {
    zh: '先结束服务端，并建好一个空的数据库。原来的文件夹不动；搬完后以 DATABASE_URL 启动。\n标准输出给出审计日志的末条。',
    en: 'End the server first, and make an empty database. The folder stays as it is; afterwards start with DATABASE_URL.\nPrints the head of the audit log.',
  },
  options: [
    {
      name: 'to',
      value: 'URL',
      help: {
        zh: '目标，例如 postgres://用户@主机/数据库；必填',
        en: 'where to, as postgres://user@host/database; required',
      },
    },
    dataOption,
  ],

  async run(args, io) {
    const { values } = readArguments(args, this.options)
    const url = values['to']
    if (url === undefined) throw new WrongUse({ zh: '缺少 --to URL', en: '--to URL is missing' })
    if (!/^postgres(ql)?:\/\//.test(url)) {
      throw new WrongUse({ zh: '--to 应以 postgres:// 开头', en: '--to begins with postgres://' })
    }
    const { backupLines } = await import('../store/backup/backup-lines.ts')
    const { restoreLines } = await import('../store/backup/restore-lines.ts')
    const { backupRefusal, printHead } = await import('./backup-words.ts')
    const from = await openExisting({ folder: dataFolder(values['data'], io) })
    try {
      const to = await openPlace({ url }, { asFound: true })
      try {
        const head = await restoreLines(to.db, withoutBreaks(backupLines(from.db)))
        say(io, {
          zh: '已搬到 PostgreSQL；今后以 DATABASE_URL 启动。审计日志的末条：',
          en: 'Moved to PostgreSQL; start with DATABASE_URL from now on. The head of the audit log:',
        })
        printHead(io, head)
        return 0
      } finally {
        await to.close()
      }
    } catch (error) {
      throw backupRefusal(error, withoutPassword(url))
    } finally {
      await from.close()
    }
  },
}

async function* withoutBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.slice(0, -1)
}
