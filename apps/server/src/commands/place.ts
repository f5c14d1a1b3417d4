import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database, DatabasePlace } from '../store/database.ts'
import { FolderLocked } from '../store/pglite/folder-lock.ts'
import { DatabaseDamaged, DatabaseNewer, DatabaseTooOld, OLDEST_POSTGRES } from '../store/unusable-database.ts'
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
    throw databaseRefusal(error, place)
  }
}

/** The same where a database must be there, and is taken as it is. throws  `CommandRefused` also where there is none */
export async function openExisting(place: DatabasePlace): Promise<Database> {
  const { isMade } = await import('../store/database.ts')
  const { newestStep } = await import('../store/migrate.ts')
  if ('folder' in place && !isMade(place.folder)) throw noDatabase(place)
  const database = await openPlace(place, { asFound: true })
  if ((await newestStep(database.db)) !== undefined) return database
  await database.close()
  throw noDatabase(place)
}

function noDatabase(place: DatabasePlace): CommandRefused {
  const where = shown(place)
  return new CommandRefused({
    zh: `${where} 里没有标尺的数据库`,
    en: `There is no database of Yardstick in ${where}`,
  })
}

/** Why a database could not be opened, as words; a fault of ours stays what it is. */
export function databaseRefusal(error: unknown, place: DatabasePlace): unknown {
  if (error instanceof FolderLocked) return lockedWords(error)
  if (error instanceof DatabaseTooOld) {
    return new CommandRefused({
      zh: `需要 PostgreSQL ${OLDEST_POSTGRES} 或更新的版本，现为 ${error.version}`,
      en: `PostgreSQL ${OLDEST_POSTGRES} or newer is needed, found ${error.version}`,
    })
  }
  const where = shown(place)
  if (error instanceof DatabaseNewer) {
    return new CommandRefused({
      zh: `数据库 ${where} 由更新的标尺建立（${error.step}）；请先升级本机的标尺`,
      en: `The database ${where} was made by a newer Yardstick (${error.step}); update this one first`,
    })
  }
  if (error instanceof DatabaseDamaged) {
    return new CommandRefused({
      zh: `${where} 里的数据库打不开，可能已损坏（${error.message}）。请保留原文件夹，把备份恢复到新的文件夹：npx yardstick restore 备份文件 --data 新文件夹`,
      en: `The database in ${where} cannot be opened and may be damaged (${error.message}). Keep the folder as it is, and restore a backup into a new one: npx yardstick restore FILE --data DIR`,
    })
  }
  const { cause } = error as { cause?: unknown }
  const { code, syscall, message } = (cause ?? error) as { code?: unknown; syscall?: string; message?: string }
  if (typeof code !== 'string') return error
  const why = message === '' || message === undefined ? code : message
  if ('url' in place) {
    return new CommandRefused({
      zh: `连不上数据库 ${where}：${why}`,
      en: `The database ${where} cannot be reached: ${why}`,
    })
  }
  if (syscall === undefined) return error
  return new CommandRefused({
    zh: `数据文件夹 ${where} 不能使用：${why}`,
    en: `The data folder ${where} cannot be used: ${why}`,
  })
}

function shown(place: DatabasePlace): string {
  return 'url' in place ? withoutPassword(place.url) : place.folder
}

export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^/@:]*):[^@]*@/, '$1@')
}

export function lockedWords({ folder, by }: FolderLocked): CommandRefused {
  return new CommandRefused({
    zh: `数据文件夹 ${folder} 正由运行中的标尺使用（${by}）。请先结束它（在它的窗口按 Ctrl+C，或结束该进程），再运行本命令，然后重新启动`,
    en: `The data folder ${folder} is in use by a running Yardstick (${by}). End it first (Ctrl+C in its window, or by its pid), run this again, and start it again`,
  })
}
