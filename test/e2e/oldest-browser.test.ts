import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { servePage } from './page-server.ts'

/**
 * The floor we promise is a real browser: Chromium 88, which a package of the registry holds packed, for Linux on x64,
 * with the libraries it needs. Of the driver only evaluating works there: its clicks ask what the browser does not know.
 */
const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'yardstick-chromium-88-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const browser = await start()
if (browser === undefined) console.log('NOT RUN: the designer in Chromium 88, which does not start on this machine')
afterAll(() => browser?.close())

describe.skipIf(browser === undefined)('Chromium 88', () => {
  test('opens a template, scored by the engine in its worker', { timeout: 60_000 }, async () => {
    expect(browser!.version()).toMatch(/^88\./)
    const { address, stop } = await servePage()
    const page = await browser!.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${address}#template=seeds/nanchang-2021-sysops-project`)
    await expect.poll(() => page.evaluate('document.body.innerText'), { timeout: 40_000 }).toContain('总分 96 / 100')
    expect(faults).toEqual([])
    stop()
  })
})

/** Undefined where it does not start. */
async function start() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = join(dirname(require.resolve('chrome-aws-lambda/package.json')), 'bin')
  const executablePath = join(folder, 'chromium')
  try {
    writeFileSync(executablePath, brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))))
    chmodSync(executablePath, 0o755)
    for (const name of ['aws', 'swiftshader']) {
      const archive = join(folder, `${name}.tar`)
      writeFileSync(archive, brotliDecompressSync(readFileSync(join(packed, `${name}.tar.br`))))
      execFileSync('tar', ['-xf', archive, '-C', folder])
    }
    const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') }
    const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage']
    return await chromium.launch({ executablePath, env, args, timeout: 30_000 })
  } catch {
    return undefined
  }
}
