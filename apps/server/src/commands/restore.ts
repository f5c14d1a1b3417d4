import { resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { type ServerCommand, say } from './command.ts'
import { dataOption } from './data-option.ts'
import { openPlace, placeOf } from './place.ts'

/** A file of `backup` → an empty database. */
export const restore: ServerCommand = {
  name: 'restore',
  files: 'FILE',
  summary: { zh: '把备份写入空的数据库', en: 'put a backup into an empty database' },
  details: {
    zh: '先核对全部内容的校验值，再写入；不是完整的备份或数据库不空则什么也不写。\n标准输出给出审计日志的末条，可与保存的核对。会话不在备份内，须重新登录。',
    en: 'Holds the content to its hash first; of what is not whole, or into what is not empty, nothing is written.\nPrints the head of the audit log, to be held to the one that was kept. Sessions are not in a backup: sign in again.',
  },
  options: [dataOption],

  async run(args, io) {
    const { files, values } = readArguments(args, this.options, 1)
    const file = resolve(io.cwd, files[0]!)
    const { readLines } = await import('../store/backup/backup-file.ts')
    const { restoreLines, verifyBackup } = await import('../store/backup/restore-lines.ts')
    const { backupRefusal, printHead } = await import('./backup-words.ts')
    const refused = (error: unknown) => Promise.reject(backupRefusal(error, file))
    await verifyBackup(readLines(file)).catch(refused)
    const database = await openPlace(placeOf(values['data'], io), { asFound: true })
    try {
      const head = await restoreLines(database.db, readLines(file)).catch(refused)
      say(io, { zh: `已恢复 ${file}；审计日志的末条：`, en: `Restored ${file}; the head of the audit log:` })
      printHead(io, head)
      return 0
    } finally {
      await database.close()
    }
  },
}
