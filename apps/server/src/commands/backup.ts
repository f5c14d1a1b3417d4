import { resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { type ServerCommand, say } from './command.ts'
import { dataOption } from './data-option.ts'
import { openExisting, placeOf } from './place.ts'

/** The whole database → a file of readable JSON. */
export const backup: ServerCommand = {
  name: 'backup',
  files: 'FILE',
  summary: { zh: '把整个数据库备份为可读的 JSON', en: 'back the whole database up, as readable JSON' },
  details: {
    zh: '每行一条 JSON，末行有 SHA-256；FILE 以 .gz 结尾时压缩。\n内置数据库须先结束服务端；PostgreSQL 可在使用中备份。\n标准输出给出审计日志的末条，请与备份分开保存。',
    en: 'A line of JSON for each row, with a SHA-256 at the end; compressed where FILE ends in .gz.\nEnd the server first where its database is the embedded one; PostgreSQL is backed up in use.\nPrints the head of the audit log: keep it apart from the backup.',
  },
  options: [dataOption],

  async run(args, io) {
    const { files, values } = readArguments(args, this.options, 1)
    const file = resolve(io.cwd, files[0]!)
    const { backupLines } = await import('../store/backup/backup-lines.ts')
    const { writeLines } = await import('../store/backup/backup-file.ts')
    const { backupRefusal, printHead } = await import('./backup-words.ts')
    const database = await openExisting(placeOf(values['data'], io))
    try {
      const { lines, head } = keepingHead(backupLines(database.db))
      await writeLines(file, lines)
      say(io, { zh: `已备份到 ${file}；审计日志的末条：`, en: `Backed up to ${file}; the head of the audit log:` })
      printHead(io, await head)
      return 0
    } catch (error) {
      throw backupRefusal(error, file)
    } finally {
      await database.close()
    }
  },
}

/** The lines, with what the generator returns at their end. */
function keepingHead<Head>(generator: AsyncGenerator<string, Head>) {
  let tell: (head: Head) => void
  const head = new Promise<Head>((resolve) => {
    tell = resolve
  })
  async function* lines() {
    tell(yield* generator)
  }
  return { lines: lines(), head }
}
