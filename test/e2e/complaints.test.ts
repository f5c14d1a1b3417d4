import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type FilledServer, fill } from './filled-server.ts'
import { findings } from './findings.ts'
import { Asker, RealServer } from './real-server.ts'
import { signedInPage } from './server-page.ts'

describe.skipIf(hasNoBrowser)('a department complains of its result', () => {
  const server = new RealServer()
  let browser: Browser
  let filled: FilledServer
  let submission: string
  const faults: string[] = []

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await fill(server)
    const { wang, li, later } = filled
    for (const stage of ['verify', 'final']) {
      await li.ask('POST', `/api/campaigns/${later}/stage`, { stage })
    }
    const { submissions } = await wang.ask('GET', `/api/campaigns/${later}/submissions`)
    const own = submissions.find(({ name }: { name: string }) => name === '卫生健康委员会')
    submission = own.id
    const grants = [{ role: 'department', region: '', department: own.department }]
    await (await new Asker(server).signIn('root')).addAccountWith('chen', '陈卫健', grants)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  const signedIn = (name: string, hash: string) => signedInPage(browser, `${server.address}${hash}`, name, faults)

  test('the evaluators answer, the reviewer decides and scores again, and all see before and after', async () => {
    const { later } = filled
    const department = await signedIn('chen', `#submissions/${submission}`)
    await department.getByRole('button', { name: '评价结果' }).click()
    await department.getByRole('link', { name: '“参保人员满意度”的地址' }).click()
    const line = department.getByRole('complementary', { name: '参保人员满意度' })
    await line.getByRole('button', { name: '提出申诉' }).click()
    const raising = department.getByRole('dialog')
    await raising.getByRole('textbox', { name: '申诉理由' }).fill('补充调查 200 份问卷，满意度为 95%。')
    await raising.getByRole('button', { name: '提出申诉' }).click()
    await line.getByText('待答复').waitFor()
    await line.getByText('补充调查 200 份问卷，满意度为 95%。').waitFor()
    expect(await line.getByRole('button', { name: '提出申诉' }).count()).toBe(0)
    expect(await findings(department, undefined, 'body')).toEqual([])
    // The line has an address of its own, and is marked where that leads.
    const address = department.url()
    await department.reload()
    await department.locator('tr[aria-current=location] th').filter({ hasText: '参保人员满意度' }).waitFor()

    const evaluator = await signedIn('wang', `#campaigns/${later}/complaints`)
    await evaluator.getByText('卫生健康委员会 · 系统运维费').waitFor()
    await evaluator.getByRole('link', { name: '参保人员满意度' }).click()
    expect(evaluator.url()).toBe(address)
    await evaluator.getByRole('textbox', { name: '回复内容' }).fill('已核对问卷，属实。')
    await evaluator.getByRole('button', { name: '回复', exact: true }).click()
    await evaluator.getByText('已答复').first().waitFor()
    expect(await evaluator.getByRole('button', { name: '裁定' }).count()).toBe(0)

    const reviewer = await signedIn('li', address.slice(address.indexOf('#')))
    await reviewer.getByText('已核对问卷，属实。').waitFor()
    await reviewer.getByRole('button', { name: '裁定' }).click()
    const deciding = reviewer.getByRole('dialog')
    await deciding.getByText('调整', { exact: true }).click()
    await deciding.getByRole('textbox', { name: '理由' }).fill('按补充问卷改定为 95%。')
    expect(await findings(reviewer, undefined, 'body')).toEqual([])
    await deciding.getByRole('button', { name: '裁定' }).click()
    await reviewer.getByText('尚未重新计分。').waitFor()

    const { li } = filled
    await li.ask('POST', `/api/campaigns/${later}/stage`, { stage: 'verify', note: '按申诉裁定改定' })
    const { revision } = await li.ask('GET', `/api/submissions/${submission}`)
    const why = '按补充问卷改定为 95%。'
    const entries = [{ of: 'items', id: '参保人员满意度', layer: 'overridden', value: '95%', why }]
    await li.ask('PUT', `/api/submissions/${submission}/layers`, { entries }, revision)
    await reviewer.getByRole('link', { name: '计分', exact: true }).click()
    await reviewer.getByRole('button', { name: '开始计分' }).click()
    await reviewer.getByText('已完成').nth(1).waitFor()
    await li.ask('POST', `/api/campaigns/${later}/stage`, { stage: 'final' })

    await department.reload()
    const scores = department.locator('.complaint-scores')
    await expect
      .poll(async () => (await scores.locator('tr').allInnerTexts()).map((row) => row.trim().split(/\s+/)))
      .toEqual([
        ['申诉时', '重新计分后', '变化'],
        ['本项得分', '7', '10', '+3'],
        ['总分', '95', '98', '+3'],
        ['等级', '优', '优', '不变'],
      ])
    expect(await findings(department, undefined, 'body')).toEqual([])
    await department.getByRole('link', { name: '申诉', exact: true }).click()
    await department.getByText('95 → 98').waitFor()
    expect(await findings(department, undefined, 'body')).toEqual([])
    for (const page of [department, evaluator, reviewer]) await page.context().close()
  }, 180_000)
})
