import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultLimits, type Limits, type Settings } from '../settings.ts'
import type { Arguments } from './arguments.ts'
import { cataloguesIn } from './catalogues-in.ts'
import { type CommandIo, WrongUse } from './command.ts'
import { dataFolder, placeOf } from './place.ts'

/** A browser keeps what is stored by address: the port is the same each time where it can be. */
export const USUAL_PORT = 4180

/** Options, then the environment, then what fits one computer. throws  `WrongUse` */
export function settingsOf({ values }: Pick<Arguments, 'values'>, io: CommandIo): Settings {
  const { env, cwd } = io
  const { data, host = env['YARDSTICK_HOST'] || '127.0.0.1', web } = values
  const place = placeOf(data, io)
  return {
    folder: dataFolder(data, io),
    databaseUrl: 'url' in place ? place.url : undefined,
    host,
    port: portOf(values['port'] ?? (env['PORT'] || undefined)) ?? USUAL_PORT,
    web: web === undefined ? builtPage() : resolve(cwd, web),
    rules: ownRules(),
    catalogues: cataloguesIn(values['catalogues'] ?? env['YARDSTICK_CATALOGUES']),
    trustedProxies: proxiesIn(values['trusted-proxies'] ?? env['YARDSTICK_TRUSTED_PROXIES']),
    limits: limitsOf(env),
  }
}

/** The port that is asked for; undefined where none is. */
function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new WrongUse({ zh: `端口应为 0 到 65535 的整数，现为 ${text}`, en: `A port is 0 to 65535, found ${text}` })
  }
  return Number(text)
}

/** Behind one address there may be a whole office. */
function limitsOf(env: CommandIo['env']): Limits {
  const said = env['YARDSTICK_REQUESTS_PER_MINUTE']
  if (!said) return defaultLimits
  if (/^[1-9]\d{0,8}$/.test(said)) return { ...defaultLimits, requestsPerMinute: Number(said) }
  throw new WrongUse({
    zh: `YARDSTICK_REQUESTS_PER_MINUTE 应为正整数，现为 ${said}`,
    en: `YARDSTICK_REQUESTS_PER_MINUTE is a whole number, found ${said}`,
  })
}

/** Addresses and networks, 10.0.0.0/8; `loopback` is this computer. */
function proxiesIn(text = ''): string[] {
  const proxies = text.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  const wrong = proxies.find((each) => each !== 'loopback' && isIP(each.replace(/\/\d{1,3}$/, '')) === 0)
  if (wrong === undefined) return proxies
  throw new WrongUse({
    zh: `可信代理应为 IP 地址或网段，现为 ${wrong}`,
    en: `A trusted proxy is an address or a network, found ${wrong}`,
  })
}

/** The designer's page, where it has been built beside us. */
function builtPage(): string | undefined {
  const folder = fileURLToPath(new URL('../../../designer/dist/web', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

/** The templates that come with the product, beside us. */
function ownRules(): string | undefined {
  const folder = fileURLToPath(new URL('../../../../rules', import.meta.url))
  return existsSync(folder) ? folder : undefined
}
