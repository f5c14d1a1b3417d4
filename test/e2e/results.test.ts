import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type FilledServer, fill } from './filled-server.ts'
import { findings } from './findings.ts'
import { PASSWORD, RealServer } from './real-server.ts'

describe.skipIf(hasNoBrowser)('what two years of results are for', () => {
  const server = new RealServer()
  let browser: Browser
  let filled: FilledServer
  const faults: string[] = []

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await fill(server)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  /** Somebody's page, signed in, at an address of the page. */
  async function signedIn(name: string, hash = ''): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.goto(`${server.address}${hash}`)
    await page.getByLabel('账户名').fill(name)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('密码', { exact: true }).press('Enter')
    return page
  }

  test('a campaign is held against the one of the year before, the largest rise or fall first', async () => {
    const page = await signedIn('li', `#campaigns/${filled.later}`)
    await page.getByRole('link', { name: '年度对比' }).click()
    await page.getByText('2021 → 2022：两次都有 5 个').waitFor()
    const rows = page.locator('.list-body [role=row]')
    await rows.first().getByText('教育局').waitFor()
    expect(await rows.first().locator('[role=cell]').allTextContents()).toEqual([
      ...['教育局', '系统运维费', '行政单位', '89', '良', '98', '优', '+9', '4 → 2'],
    ])
    await page.getByText('下降在前').click()
    await expect.poll(() => rows.first().locator('[role=cell]').first().textContent()).toBe('东湖区社会保险服务中心')
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.goto(`${server.address}#campaigns/${filled.earlier}/comparison`)
    await page.getByText('选择一个更早的评价项目').waitFor()
    await page.context().close()
  })
})
