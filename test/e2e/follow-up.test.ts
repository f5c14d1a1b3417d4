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
      { ...reported, id: '系统不稳定次数', state: 'missing', why: '日志未留存' },
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
    expect(await overview.textContent()).toMatch(/未填 42空缺已说明 1存疑 1/)
    await overview.getByText('2099-03-31').waitFor()
    await page.getByRole('button', { name: '教育局已填 2 / 9' }).click()
    const items = page.getByRole('tooltip')
    await items.getByText('参保人员满意度').waitFor()
    await items.getByText('存疑的数据项').waitFor()
    await items.getByText('系统不稳定次数（日志未留存）').waitFor()
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

  test('what is over its date says by how many days, and what was handed in later when', async () => {
    const { wang } = filled
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
    const { revision, ...before } = await wang.ask('GET', `/api/campaigns/${campaign}`)
    const { name, region, period, hasDeclarations } = before
    const schemes = before.schemes.map(({ version }: { version: string }) => ({ version }))
    const due = { report: day(3) }
    await wang.ask(
      'PUT',
      `/api/campaigns/${campaign}`,
      { name, region, period, schemes, hasDeclarations, due },
      revision,
    )
    const zhao = await new Asker(server).signIn('zhao', PASSWORD)
    const [own] = (await zhao.ask('GET', `/api/campaigns/${campaign}/submissions`)).submissions
    await zhao.ask('POST', `/api/submissions/${own.id}/submit`)

    const page = await signedIn('wang')
    const overview = page.getByRole('region', { name: '进展' })
    await overview.getByText('逾期 3 天').waitFor()
    await overview.getByText('4 个未提交').waitFor()
    await page.locator('.list-body').getByText('逾期 3 天提交').waitFor()
    expect(await page.locator('.list-body').getByText('逾期 3 天', { exact: true }).count()).toBe(4)
    await page.getByRole('button', { name: '催报' }).click()
    const note = page.getByRole('dialog').getByRole('textbox', { name: '内容' })
    expect(await note.inputValue()).toBe(`填报应于 ${day(3)} 前完成，已逾期 3 天，请尽快提交。`)
    await page.keyboard.press('Escape')
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.goto(`${server.address}#submissions/${own.id}`)
    await page.getByText('逾期 3 天提交').waitFor()
    await page.goto(`${server.address}#campaigns`)
    await page.getByText(`${day(3)} 逾期 3 天`).waitFor()
    await page.context().close()
  }, 120_000)
})
