import { readdirSync, readFileSync } from 'node:fs'
import type { Scheme } from '@yardstick/model'

/** Every scheme that comes with the product, by its folder: what an editor must be able to show. */
export const templateSchemes: readonly (readonly [name: string, scheme: Scheme])[] = [
  'national',
  'departments',
  'seeds',
]
  .map((group) => new URL(`../../../../rules/${group}/`, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[\\/])scheme\.json$/.test(path))
      .map((path): [string, Scheme] => [
        path.replace(/[\\/]?scheme\.json$/, ''),
        JSON.parse(readFileSync(new URL(path.replaceAll('\\', '/'), folder), 'utf8')),
      ]),
  )
