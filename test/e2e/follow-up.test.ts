import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type FilledServer, fill } from './filled-server.ts'
import { findings } from './findings.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { signedInPage } from './server-page.ts'

describe.skipIf(hasNoBrowser)('a campaign is followed up', () => {
  const server = new RealServer()
  let browser: Browser
  let filled: FilledServer
  let campaign: string
  const faults: string[] = []

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await fill(server)
    const { wang } = filled
    const [{ hash: version }] = (await wang.ask('GET', '/api/versions')).versions
    const fields = { name: '2023年度系统运维费项目评价', region: '360100', period: '2023', schemes: [{ version }] }
    campaign = (await wang.ask('POST', '/api/campaigns', { ...fields, due: { report: '2099-03-31' } })).id
    await wang.ask('POST', `/api/campaigns/${campaign}/submissions`, { all: {} })
    const { submissions } = await wang.ask('GET', `/api/campaigns/${campaign}/submissions`)
    const own = submissions.find(({ name }: { name: string }) => name === '教育局')
    const root = await new Asker(server).signIn('root')
    await root.addAccountWith('zhao', '赵教育', [{ role: 'department', region: '', department: own.department }])
    const zhao = await new Asker(server).signIn('zhao', PASSWORD)
    const reported = { of: 'items', layer: 'reported' }
    const entries = [
      { ...reported, id: '预算资金', value: 145.6 },
      { ...reported, id: '实际支出资金', value: 145.6, state: 'to-be-verified' },
    ]
    await zhao.ask('PUT', `/api/submissions/${own.id}/layers`, { entries }, own.revision)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  const signedIn = (name: string) => signedInPage(browser, `${server.address}#campaigns/${campaign}`, name, faults)

  test('who is late, by how much, is seen at once and reminded; the department reads it on its page', async () => {
    const page = await signedIn('wang')
    const overview = page.getByRole('region', { name: '进展' })
    await overview.getByText('0 / 5').waitFor()
    await overview.getByText('2 / 45').waitFor()
    expect(await overview.textContent()).toMatch(/空缺 43存疑 1/)
    await overview.getByText('2099-03-31').waitFor()
    await page.getByRole('button', { name: '教育局已填 2 / 9' }).click()
    const items = page.getByRole('tooltip')
    await items.getByText('参保人员满意度').waitFor()
    await items.getByText('存疑的数据项').waitFor()
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '催报' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('全部未提交的（5 个）').waitFor()
    expect(await dialog.getByRole('textbox', { name: '内容' }).inputValue()).toBe('请于 2099-03-31 前完成填报并提交。')
    expect(await findings(page, undefined, 'body')).toEqual([])
    await dialog.getByRole('button', { name: '催报' }).click()
    await page.getByText('已催 5 个单位').waitFor()
    await page.locator('.list-body').getByRole('img', { name: /催过/ }).nth(4).waitFor()
    await page.getByRole('button', { name: '催报' }).click()
    await dialog.getByText('5 个单位', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: '催报' }).click()
    await dialog.getByText('这些单位一小时内都催过了').waitFor()

    const department = await signedIn('zhao')
    await department.getByText('催报：请于 2099-03-31 前完成填报并提交。').waitFor()
    expect(await department.getByRole('button', { name: '催报' }).count()).toBe(0)
    expect(await findings(department, undefined, 'body')).toEqual([])
    for (const each of [page, department]) await each.context().close()
  }, 120_000)
})
