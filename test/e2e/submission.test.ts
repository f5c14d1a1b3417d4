import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { PASSWORD, RealServer } from './real-server.ts'
import { type ReportingServer, startReporting } from './reporting-server.ts'
import { signIn } from './server-page.ts'

let browser: Browser

async function newPage(address: string, colorScheme: 'light' | 'dark' = 'light', language = 'zh'): Promise<Page> {
  const viewport = { width: 1366, height: 768 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce', colorScheme })
  await context.addInitScript((text) => localStorage.setItem('yardstick.settings', text), JSON.stringify({ language }))
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** The field of a data item. */
const value = (page: Page, item: string) => page.locator(`[data-entry="${item}"]`)
const row = (page: Page, item: string) => page.getByRole('row').filter({ has: value(page, item) })
const saved = (page: Page) => page.getByText(/^\s*已保存 \d\d:\d\d$/).waitFor()
const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })

describe.skipIf(hasNoBrowser)("a department's form", () => {
  const server = new RealServer()
  let filled: ReportingServer
  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await startReporting(server)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await server.end()
  })

  let page: Page
  const address = () => `${server.address}#submissions/${filled.submission}`

  test('who reports begins with the campaigns and comes to the own form by two clicks', async () => {
    page = await newPage(server.address)
    await signIn(page, 'health')
    await page.getByRole('link', { name: '2024年度部门整体支出绩效评价' }).click()
    await page.getByRole('link', { name: '南昌县卫生健康委员会' }).click()
    await page.getByRole('heading', { name: '公共卫生', exact: true }).waitFor()
    expect(new URL(page.url()).hash).toBe(`#submissions/${filled.submission}`)
    // What was reported a year ago stands beside it.
    await row(page, '全年预算数').getByText('25000.00 万元').waitFor()
  }, 60_000)

  test('values go down the column by Enter; other units and bare rates are asked about, not guessed', async () => {
    await value(page, '全年预算数').click()
    for (const typed of ['２５，０００', '24100万元', '2024年6月20日', '0.0094万元']) {
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: '0.0094万元 = 94元' }).click()
    await value(page, '公立医院资产负债率').fill('46.8')
    await value(page, '公立医院资产负债率').press('Enter')
    await page.getByRole('button', { name: '46.8%', exact: true }).click()
    await value(page, '内控评价已完成').selectOption('是')
    const values = ['全年预算数', '实际支出', '公卫资金拨付日期', '人均公卫补助', '公立医院资产负债率']
    expect(await Promise.all(values.map((each) => value(page, each).inputValue()))).toEqual([
      ...['25000', '24100', '2024-06-20', '94', '46.8%'],
    ])
    // Scored as it is typed: 24100 of 25000 are 96.4 %.
    await page
      .getByRole('rowheader', { name: /预算执行率/ })
      .getByText('按数据 4 分')
      .waitFor()
    await saved(page)
  }, 60_000)

  test('what is wrong is said at once and is not saved; the rest is', async () => {
    await value(page, '重点人群数').fill('很多')
    await row(page, '重点人群数').getByRole('alert').waitFor()
    await value(page, '重点人群数').press('Escape')
    await value(page, '诊疗人次').fill('空缺：系统升级，未能导出')
    await value(page, '诊疗人次').press('Enter')
    await expect.poll(() => value(page, '诊疗人次').inputValue()).toBe('系统升级，未能导出')
    await value(page, '地方病防治达标率').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '不适用，说明原因' }).click()
    await page.getByRole('textbox', { name: '地方病防治达标率：不适用的原因' }).fill('本县无地方病')
    await page.keyboard.press('Enter')
    await saved(page)
  }, 60_000)

  test('a list is filled in from a block of Excel', async () => {
    await value(page, '医改重点任务').click()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '家庭医生签约\t80\t82\n药品集采\t100\t100\n')
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await value(page, '双随机计划任务').fill('500')
    await value(page, '双随机计划任务').press('Enter')
    await page.getByText('共 2 条').waitFor()
    await saved(page)
  }, 60_000)

  test('evidence is attached, refused in words, and taken away', async () => {
    const budget = row(page, '全年预算数')
    await budget.locator('input[type=file]').setInputFiles(file('预算批复.pdf'))
    await budget.getByRole('link', { name: /预算批复\.pdf/ }).waitFor()
    await budget
      .locator('input[type=file]')
      .setInputFiles({ ...file('安装.exe'), mimeType: 'application/octet-stream' })
    await budget.getByRole('alert').waitFor()
    await budget.getByRole('button', { name: '知道了' }).click()
    await row(page, '实际支出').locator('input[type=file]').setInputFiles(file('决算.pdf'))
    await page.getByRole('button', { name: '移除 决算.pdf' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '移除', exact: true }).click()
    await expect.poll(() => page.getByRole('link', { name: /决算\.pdf/ }).count()).toBe(0)
  }, 60_000)

  test('everything is there after the page is loaded anew', async () => {
    await page.reload()
    await value(page, '全年预算数').waitFor()
    expect(await value(page, '公立医院资产负债率').inputValue()).toBe('46.8%')
    expect(await value(page, '地方病防治达标率').inputValue()).toBe('本县无地方病')
    expect(await value(page, '医改重点任务').inputValue()).toBe('家庭医生签约')
    await row(page, '全年预算数')
      .getByRole('link', { name: /预算批复\.pdf/ })
      .waitFor()
  }, 60_000)

  test('without the network it is kept on this computer, and sent when that is back', async () => {
    await page.context().setOffline(true)
    await value(page, '重点人群数').fill('12000')
    await value(page, '重点人群数').press('Enter')
    await page.getByText('连不上服务器，已暂存在本机').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await saved(page)
    expect(await value(page, '重点人群数').inputValue()).toBe('12000')
    const { submission } = await filled.health.ask('GET', `/api/submissions/${filled.submission}`)
    expect(submission.items['重点人群数'].layers[0].value).toBe('12000')
  }, 60_000)

  test('what two people write in the same place is decided by them', async () => {
    const { revision } = await filled.health.ask('GET', `/api/submissions/${filled.submission}`)
    const entry = { of: 'items', id: '重点人群签约数', layer: 'reported', value: '9000' }
    await filled.colleague.ask('PUT', `/api/submissions/${filled.submission}/layers`, { entries: [entry] }, revision)
    await value(page, '重点人群签约数').fill('9500')
    await value(page, '重点人群签约数').press('Enter')
    await page.getByText('您填写期间，他人已改动了 1 处').waitFor()
    await page.getByText('现在是：9000（周同事）').waitFor()
    await page.getByRole('button', { name: '用我的' }).click()
    await saved(page)
    expect(await value(page, '重点人群签约数').inputValue()).toBe('9500')
  }, 60_000)

  test('handing in lists what is still open; then nothing can be written', async () => {
    await page.getByRole('button', { name: '提交' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/项没有填写，也没有说明原因/).waitFor()
    await dialog.getByRole('button', { name: '出院人数' }).click()
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['entry']))
      .toBe('出院人数')
    await page.getByRole('button', { name: '提交' }).click()
    await dialog.getByRole('button', { name: '仍然提交' }).click()
    await page.getByText('已提交，等待评价').waitFor()
    expect(await value(page, '全年预算数').count()).toBe(0)
  }, 60_000)

  test('returned with a remark it is corrected and handed in again', async () => {
    const wang = await newPage(address())
    await signIn(wang, 'wang')
    await wang.getByRole('button', { name: '退回修改' }).click()
    await wang.getByRole('textbox', { name: '退回说明' }).fill('实际支出与决算报表不一致，请核对。')
    await wang.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await wang.getByText('已退回“南昌县卫生健康委员会”').waitFor()
    await wang.context().close()
    await page.reload()
    await page.getByText('实际支出与决算报表不一致，请核对。').waitFor()
    await value(page, '实际支出').fill('23150')
    await value(page, '实际支出').press('Enter')
    await saved(page)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '仍然提交' }).click()
    await page.getByText('已提交，等待评价').waitFor()
    const { state, submission } = await filled.wang.ask('GET', `/api/submissions/${filled.submission}`)
    expect([state, submission.items['实际支出'].layers[0].value]).toEqual(['submitted', '23150'])
  }, 60_000)

  test('in 自评 it rates itself, beside the score on the data', async () => {
    await filled.wang.ask('POST', `/api/campaigns/${filled.campaign}/stage`, { stage: 'self' })
    await page.reload()
    await page.getByRole('button', { name: '按数据计分填入未填的自评分' }).click()
    const claim = page.getByRole('textbox', { name: '自评分：公共卫生补助资金拨付' })
    await expect.poll(() => claim.inputValue()).toBe('3')
    await claim.fill('2')
    await claim.press('Enter')
    await page.getByText('自评比按数据计分少 1 分。').waitFor()
    await page.getByRole('button', { name: /^填入各项合计/ }).click()
    await saved(page)
    const { submission } = await filled.health.ask('GET', `/api/submissions/${filled.submission}`)
    expect(Object.keys(submission.claims.scores).length).toBeGreaterThan(2)
  }, 60_000)

  test.each([
    ['light', 'zh'],
    ['dark', 'en'],
  ] as const)(
    'axe finds nothing serious on it, %s, %s',
    async (colorScheme, language) => {
      const other = await newPage(address(), colorScheme, language)
      await other.locator('input').first().fill('health')
      await other.locator('input[type=password]').first().fill(PASSWORD)
      await other.locator('input[type=password]').first().press('Enter')
      await value(other, '全年预算数').waitFor()
      const found = [await findings(other)]
      await other.locator('.submission-tabs a').last().click()
      await other.getByRole('heading', { level: 3 }).first().waitFor()
      found.push(await findings(other))
      expect(found).toEqual([[], []])
      await other.context().close()
    },
    60_000,
  )
})
