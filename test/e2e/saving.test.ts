import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { serve } from '../../apps/designer/serve.mjs'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'

const template = 'seeds/nanchang-2021-sysops-project'
const nameField = (page: Page) => page.getByRole('textbox', { name: '方案名称' })

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name)
  await nameField(page).press('Enter')
}

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor()

describe.skipIf(hasNoBrowser)('saving', () => {
  test('a browser killed right after “saved” has the edit and its undo step when it starts again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'yardstick-profile-'))
    const { address, stop } = await serve()
    const launch = () =>
      chromium.launchPersistentContext(profile, {
        executablePath: findChromium()!,
        args: chromiumFlags(),
        locale: 'zh-CN',
        viewport: { width: 1366, height: 768 },
      })
    const first = await launch()
    const [page] = first.pages()
    await page!.goto(`${address}#template=${template}`)
    await nameField(page!).waitFor()
    await rename(page!, '断电之前改的名称')
    await saved(page!)
    const url = page!.url()
    // The browser's own process is the one that holds the profile; it gets no chance to tidy up.
    kill(profile)
    await first.close().catch(() => undefined)

    const second = await launch()
    const again = second.pages()[0]!
    await again.goto(url)
    await expect.poll(() => nameField(again).inputValue(), { timeout: 15_000 }).toBe('断电之前改的名称')
    await again.getByRole('button', { name: /^撤销：/ }).click()
    expect(await nameField(again).inputValue()).toBe('系统运维费项目支出绩效评分表')
    await second.close()
    stop()
    rmSync(profile, { recursive: true, force: true })
  })

  test('a second tab looks on until it takes over, and then the first does', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await rename(page, '第一个标签页')
    await saved(page)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByText('已在另一个标签页打开').waitFor()
    await rename(other, '不该写入')
    expect(await nameField(page).inputValue()).toBe('第一个标签页')
    await rename(page, '第一个标签页又改')
    await saved(page)
    await other.getByRole('button', { name: '在此处编辑' }).click()
    await expect.poll(() => nameField(other).inputValue()).toBe('第一个标签页又改')
    await page.getByText('已在另一个标签页打开').waitFor()
    await rename(other, '第二个标签页')
    await saved(other)
    await page.getByRole('button', { name: '在此处编辑' }).click()
    await expect.poll(() => nameField(page).inputValue()).toBe('第二个标签页')
    expectNoFault()
    await context.close()
  })

  test('edits go on and are kept while the cable is pulled', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await context.setOffline(true)
    await rename(page, '断网时改的')
    await saved(page)
    await context.setOffline(false)
    await page.reload()
    await expect.poll(() => nameField(page).inputValue()).toBe('断网时改的')
    expectNoFault()
    await context.close()
  })
})

/** Every process of the browser that uses this profile. */
function kill(profile: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  for (const line of lines) {
    const [, pid, args = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? []
    if (args.includes(`--user-data-dir=${profile}`) && Number(pid) !== process.pid) process.kill(Number(pid), 'SIGKILL')
  }
}
