import { expect } from 'vitest'
import { folderWith, type Ran, smallScheme, yardstick } from '../io.testing.ts'

const PASSPHRASE = '三人行，必有我师焉'

/** One command in a folder, with the keys of a level (`keys/省`) and their passphrase. */
export function at(cwd: string, keys: string) {
  return (argv: readonly string[], language = 'zh'): Promise<Ran> =>
    yardstick([...argv, '--keys', `keys/${keys}`, '--lang', language], {
      cwd,
      env: { YARDSTICK_PASSPHRASE: PASSPHRASE },
    })
}

/** The same, and it has to be fine. */
export async function done(ran: Promise<Ran>): Promise<Ran> {
  const outcome = await ran
  expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0)
  return outcome
}

export const shared = {
  ...smallScheme,
  region: { name: '江西省', code: '360000' },
  sharing: {
    parameters: [
      {
        id: 'target',
        name: '满意度目标',
        of: 'indicator',
        in: 'satisfaction',
        field: 'target/value',
        least: '80%',
        most: '95%',
      },
    ],
    boundaries: [{ indicator: 'order', mayChange: false }],
  },
}

/** A province and a county, each with a key; the county trusts the province, and has its first template p1.yardstick. */
export async function twoLevels() {
  const cwd = folderWith({ 's.json': shared })
  const [province, county] = [at(cwd, '省'), at(cwd, '县')]
  await done(province(['keys', 'new', '--name', '省厅', '--publisher', '江西省财政厅', '--region', '360000']))
  await done(county(['keys', 'new', '--name', '县局', '--publisher', '南昌县财政局', '--region', '360121']))
  await done(province(['keys', 'export', '省厅', '-o', '省厅.json']))
  await done(county(['keys', 'trust', '省厅.json']))
  await done(province(['pack', 's.json', '-o', 'p1.yardstick', '--key', '省厅', '--licence', 'CC-BY-4.0']))
  return { cwd, province, county }
}
