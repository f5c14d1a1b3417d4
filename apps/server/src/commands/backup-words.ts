import type { BackupHead } from '../store/backup/backup-lines.ts'
import { BackupBroken, BackupNewer, DatabaseNotEmpty } from '../store/backup/restore-lines.ts'
import { type Bilingual, type CommandIo, CommandRefused, print } from './command.ts'

/** What went wrong with a backup or its file, as words; what is none of that goes on as it is. */
export function backupRefusal(error: unknown, file: string): unknown {
  const words = wordsOf(error, file)
  return words === undefined ? error : new CommandRefused(words)
}

function wordsOf(error: unknown, file: string): Bilingual | undefined {
  if (error instanceof BackupBroken) {
    const { what, line } = error
    return {
      zh: `${file} 不是完整的备份（${broken.zh[what]}，第 ${line} 行），未写入任何内容`,
      en: `${file} is not a whole backup (${broken.en[what]}, line ${line}); nothing was written`,
    }
  }
  if (error instanceof BackupNewer) {
    return {
      zh: `${file} 由更新的标尺 ${error.head.version} 制作；请先升级本机的标尺`,
      en: `${file} was made by a newer Yardstick, ${error.head.version}; update this one first`,
    }
  }
  if (error instanceof DatabaseNotEmpty) {
    return {
      zh: `目标数据库里已有数据（${error.table}）；备份只写入空的数据库`,
      en: `There is something in the database already (${error.table}); a backup goes into an empty one only`,
    }
  }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { zh: `${file}：没有这个文件或文件夹`, en: `${file}: no such file or folder` }
  if (code === 'EACCES' || code === 'EPERM') return { zh: `${file}：没有权限`, en: `${file}: permission denied` }
  if (code === 'EISDIR') return { zh: `${file}：这是文件夹`, en: `${file}: this is a folder` }
  if (code === 'ENOSPC') return { zh: '磁盘已满', en: 'The disk is full' }
  if (code?.startsWith('Z_') === true) return { zh: `${file}：压缩已损坏`, en: `${file}: the compression is broken` }
  return undefined
}

const broken = {
  zh: { head: '开头不是备份的开头', line: '这一行读不出', end: '结尾缺失', hash: '内容与校验值不符' },
  en: {
    head: 'it does not begin like one',
    line: 'a line cannot be read',
    end: 'its end is missing',
    hash: 'its content does not match its hash',
  },
} as const

/** The head of the audit log, as `audit-log verify --head` takes it. */
export function printHead(io: CommandIo, { audit }: BackupHead): void {
  print(io, `${audit.number}:${audit.hash}`)
}
