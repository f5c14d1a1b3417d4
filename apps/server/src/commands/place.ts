import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database, DatabasePlace } from '../store/database.ts'
import { DatabaseTooOld, OLDEST_POSTGRES } from '../store/database-too-old.ts'
import { FolderLocked } from '../store/pglite/folder-lock.ts'
import { type CommandIo, CommandRefused } from './command.ts'

/**
 * Which database a command works on: a folder named by `--data`, else the PostgreSQL of `DATABASE_URL`, else the folder of
 * `YARDSTICK_DATA`, else a folder of this person's own.
 */
export function placeOf(data: string | undefined, { env, cwd }: Pick<CommandIo, 'env' | 'cwd'>): DatabasePlace {
  if (data !== undefined) return { folder: resolve(cwd, data) }
  const url = env['DATABASE_URL']
  return url ? { url } : { folder: dataFolder(undefined, { env, cwd }) }
}

/** Also with a PostgreSQL there is a folder: for what belongs to this computer. */
export function dataFolder(data: string | undefined, { env, cwd }: Pick<CommandIo, 'env' | 'cwd'>): string {
  const named = data ?? env['YARDSTICK_DATA']
  if (named) return resolve(cwd, named)
  const local = env['LOCALAPPDATA']
  if (process.platform === 'win32' && local) return join(local, 'Yardstick')
  return join(env['HOME'] || homedir(), '.yardstick')
}

/** Opens the database of a command. throws  `CommandRefused` where it cannot be opened */
export async function openPlace(place: DatabasePlace, options?: { asFound?: boolean }): Promise<Database> {
  const { openDatabase } = await import('../store/database.ts')
  try {
    return await openDatabase(place, options)
  } catch (error) {
    throw databaseRefusal(error, 'url' in place ? place.url : undefined)
  }
}

/** Why a database could not be opened, as words; a fault of ours stays what it is. */
export function databaseRefusal(error: unknown, url: string | undefined): unknown {
  if (error instanceof FolderLocked) return lockedWords(error)
  if (error instanceof DatabaseTooOld) {
    return new CommandRefused({
      zh: `需要 PostgreSQL ${OLDEST_POSTGRES} 或更新的版本，现为 ${error.version}`,
      en: `PostgreSQL ${OLDEST_POSTGRES} or newer is needed, found ${error.version}`,
    })
  }
  const { cause } = error as { cause?: unknown }
  const { code, message } = (cause ?? error) as { code?: unknown; message?: string }
  if (url === undefined || typeof code !== 'string') return error
  const shown = withoutPassword(url)
  const why = message === '' || message === undefined ? code : message
  return new CommandRefused({
    zh: `连不上数据库 ${shown}：${why}`,
    en: `The database ${shown} cannot be reached: ${why}`,
  })
}

export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^/@:]*):[^@]*@/, '$1@')
}

export function lockedWords({ folder, by }: FolderLocked): CommandRefused {
  return new CommandRefused({
    zh: `数据文件夹 ${folder} 正被另一个标尺使用（${by}）；请先结束它，或用 --data 另选文件夹`,
    en: `The data folder ${folder} is in use by another Yardstick (${by}); end that one first, or name another folder by --data`,
  })
}
