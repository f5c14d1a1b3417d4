import { readFileSync } from 'node:fs'
import { type Indicator, type Scheme, walk } from '@yardstick/model'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { paste } from './paste.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { asked, choose, nameField, onServer, openExample, rename, setNote, signIn } from './server-page.ts'

/** What goes wrong between a person and the server: sessions that end, servers that die, two who are at the same place. */

const seed = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, seed), 'utf8'))
const FIRST = '长亭-古道边 芳草 71'

const idOf = (page: Page) => new URL(page.url()).hash.slice('#design='.length)
const draftOf = (page: Page): Promise<{ scheme: Scheme }> => asked(page, `/api/schemes/${idOf(page)}/draft`)
const place = (draft: Scheme, name: string) => walk(draft).find(({ node }) => node.name === name)!
const below = (draft: Scheme, name: string) =>
  (place(draft, name).node as unknown as { children: Indicator[] }).children

/** Out of the branch it stands in. */
function take(draft: Scheme, name: string): Indicator {
  const { node, parent } = place(draft, name)
  const list = parent!.children as Indicator[]
  return list.splice(list.indexOf(node), 1)[0]!
}

describe.skipIf(hasNoBrowser)('a person and the server', () => {
  const server = new RealServer()
  const faults: string[] = []
  let browser: Browser
  let root: Asker

  async function newPage(name = 'wang'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.addInitScript(() => localStorage.setItem('yardstick.settings', JSON.stringify({ language: 'zh' })))
    await page.goto(server.address)
    await page.getByRole('heading', { name: '登录标尺' }).waitFor()
    if (name !== '') await signIn(page, name)
    return page
  }

  async function accountOf(name: string): Promise<{ id: string }> {
    const { accounts } = await root.ask('GET', '/api/accounts')
    return accounts.find((each: { name: string }) => each.name === name)
  }

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    server.addAdministrator()
    await server.start()
    root = await new Asker(server).signIn('root')
    await root.addAccount('wang', '王设计', 'designer', 'administrator', 'evaluator')
    await root.addAccount('li', '李审核', 'reviewer', 'designer')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await server.end()
    expect(faults).toEqual([])
  })

  test('an account that was locked out by wrong passwords is unlocked by an administrator', async () => {
    const page = await newPage('')
    for (let attempt = 0; attempt < 6; attempt++) {
      await signIn(page, 'li', `错的密码 ${attempt}`)
      await page.getByRole('alert').waitFor()
      await expect.poll(() => page.getByLabel('密码', { exact: true }).inputValue()).toBe('')
    }
    await page.getByRole('alert').getByText('已暂停登录').waitFor()
    const administrator = await newPage('root')
    await administrator.getByRole('link', { name: '账户' }).click()
    await administrator.getByRole('button', { name: '更多 李审核' }).click()
    await administrator.getByRole('menuitem', { name: '解除锁定' }).click()
    await administrator.locator('.ant-message').getByText('已解除“李审核”的锁定').waitFor()
    await signIn(page, 'li')
    await page.getByRole('button', { name: '账户：李审核' }).waitFor()
  })

  test('a form that is filled in while the session ends stays, and is sent after signing in', async () => {
    const page = await newPage()
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByRole('button', { name: '新增单位' }).first().click()
    await page.getByRole('dialog').waitFor()
    // By keyboard alone: a form begins in its first field.
    await expect
      .poll(() => page.getByLabel('单位名称').evaluate((field) => field === document.activeElement))
      .toBe(true)
    await page.keyboard.type('“丢不得”的单位😀')
    await page.getByLabel('类型').last().fill('学校')
    await page.getByLabel('地区').last().fill('360100')
    await page.context().clearCookies()
    await page.getByRole('button', { name: '保存' }).click()
    const dialog = page.getByRole('dialog', { name: '请重新登录' })
    await dialog.getByRole('button', { name: '稍后登录' }).click()
    await page.getByRole('alert').getByText('应先登录').waitFor()
    expect(await page.getByLabel('单位名称').inputValue()).toBe('“丢不得”的单位😀')
    await page.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor()
    await signIn(page, 'wang')
    await page.locator('.departments-name', { hasText: '“丢不得”的单位😀' }).waitFor()
  })

  test('whose password is set anew while they work changes it there, and all is saved', async () => {
    const page = await newPage()
    await openExample(page)
    await root.ask('POST', `/api/accounts/${(await accountOf('wang')).id}/password`, { password: FIRST })
    await setNote(page, 2, '重设密码时改的')
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor()
    await signIn(page, 'wang', FIRST)
    const dialog = page.getByRole('dialog', { name: '修改密码' })
    await dialog.getByLabel('现在的密码').fill(FIRST)
    await dialog.getByLabel('新密码', { exact: true }).fill(PASSWORD)
    await dialog.getByLabel('再输一遍新密码').fill(PASSWORD)
    await dialog.getByRole('button', { name: '确定' }).click()
    await onServer(page)
    expect(JSON.stringify(await draftOf(page))).toContain('重设密码时改的')
  })

  test('a server killed while somebody types loses nothing of it', async () => {
    const page = await newPage()
    await openExample(page)
    for (let turn = 0; turn < 9; turn++) {
      await setNote(page, 2 + turn, `第${turn}次“改”😀`)
      if (turn === 2) await server.kill()
      if (turn === 5) await server.start()
    }
    await onServer(page)
    const kept = JSON.stringify(await draftOf(page))
    for (let turn = 0; turn < 9; turn++) expect(kept).toContain(JSON.stringify(`第${turn}次“改”😀`))
  }, 60_000)

  test('what somebody has open while another removes it stays in their browser, and moves to the server again', async () => {
    const page = await newPage()
    await openExample(page)
    const other = await new Asker(server).signIn('li')
    await other.ask('DELETE', `/api/schemes/${idOf(page)}`)
    await rename(page, '别人删了的方案')
    await page.getByText('没有找到“别人删了的方案”').waitFor()
    await page.getByRole('button', { name: '全部方案' }).click()
    await page.getByRole('button', { name: '移到服务器 别人删了的方案' }).click()
    await page.locator('.opening-scheme', { hasText: '别人删了的方案' }).waitFor()
  })

  test('what was submitted is withdrawn; what was approved is gone on with, and then not published', async () => {
    const page = await newPage()
    await openExample(page)
    await rename(page, '撤回的方案')
    await onServer(page)
    const submit = async () => {
      await choose(page, '提交审核')
      await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
      await page.getByRole('button', { name: '方案状态：审核中' }).waitFor()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await submit()
    await choose(page, '撤回送审')
    await page.getByRole('dialog').getByRole('button', { name: '撤回送审' }).click()
    await page.getByText('已撤回，可以继续修改').waitFor()
    await rename(page, '撤回后改的方案')
    await onServer(page)
    await submit()
    const reviewer = await newPage('li')
    await reviewer.locator('.opening-scheme', { hasText: '撤回后改的方案' }).click()
    await choose(reviewer, '审核通过')
    await reviewer.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await reviewer.getByText('已审核通过').waitFor()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.getByRole('button', { name: '方案状态：已通过' }).waitFor()
    await rename(page, '还不能改')
    expect(await nameField(page).inputValue()).toBe('撤回后改的方案')
    await choose(page, '继续修改')
    await rename(page, '通过后又改的方案')
    await page.getByRole('button', { name: '方案状态：草稿' }).waitFor()
    await choose(reviewer, '发布')
    await reviewer.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await reviewer.getByText(/没有办成：此操作应在“已通过”状态下进行，现为“草稿”/).waitFor()
  }, 60_000)

  describe('a campaign of long and odd names', () => {
    const odd = `“引号”'"<b>😀 & ${'很长的名称'.repeat(30)}`
    let page: Page
    let submission: string
    let campaign: string
    let designer: Asker

    beforeAll(async () => {
      designer = await new Asker(server).signIn('wang')
      const reviewer = await new Asker(server).signIn('li')
      const { id } = await designer.ask('POST', '/api/schemes', { scheme: { ...read('scheme.json'), name: odd } })
      await designer.ask('POST', `/api/schemes/${id}/review`, {})
      await reviewer.ask('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved' })
      const { hash } = await reviewer.ask('POST', `/api/schemes/${id}/versions`)
      await root.ask('POST', '/api/departments', { name: odd, type: '行政单位', region: '360100', parent: null })
      const fields = { name: odd, region: '360100', period: '2021', schemes: [{ version: hash }], due: {} }
      campaign = (await designer.ask('POST', '/api/campaigns', fields)).id
      const one = { all: { type: '行政单位' }, projects: [odd] }
      await designer.ask('POST', `/api/campaigns/${campaign}/submissions`, one)
      submission = (await designer.ask('GET', `/api/campaigns/${campaign}/submissions`)).submissions[0].id
      page = await newPage()
      await page.getByRole('link', { name: '评价项目' }).waitFor()
    }, 60_000)

    test('shows its buttons, and a return that came too late is told beside what was written', async () => {
      const answer = read('submission.json').items
      const entries = Object.entries<{ layers?: { value: unknown }[] }>(answer).map(([id, value]) => {
        return { of: 'items', id, layer: 'reported', value: value?.layers?.at(-1)?.value ?? value, why: odd }
      })
      const filling = await designer.ask('GET', `/api/submissions/${submission}`)
      const grants = [{ role: 'department', region: '', department: filling.department }]
      await root.ask('POST', '/api/accounts', { name: 'unit', title: '填报人', password: FIRST, grants })
      const unit = await new Asker(server).signIn('unit', FIRST)
      await unit.ask('PUT', '/api/session/password', { old: FIRST, new: PASSWORD })
      await unit.ask('PUT', `/api/submissions/${submission}/layers`, { entries }, filling.revision)
      await unit.ask('POST', `/api/submissions/${submission}/submit`)
      await page.goto(new URL(`#submissions/${submission}/history`, page.url()).href)
      const button = page.getByRole('button', { name: '退回修改' })
      await button.waitFor()
      const { x, width } = (await button.boundingBox())!
      expect(x + width).toBeLessThanOrEqual(1366)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366)
      await button.click()
      await page.getByLabel('退回说明').fill('第一行\n第二行“引号”😀')
      const { revision } = await designer.ask('GET', `/api/submissions/${submission}`)
      await designer.ask('POST', `/api/submissions/${submission}/return`, { note: '别人先退回' }, revision)
      await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
      await page.getByRole('dialog').getByText('现为“已退回”').waitFor()
      expect(await page.getByLabel('退回说明').inputValue()).toBe('第一行\n第二行“引号”😀')
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.locator('.submission-head .badge').getByText('已退回').waitFor()
      await page.getByRole('region', { name: '已退回修改' }).getByText('别人先退回').waitFor()
    })

    test('tells how far its scoring is also where the server first refuses to', async () => {
      let refused = 0
      await page.route('**/progress', (route) =>
        refused++ === 0 ? route.fulfill({ status: 502, body: 'bad gateway' }) : route.continue(),
      )
      // A run that never ends by itself, as the page hears of it.
      let isHeld = true
      await page.route('**/runs?*', async (route) => {
        const response = await route.fetch()
        const answer = await response.json()
        if (isHeld && answer.runs[0] !== undefined) answer.runs[0].state = 'running'
        await route.fulfill({ response, json: answer })
      })
      await page.goto(new URL(`#campaigns/${campaign}/scoring`, page.url()).href)
      await page.getByRole('button', { name: /开始计分/ }).click()
      await page.getByText('连接中断，正在重新连接').waitFor()
      isHeld = false
      await page.getByText('已完成').waitFor({ timeout: 20_000 })
      expect(refused).toBeGreaterThan(1)
    })

    test('has a version that whoever publishes can retire, and that no other campaign begins with then', async () => {
      const reviewer = await newPage('li')
      await reviewer
        .locator('.opening-scheme')
        .filter({ hasText: odd.slice(0, 40) })
        .click()
      await reviewer.getByRole('tab', { name: '版本与比较' }).click()
      await reviewer.getByRole('button', { name: /^停用这一版：第 1 版/ }).click()
      await reviewer.getByRole('dialog').getByRole('button', { name: '停用这一版' }).click()
      await reviewer.locator('.versions-note').getByText('已停用').waitFor()
      const { schemes } = await designer.ask('GET', `/api/campaigns/${campaign}`)
      const again = { name: '另一个', region: '360100', period: '2022', schemes, due: {} }
      await expect(designer.ask('POST', '/api/campaigns', again)).rejects.toThrow('422')
    })

    test('is brought in as a table, whose mistakes are told row by row', async () => {
      await page.getByRole('link', { name: '单位', exact: true }).click()
      await page.getByRole('button', { name: /从 Excel 粘贴/ }).click()
      await page.locator('.departments-area').focus()
      const rows = ['单位名称\t类型\t行政区划代码\t上级单位', '甲\t学校\t360100\t乙', '乙\t学校\t360100\t甲']
      await paste(page, { text: [...rows, '\t学校\t360100\t', '丁\t学校\t360100\t', '丙\t学校\t36010a\t'].join('\n') })
      await page.getByRole('button', { name: '查看将有什么变化' }).click()
      const reasons = page.locator('.departments-reasons')
      await reasons.getByText('第 1 行：上级单位应在“甲”之上，现“乙”就在它之下').waitFor()
      await reasons.getByText('第 3 行：应有“单位名称”').waitFor()
      await reasons.getByText('第 5 行：写法应为 6 至 12 位数字').waitFor()
      expect(await page.getByRole('button', { name: /^写入/ }).isDisabled()).toBe(true)
    })
  })

  test.each([
    {
      conflict: 'what I changed and they removed',
      // The cell is still open when theirs is there: what is typed goes into no other row.
      mine: async (page: Page) => {
        await page.locator('.sheet-row [data-column="1"]').nth(3).click()
        await page.keyboard.insertText('我改的名称')
      },
      last: 'Enter',
      theirs: (draft: Scheme) => take(draft, '立项程序规范性'),
      sides: [/用我的 保留，带您的修改/, /用李审核的 删去/],
      results: ['决策指标/项目立项/我改的名称', undefined],
    },
    {
      conflict: 'what both moved',
      mine: async (page: Page) => {
        await page.locator('.sheet-row [data-column="1"]').nth(3).click()
        await page.keyboard.press('Alt+Shift+ArrowLeft')
      },
      last: 'Shift',
      theirs: (draft: Scheme) => below(draft, '绩效目标').push(take(draft, '立项程序规范性')),
      sides: [/用我的 放在“决策指标”之下/, /用李审核的 放在“绩效目标”之下/],
      results: ['决策指标/立项程序规范性', '决策指标/绩效目标/立项程序规范性'],
    },
  ])('$conflict: each side can be chosen', async ({ mine, theirs, last, sides, results }) => {
    const other = await new Asker(server).signIn('li')
    for (const [index, side] of sides.entries()) {
      const page = await newPage()
      await openExample(page)
      await page.context().setOffline(true)
      await mine(page)
      const { revision, scheme: draft } = await other.ask('GET', `/api/schemes/${idOf(page)}/draft`)
      theirs(draft)
      await other.ask('PUT', `/api/schemes/${idOf(page)}/draft`, draft, revision)
      await page.context().setOffline(false)
      await page.evaluate(() => dispatchEvent(new Event('focus')))
      await page.waitForTimeout(300)
      await page.keyboard.press(last)
      await page.getByRole('button', { name: '查看并合并' }).click()
      await page.getByRole('radio', { name: side }).click()
      await page.getByRole('button', { name: '合并', exact: true }).click()
      await onServer(page)
      const { scheme: merged } = await draftOf(page)
      const found = walk(merged).find(({ node }) => /我改的名称|立项程序规范性/.test(node.name))
      expect(found?.path.join('/')).toBe(results[index])
      await page.context().close()
    }
  })
})
