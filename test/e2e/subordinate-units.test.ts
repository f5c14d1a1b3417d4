import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { RealServer } from './real-server.ts'
import { type ReportingServer, startReporting } from './reporting-server.ts'
import { signedInPage } from './server-page.ts'

let browser: Browser
const faults: string[] = []

/** The field of an item of a unit; its row of the form above. */
const field = (page: Page, unit: string, item: string) => page.getByRole('textbox', { name: `${unit} ${item}` })
const row = (page: Page, item: string) => page.locator('.form-sheet tr').filter({ hasText: item }).first()
const together = (page: Page, item: string) =>
  page.locator('.form-units-scroll').evaluate((part, name) => {
    const at = [...part.querySelectorAll('thead th')].findIndex((head) => head.textContent.startsWith(name))
    return part.querySelectorAll('tfoot tr > *')[at]?.textContent ?? ''
  }, item)
const saved = (page: Page) => page.getByText(/^\s*已保存 \d\d:\d\d$/).waitFor()
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)

describe.skipIf(hasNoBrowser)('subordinate units', () => {
  const server = new RealServer()
  let filled: ReportingServer
  let page: Page
  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await startReporting(server)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    page = await signedInPage(browser, `${server.address}#submissions/${filled.submission}/form`, 'health', faults)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await server.end()
  })

  test('are added one by one, or with a block from Excel that is told by its heads', async () => {
    await page.getByRole('button', { name: '下属单位', exact: true }).click()
    await page.getByRole('button', { name: '添加下属单位' }).click()
    await page.keyboard.type('县人民医院')
    await page.keyboard.press('Enter')
    await field(page, '县人民医院', '全年预算数').fill('15000')
    await field(page, '县人民医院', '实际支出').fill('14500')
    await page.getByRole('textbox', { name: '添加下属单位' }).focus()
    await paste(page, '单位\t全年预算数（元）\t实际支出\n疾控中心\t60000000\t5800\n妇幼保健院\t4000\t空缺：尚未决算\n')
    await expect.poll(() => field(page, '疾控中心', '全年预算数').inputValue()).toBe('6000')
    // 4000 元 are 0.4 万元: more digits than there are.
    expect(await field(page, '妇幼保健院', '实际支出').inputValue()).toBe('空缺：尚未决算')
    await field(page, '妇幼保健院', '全年预算数').fill('4000')
    await field(page, '妇幼保健院', '全年预算数').press('Enter')
    await saved(page)
    expect(await together(page, '全年预算数')).toMatch(/25000.*合计/)
  }, 60_000)

  test('what they come to stands in the form and is scored; what lacks is named', async () => {
    await row(page, '全年预算数')
      .getByText(/25000.*（由 3 个下属单位汇总）/)
      .waitFor()
    await field(page, '妇幼保健院', '实际支出').fill('3800')
    await field(page, '妇幼保健院', '实际支出').press('Enter')
    // 24100 of 25000 are 96.4 %.
    await page
      .getByRole('rowheader', { name: /预算执行率/ })
      .getByText('按数据 4 分')
      .waitFor()
    await page.getByRole('textbox', { name: '添加下属单位' }).fill('中医院')
    await page.getByRole('textbox', { name: '添加下属单位' }).press('Enter')
    await page.getByText('1 个单位还没有数据').waitFor()
    await field(page, '中医院', '全年预算数').fill('500')
    await field(page, '中医院', '全年预算数').press('Enter')
    await row(page, '实际支出').getByText('缺 1 个单位').waitFor()
    await saved(page)
  }, 60_000)

  test('what can be meant in two ways is asked about, and kept as it was typed', async () => {
    await field(page, '中医院', '实际支出').fill('480元')
    await field(page, '中医院', '实际支出').press('Enter')
    await page.getByText('1 格没有采用').waitFor()
    await page.getByRole('button', { name: '480元 = 0.048万元' }).waitFor()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/下属单位表里有 1 格没有采用/).waitFor()
    await page.getByRole('button', { name: '继续填写' }).click()
    await page.getByRole('button', { name: '不采用：中医院 实际支出' }).click()
    expect(await page.getByText('格没有采用').count()).toBe(0)
    expect(await field(page, '中医院', '实际支出').inputValue()).toBe('')
  }, 60_000)

  test('a unit gets another name in its place, and is taken away with what it reported', async () => {
    const name = page.getByRole('textbox', { name: '单位名称：疾控中心' })
    await name.fill('县人民医院')
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    await name.fill('县疾病预防控制中心')
    await name.press('Enter')
    await expect.poll(() => field(page, '县疾病预防控制中心', '实际支出').inputValue()).toBe('5800')
    const names = page.locator('.form-units-name input')
    expect(await names.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      ...['县人民医院', '县疾病预防控制中心', '妇幼保健院', '中医院'],
    ])
    await page.getByRole('button', { name: '删除 中医院' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await row(page, '实际支出')
      .getByText(/24100.*（由 3 个下属单位汇总）/)
      .waitFor()
    await saved(page)
    const { submission } = await filled.wang.ask('GET', `/api/submissions/${filled.submission}`)
    const units = submission.units.map((unit: { name: string }) => unit.name)
    expect(units.toSorted()).toEqual(['妇幼保健院', '县疾病预防控制中心', '县人民医院'].toSorted())
  }, 60_000)

  test('a value of the department itself counts before theirs, and gives way by a click', async () => {
    const entry = { of: 'items', id: '实际支出', layer: 'reported', value: '24000' }
    const { revision } = await filled.health.ask('GET', `/api/submissions/${filled.submission}`)
    await filled.health.ask('PUT', `/api/submissions/${filled.submission}/layers`, { entries: [entry] }, revision)
    await page.reload()
    await row(page, '实际支出').getByText('下属单位也填了此项').waitFor()
    await page.getByRole('button', { name: '实际支出：改用下属单位汇总' }).click()
    await row(page, '实际支出')
      .getByText(/24100.*（由 3 个下属单位汇总）/)
      .waitFor()
    await saved(page)
  }, 60_000)

  test('whoever evaluates reads them, and finds them counted as answered', async () => {
    const { missing } = await filled.wang.ask('GET', `/api/submissions/${filled.submission}/progress`)
    const names = missing.map(({ name }: { name: string }) => name)
    expect(names).not.toContain('全年预算数')
    expect(names).toContain('诊疗人次')
    const reader = await signedInPage(
      browser,
      `${server.address}#submissions/${filled.submission}/form`,
      'wang',
      faults,
    )
    await reader.locator('.form-units-scroll').getByText('县疾病预防控制中心').first().waitFor()
    expect(await reader.locator('.form-units input').count()).toBe(0)
  }, 60_000)

  test('the table has names for all, and nothing broke', async () => {
    expect(await findings(page)).toEqual([])
    expect(faults).toEqual([])
  }, 60_000)
})
