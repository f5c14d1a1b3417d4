import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type FilledServer, fill } from './filled-server.ts'
import { findings } from './findings.ts'
import { RealServer } from './real-server.ts'
import { signedInPage } from './server-page.ts'

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

  const signedIn = (name: string, hash = '') => signedInPage(browser, `${server.address}${hash}`, name, faults)

  test('a campaign is held against the one of the year before, the largest rise or fall first', async () => {
    const page = await signedIn('li', `#campaigns/${filled.later}`)
    await page.getByRole('link', { name: '对比', exact: true }).click()
    await page.getByRole('link', { name: '年度对比' }).click()
    await page.getByText('2021 → 2022：两次都有 5 个单位，上升').waitFor()
    const rows = page.locator('.list-body [role=row]')
    await rows.first().getByText('教育局').waitFor()
    expect(await rows.first().locator('[role=cell]').allTextContents()).toEqual([
      ...['教育局 · 系统运维费', '89', '98', '+9', '良 → 优', '4 → 2'],
    ])
    await page.getByRole('button', { name: '变化' }).click()
    const first = rows.first().locator('[role=cell]').first()
    await expect.poll(() => first.textContent()).toBe('东湖区社会保险服务中心 · 系统运维费')
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.goto(`${server.address}#campaigns/${filled.earlier}/comparison/years`)
    await page.getByText('选择一个更早的评价项目').waitFor()
    await page.context().close()
  })

  test('a draft is held against what was submitted to a campaign: whose score, grade and rank change, and why', async () => {
    const { wang, scheme: id } = filled
    const { revision, scheme } = await wang.ask('GET', `/api/schemes/${id}/draft`)
    // 1 point for each percentage point becomes 2.
    const stricter = JSON.parse(
      JSON.stringify(scheme).replace('"deduct":"1","per":"percentage-point"', '"deduct":"2","per":"percentage-point"'),
    )
    expect(stricter).not.toEqual(scheme)
    await wang.ask('PUT', `/api/schemes/${id}/draft`, stricter, revision)
    const page = await signedIn('wang', `#design=${id}`)
    await page.getByRole('tab', { name: '版本与比较' }).click()
    await page.getByText('影响', { exact: true }).click()
    await page.getByRole('combobox', { name: '数据' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '2022年度系统运维费项目评价（2022）' }).click()
    await page.getByText('5 份填报数据').waitFor()
    const rows = page.locator('.impact tbody tr')
    await expect.poll(() => rows.count()).toBe(3)
    const [first = ''] = await rows.first().allTextContents()
    expect(first).toContain('卫生健康委员会（系统运维费）')
    expect(first).toContain('参保人员满意度 −3')
    await page.getByText('得分变化 3 个').waitFor()
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.context().close()
  })

  test('what is done with a scheme is found by its name: submitted, withdrawn, approved and published', async () => {
    const [designer, reviewer] = [await signedIn('wang', `#design=${filled.scheme}`), await signedIn('li')]
    const command = async (page: Page, title: string) => {
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+k')
      const palette = page.getByRole('dialog', { name: '前往' })
      await palette.waitFor()
      await page.keyboard.insertText(title)
      const option = palette.getByRole('option', { selected: true }).getByText(title, { exact: true })
      if ((await palette.getByRole('option').count()) === 0 || (await option.count()) === 0) {
        await page.keyboard.press('Escape')
        return false
      }
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: title }).click()
      return true
    }
    await designer.getByRole('button', { name: /^方案状态：草稿/ }).waitFor()
    expect(await command(designer, '审核通过')).toBe(false)
    await command(designer, '提交审核')
    await designer.getByText('已提交审核').waitFor()
    await command(designer, '撤回送审')
    await designer.getByText('已撤回，可以继续修改').waitFor()
    await command(designer, '提交审核')
    await designer.getByRole('button', { name: /^方案状态：审核中/ }).waitFor()
    await reviewer.goto(`${server.address}#design=${filled.scheme}`)
    await reviewer.getByRole('button', { name: /^方案状态：审核中/ }).waitFor()
    await command(reviewer, '审核通过')
    await reviewer.getByText('已审核通过').waitFor()
    await command(reviewer, '发布')
    await reviewer.getByText('已发布为第 2 版').waitFor()
    await designer.context().close()
    await reviewer.context().close()
  })
})
