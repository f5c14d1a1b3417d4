import type { ServeOptions } from '../serve.ts'
import { FolderLocked } from '../store/pglite/folder-lock.ts'
import { readArguments } from './arguments.ts'
import { type CommandIo, CommandRefused, print, type ServerCommand, say } from './command.ts'
import { dataOption } from './data-option.ts'
import { databaseRefusal, lockedWords } from './place.ts'
import { settingsOf, USUAL_PORT } from './settings-of.ts'

const TRIES = 20

/** The server, until it is asked to end; its address on stdout once it answers. */
export const serve: ServerCommand = {
  name: 'serve',
  files: '',
  summary: { zh: '启动服务端与设计器', en: 'start the server with the designer' },
  details: {
    zh: '就绪后在标准输出给出网址；尚无账户时网址带有口令，只有本机可用。\n没有账户就不能对外服务：先用 npx yardstick admin 建立管理员。',
    en: 'Prints the address when it is ready; without accounts the address holds a token and works on this computer only.\nTo serve others there must be accounts: make an administrator first, by npx yardstick admin.',
  },
  options: [
    {
      name: 'port',
      value: 'N',
      help: { zh: '端口；默认 PORT，再默认 4180 起空闲的', en: 'else PORT, else the first free one from 4180' },
    },
    {
      name: 'host',
      value: 'H',
      help: {
        zh: '监听的地址；默认 YARDSTICK_HOST，再默认 127.0.0.1',
        en: 'address to listen on; else YARDSTICK_HOST, else 127.0.0.1',
      },
    },
    dataOption,
    {
      name: 'web',
      value: 'DIR',
      help: { zh: '网页所在的文件夹；默认为随附的设计器', en: "folder of the page; else the designer's" },
    },
    {
      name: 'trusted-proxies',
      value: 'LIST',
      help: {
        zh: '可信代理的地址，逗号分隔；默认 YARDSTICK_TRUSTED_PROXIES',
        en: 'addresses of trusted proxies, by commas; else YARDSTICK_TRUSTED_PROXIES',
      },
    },
    {
      name: 'catalogues',
      value: 'LIST',
      help: {
        zh: '可从中取模板的目录地址，逗号分隔；默认 YARDSTICK_CATALOGUES',
        en: 'addresses of catalogues of templates, by commas; else YARDSTICK_CATALOGUES',
      },
    },
  ],

  async run(args, io) {
    const given = readArguments(args, this.options)
    const settings = settingsOf(given, io)
    const isAsked = given.values['port'] !== undefined || Boolean(io.env['PORT'])
    const { isMade, openDatabase } = await import('../store/database.ts')
    const { databaseUrl, folder } = settings
    if (databaseUrl === undefined && !isMade(folder)) {
      say(io, {
        zh: `首次启动，正在 ${folder} 建立数据库，约需 5 秒 …`,
        en: `First start: making the database in ${folder}, about 5 seconds …`,
      })
    }
    const place = databaseUrl === undefined ? { folder } : { url: databaseUrl }
    const opening = openDatabase(place)
    // Told when it is waited for.
    opening.catch(() => undefined)
    const { addressOfHolder, NeedsAccounts, serve: start } = await import('../serve.ts')
    try {
      const serving = await start(settings, { ports: isAsked ? 1 : TRIES, log: logOf(io), opening })
      tellPort(serving.address, isAsked, io)
      say(io, {
        zh: '标尺已就绪，请在浏览器中打开（按 Ctrl+C 结束）：',
        en: 'Yardstick is ready; open it in a browser (Ctrl+C ends it):',
      })
      print(io, serving.address)
      const isLost = await Promise.race([io.untilAskedToEnd().then(() => false), serving.lost.then(() => true)])
      await serving.stop()
      if (isLost) throw hasStopped()
      return 0
    } catch (error) {
      if (error instanceof FolderLocked) {
        const address = addressOfHolder(error.folder)
        if (address === undefined) throw lockedWords(error)
        say(io, {
          zh: `标尺已在运行（${error.by}），数据在 ${error.folder}；请直接打开：`,
          en: `Yardstick is running already (${error.by}), with its data in ${error.folder}; open:`,
        })
        print(io, address)
        return 1
      }
      if (error instanceof NeedsAccounts) throw needsAccounts(error.host)
      const { code, syscall } = error as NodeJS.ErrnoException
      if (syscall === 'listen' && (code === 'EADDRINUSE' || code === 'EACCES')) throw noPort(settings.port, isAsked)
      throw databaseRefusal(error, place)
    }
  },
}

/** Faults, each with the number that was answered; requests too where that is asked for. */
function logOf({ env, stderr }: CommandIo): ServeOptions['log'] {
  return { level: env['YARDSTICK_LOG'] || 'error', stream: { write: (line) => void stderr.write(line) } }
}

function tellPort(address: string, isAsked: boolean, io: CommandIo): void {
  const { port } = new URL(address)
  if (isAsked || port === `${USUAL_PORT}`) return
  say(io, {
    zh: `端口 ${USUAL_PORT} 被占用，改用 ${port}。留在浏览器里的方案按地址保存，原地址的在这里看不到。`,
    en: `Port ${USUAL_PORT} is taken, ${port} is used. What browsers keep is kept by address: schemes of the usual one are not seen here.`,
  })
}

function needsAccounts(host: string): CommandRefused {
  return new CommandRefused({
    zh: `还没有账户，不能在 ${host} 上对外服务；请先用 npx yardstick admin 建立管理员`,
    en: `There are no accounts, so ${host} cannot be served; make an administrator first: npx yardstick admin`,
  })
}

const hasStopped = () =>
  new CommandRefused({
    zh: '内置数据库已停止，多半是磁盘已满。已经保存的都在；请腾出空间后重新启动',
    en: 'The embedded database has stopped, most likely since the disk is full. What was saved is kept: make room and start again',
  })

function noPort(port: number, isAsked: boolean): CommandRefused {
  if (isAsked)
    return new CommandRefused({
      zh: `端口 ${port} 不可用，请换一个`,
      en: `Port ${port} cannot be used; take another one`,
    })
  return new CommandRefused({
    zh: `端口 ${port}–${port + TRIES - 1} 都被占用；请用 --port 指定一个`,
    en: `Ports ${port} to ${port + TRIES - 1} are all taken; name one by --port`,
  })
}
