import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { asked, choose, nameField, onServer, openExample, rename, setNote, signIn } from './server-page.ts'

async function schemeNames(page: Page): Promise<string[]> {
  return (await asked(page, '/api/schemes')).schemes.map(({ name }: { name: string }) => name)
}

let browser: Browser
const contexts: BrowserContext[] = []

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => faults.push(message))
  return page
}
const faults: string[] = []

describe.skipIf(hasNoBrowser)('the designer with its server', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  })
  afterAll(async () => {
    expect(faults).toEqual([])
    await browser.close()
  })

  describe('without accounts', () => {
    const server = new RealServer()
    beforeAll(() => server.start(), 120_000)
    afterAll(() => server.end())

    test('a design is a scheme of the server: saved by itself, listed, opened again with its undo steps', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await openExample(page)
      await rename(page, '第一次改名')
      await onServer(page)
      await expect.poll(() => schemeNames(page)).toEqual(['第一次改名'])
      await page.keyboard.press('Control+s')
      await page.locator('.ant-modal').getByLabel('名称').fill('送审稿')
      await page.keyboard.press('Enter')
      await page.getByText('已建立保存点“送审稿”').waitFor()
      const [, id] = page.url().split('#design=')
      const { revisions } = await asked(page, `/api/schemes/${id}/revisions?savePoints=only`)
      expect(revisions).toMatchObject([{ savePoint: '送审稿' }])
      await page.reload()
      await expect.poll(() => nameField(page).inputValue()).toBe('第一次改名')
      await page.getByRole('button', { name: /^撤销：/ }).click()
      await onServer(page)
      await page.getByRole('button', { name: '全部方案' }).click()
      await page.locator('.opening-scheme', { hasText: '系统运维费项目支出绩效评分表' }).waitFor()
      expect(await page.getByLabel('账户名').count()).toBe(0)
    })

    test('with the server killed the page goes on, says so, and saves when it is back', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await openExample(page)
      await server.kill()
      await rename(page, '断线时改的')
      await page.getByText('未连接，已存在本机').waitFor()
      await rename(page, '断线时又改的')
      await server.start()
      await onServer(page)
      expect(await schemeNames(page)).toContain('断线时又改的')
    }, 120_000)

    test('what two browsers change at once is put together, and both are kept', async () => {
      const [one, other] = [await newPage(), await newPage()]
      await one.goto(server.address)
      await openExample(one)
      const id = new URL(one.url()).hash
      await other.goto(server.address)
      await other.goto(new URL(id, other.url()).href)
      await nameField(other).waitFor()
      await onServer(other)
      await other.context().setOffline(true)
      await setNote(other, 2, '乙改的指标')
      await rename(other, '乙起的名称')
      await setNote(one, 3, '甲改的指标')
      await rename(one, '甲起的名称')
      await onServer(one)
      await other.context().setOffline(false)
      await other.getByRole('button', { name: '查看并合并' }).click()
      const dialog = other.getByRole('dialog')
      await dialog.getByText('1 处改了同一内容，请选择').waitFor()
      expect(await dialog.getByRole('button', { name: '合并', exact: true }).isDisabled()).toBe(true)
      expect(await findings(other, undefined, 'body')).toEqual([])
      await dialog.getByRole('radio', { name: /^用我的/ }).click()
      await dialog.getByRole('button', { name: '合并', exact: true }).click()
      await other.getByText('已合并并保存，可以撤销').waitFor()
      await onServer(other)
      expect(await nameField(other).inputValue()).toBe('乙起的名称')
      for (const text of ['乙改的指标', '甲改的指标']) await other.getByText(text, { exact: true }).first().waitFor()
      const kept = JSON.stringify(await asked(other, `/api/schemes/${id.slice('#design='.length)}/draft`))
      for (const text of ['乙起的名称', '乙改的指标', '甲改的指标']) expect(kept).toContain(text)
      await other.getByRole('button', { name: /^撤销：合并/ }).click()
      await expect.poll(() => other.getByText('甲改的指标', { exact: true }).count()).toBe(0)
    }, 120_000)

    test('designs of this browser are offered to the server and move there with their steps and save points', async () => {
      const page = await newPage()
      // Before there was a server.
      await page.route('**/api/session', (route) => route.fulfill({ status: 204 }))
      await page.goto(server.address)
      await page.getByLabel('方案名称').fill('从前的方案')
      await page.getByRole('button', { name: '新建' }).click()
      await nameField(page).waitFor()
      await rename(page, '从前的方案改')
      await page.keyboard.press('Control+s')
      await page.locator('.ant-modal').getByLabel('名称').fill('老保存点')
      await page.keyboard.press('Enter')
      await page.getByText('已建立保存点“老保存点”').waitFor()
      await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
      await page.unroute('**/api/session')
      await page.goto('about:blank')
      await page.goto(server.address)
      await page.getByRole('heading', { name: '只在本机浏览器里的方案' }).waitFor()
      await page.locator('.opening-scheme').first().waitFor()
      expect(await findings(page, undefined, 'body')).toEqual([])
      await page.getByRole('button', { name: '移到服务器 从前的方案改' }).click()
      await page.getByText('“从前的方案改”已移到服务器').waitFor()
      await page.locator('.opening-scheme', { hasText: '从前的方案改' }).click()
      await onServer(page)
      await page.getByRole('button', { name: /^撤销：/ }).click()
      await expect.poll(() => nameField(page).inputValue()).toBe('从前的方案')
      await page.getByRole('tab', { name: '版本与比较' }).click()
      await page.locator('.versions-name', { hasText: '老保存点' }).waitFor()
    })
  })

  describe('with accounts', () => {
    const server = new RealServer()
    beforeAll(async () => {
      server.addAdministrator()
      await server.start()
      const root = await new Asker(server).signIn('root')
      await root.addAccount('wang', '王设计', 'designer')
      await root.addAccount('li', '李审核', 'reviewer')
      await root.ask('POST', '/api/accounts', {
        name: 'new',
        title: '新人',
        password: '长亭-古道边 芳草 71',
        grants: [{ role: 'designer', region: '360000' }],
      })
    }, 180_000)
    afterAll(() => server.end())

    test('whoever comes signs in first; a wrong password is said in words; a first one is changed at once', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await page.getByRole('heading', { name: '登录标尺' }).waitFor()
      await signIn(page, 'new', '不是这个密码')
      await page.getByText('账户名与密码应相符').waitFor()
      expect(await findings(page, undefined, 'body')).toEqual([])
      await signIn(page, 'new', '长亭-古道边 芳草 71')
      const dialog = page.getByRole('dialog', { name: '修改密码' })
      await dialog.getByLabel('现在的密码').fill('长亭-古道边 芳草 71')
      await dialog.getByLabel('新密码', { exact: true }).fill('短')
      await dialog.getByLabel('再输一遍新密码').fill('短')
      await dialog.getByRole('button', { name: '确定' }).click()
      await dialog.getByText('至少 10 位').waitFor()
      await dialog.getByLabel('新密码', { exact: true }).fill(PASSWORD)
      await dialog.getByLabel('再输一遍新密码').fill(PASSWORD)
      await dialog.getByRole('button', { name: '确定' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '账户：新人' }).click()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      await page.getByRole('heading', { name: '登录标尺' }).waitFor()
    })

    test('whose session has ended signs in over the open design, and nothing is lost', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await signIn(page, 'wang')
      await openExample(page)
      await page.context().clearCookies()
      await rename(page, '登录过期时改的')
      const dialog = page.getByRole('dialog', { name: '请重新登录' })
      await dialog.waitFor()
      await signIn(page, 'wang')
      await dialog.waitFor({ state: 'detached' })
      await onServer(page)
      expect(await schemeNames(page)).toContain('登录过期时改的')
    })

    test('what was closed while the server was away is sent from the opening page', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await signIn(page, 'wang')
      await openExample(page)
      await page.context().setOffline(true)
      await rename(page, '断线时关上的')
      await page.getByText('未连接，已存在本机').waitFor()
      await page.getByRole('button', { name: '全部方案' }).click()
      await page.getByText('以下是本机保存的副本').waitFor()
      await page.getByRole('button', { name: '断线时关上的' }).first().waitFor()
      await page.context().setOffline(false)
      await page.locator('.opening-scheme', { hasText: '断线时关上的' }).waitFor()
      expect(await schemeNames(page)).toContain('断线时关上的')
    })

    test('whoever may only look changes nothing, and is told so', async () => {
      const page = await newPage()
      await page.goto(server.address)
      await signIn(page, 'li')
      await page.locator('.opening-scheme', { hasText: '断线时关上的' }).click()
      await page.getByText('您只能查看').waitFor()
      await rename(page, '不该改的')
      expect(await nameField(page).inputValue()).toBe('断线时关上的')
    })

    test('a scheme is submitted, remarked on, returned, submitted again, approved and published', async () => {
      const [designer, reviewer] = [await newPage(), await newPage()]
      await designer.goto(server.address)
      await signIn(designer, 'wang')
      await openExample(designer)
      await rename(designer, '送审的方案')
      await onServer(designer)
      await choose(designer, '提交审核')
      await designer.getByRole('dialog').getByLabel('说明（可不填）').fill('请审核')
      await designer.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
      await designer.getByText('已提交审核').waitFor()
      await rename(designer, '审核中不能改')
      expect(await nameField(designer).inputValue()).toBe('送审的方案')

      await reviewer.goto(server.address)
      await signIn(reviewer, 'li')
      await reviewer.locator('.opening-scheme', { hasText: '送审的方案' }).click()
      await reviewer.getByRole('button', { name: '方案状态：审核中' }).waitFor()
      await reviewer.locator('.sheet-row [data-column="1"]').nth(2).click()
      await choose(reviewer, '审核意见')
      await reviewer.getByLabel('审核意见', { exact: true }).fill('依据要写明文号')
      await reviewer.getByRole('button', { name: '提出意见' }).click()
      await reviewer.locator('.remark-mark').waitFor()
      expect(await findings(reviewer, undefined, 'body')).toEqual([])
      await choose(reviewer, '退回修改')
      await reviewer.getByRole('dialog').getByLabel('退回的理由').fill('请按意见修改')
      await reviewer.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
      await reviewer.getByText('已退回修改').waitFor()

      await designer.reload()
      await designer.getByRole('button', { name: '方案状态：草稿' }).waitFor()
      await designer.locator('.remark-mark').click()
      await designer.getByText('依据要写明文号').waitFor()
      await designer.getByText('请按意见修改').waitFor()
      await designer.getByRole('checkbox', { name: '已处理：依据要写明文号' }).click()
      await designer.locator('.remark-mark').waitFor({ state: 'detached' })
      await rename(designer, '改好的方案')
      await onServer(designer)
      await choose(designer, '提交审核')
      await designer.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
      await designer.getByText('已提交审核').waitFor()

      await reviewer.reload()
      await reviewer.getByRole('button', { name: '方案状态：审核中' }).waitFor()
      await choose(reviewer, '审核通过')
      await reviewer.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
      await reviewer.getByText('已审核通过').waitFor()
      await choose(reviewer, '发布')
      await reviewer.getByRole('dialog').getByRole('button', { name: '发布' }).click()
      await reviewer.getByText('已发布为第 1 版').waitFor()
      await reviewer.getByRole('tab', { name: '版本与比较' }).click()
      await reviewer.locator('.versions-name', { hasText: '第 1 版（已发布）' }).waitFor()
    }, 180_000)
  })
})
