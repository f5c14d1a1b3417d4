import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { servePage } from './page-server.ts'

const template = 'seeds/nanchang-2021-sysops-project'
const nameField = (page: Page) => page.getByRole('textbox', { name: '方案名称' })

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name)
  await nameField(page).press('Enter')
}

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor()

describe.skipIf(hasNoBrowser)('saving', () => {
  test('a browser killed right after “saved” has the edit and its undo step when it starts again', async () => {
    const { page, kill, again, end } = await startedOnDisk()
    await rename(page, '断电之前改的名称')
    await saved(page)
    await kill()
    const later = await again()
    await expect.poll(() => nameField(later).inputValue(), { timeout: 15_000 }).toBe('断电之前改的名称')
    await later.getByRole('button', { name: /^撤销：/ }).click()
    expect(await nameField(later).inputValue()).toBe('系统运维费项目支出绩效评分表')
    await end()
  })

  test('a browser killed when Enter has just been stored, or while the next cell is typed in, has all that was entered', async () => {
    for (const isTyping of [false, true]) {
      const { page, kill, again, end } = await startedOnDisk()
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key)
      }
      await page.getByText('总分 96 / 100').first().waitFor()
      await press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight')
      for (const name of ['第一行', '第二行', '第三行']) {
        await page.keyboard.insertText(name)
        await press('Enter')
      }
      await saved(page)
      if (isTyping) await page.keyboard.insertText('还没有按回车')
      await kill()
      const later = await again()
      await later.getByText('第三行', { exact: true }).first().waitFor()
      await later.getByRole('button', { name: '变更 3 步' }).waitFor()
      for (const name of ['第一行', '第二行']) await later.getByText(name, { exact: true }).first().waitFor()
      expect(await later.getByText('还没有按回车').count()).toBe(0)
      await end()
    }
  }, 120_000)

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
    // What is fetched ahead for the other views may be under way.
    const expectErrors = /ERR_INTERNET_DISCONNECTED/
    const { page, context, expectNoFault } = await openDesigner({ template, expectErrors })
    await context.setOffline(true)
    await rename(page, '断网时改的')
    await saved(page)
    await context.setOffline(false)
    await page.reload()
    await expect.poll(() => nameField(page).inputValue()).toBe('断网时改的')
    expectNoFault()
    await context.close()
  })

  test('with the cable pulled the views are there; what is not says so, and comes when it is back', async () => {
    const { page, context } = await openDesigner({ template })
    let last = Date.now()
    page.on('request', () => {
      last = Date.now()
    })
    await page.getByText('总分 96 / 100').first().waitFor()
    // Parts are fetched one by one, and what is read of one keeps the next waiting.
    await expect.poll(() => Date.now() - last, { timeout: 60_000 }).toBeGreaterThan(2_500)
    await context.setOffline(true)
    for (const view of ['关系图', '数据项', '加扣分', '试算与用例', '目标申报', '版本与比较', '说明书']) {
      await page.getByRole('tab', { name: view, exact: true }).click()
      await page.getByRole('tabpanel', { name: view }).locator('button:visible').first().waitFor()
      expect(await page.getByRole('alert').allTextContents()).toEqual([])
    }
    await page.getByRole('tab', { name: '源文本' }).click()
    await page.getByText('连不上服务器，这个视图还没有取到').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: '重新打开此视图' }).click()
    await page.locator('.view-line').first().waitFor()
    await context.close()
  })

  test('a full disk is said in words, leaving asks first, a file is offered, and all is stored once there is room', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      Object.assign(globalThis, { isFull: true })
      IDBObjectStore.prototype.put = function (...given: [unknown]) {
        if ((globalThis as { isFull?: boolean }).isFull) throw new DOMException('no room', 'QuotaExceededError')
        return put.apply(this, given)
      }
    })
    await page.getByRole('button', { name: '打开并计分' }).click()
    await page.getByText('未能保存：浏览器的存储空间已满').waitFor()
    await page.getByText('总分 96 / 100').first().waitFor()
    await rename(page, '没有地方放')
    await page.getByRole('button', { name: '全部方案' }).click()
    const asked = page.getByRole('dialog', { name: '这份方案还没有保存' })
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      asked.getByRole('button', { name: '存为文件' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('没有地方放.json')
    await asked.getByRole('button', { name: '留在这里' }).click()
    await asked.waitFor({ state: 'hidden' })
    await page.goBack()
    await asked.getByRole('button', { name: '留在这里' }).click()
    await page.evaluate(() => Object.assign(globalThis, { isFull: false }))
    await saved(page)
    await page.reload()
    await expect.poll(() => nameField(page).inputValue()).toBe('没有地方放')
    await page.getByRole('button', { name: /^撤销：/ }).click()
    expect(await nameField(page).inputValue()).toBe('系统运维费项目支出绩效评分表')
    expectNoFault()
    await context.close()
  })

  test('what could not be stored stays as a copy, offered as a file, when another tab takes the design over', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await saved(page)
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      Object.assign(globalThis, { isFull: true })
      IDBObjectStore.prototype.put = function (...given: [unknown]) {
        if ((globalThis as { isFull?: boolean }).isFull) throw new DOMException('no room', 'QuotaExceededError')
        return put.apply(this, given)
      }
    })
    await rename(page, '只在这一页')
    await page.getByText('未能保存：浏览器的存储空间已满').waitFor()
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('button', { name: '在此处编辑' }).click()
    await other.getByText('已在另一个标签页打开').waitFor({ state: 'detached' })
    await rename(other, '那一页')
    await saved(other)
    expect(await nameField(page).inputValue()).toBe('只在这一页（副本）')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存为文件' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('只在这一页（副本）.json')
    await page.evaluate(() => Object.assign(globalThis, { isFull: false }))
    await rename(page, '这一页又改')
    await saved(page)
    await page.goto(new URL(page.url()).origin)
    const own = page.getByRole('region', { name: '我的方案' })
    for (const name of ['这一页又改', '那一页']) await own.getByText(name).waitFor()
    expectNoFault()
    await context.close()
  })

  test('where the browser stores nothing, designing goes on, and leaving without a file is possible', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
    await page.reload()
    await page.getByRole('button', { name: '打开并计分' }).click()
    await page.getByText('未能保存：浏览器不让本页存数据').waitFor()
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.getByRole('button', { name: '全部方案' }).click()
    await page.getByRole('button', { name: '不保存，离开' }).click()
    await page.getByRole('region', { name: '我的方案' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('what is being typed is taken over when the page is to go, and the browser asks until it is stored', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await nameField(page).click()
    await nameField(page).fill('还没按回车')
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => setTimeout(() => location.reload()))
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await saved(page)
    await page.reload()
    await expect.poll(() => nameField(page).inputValue()).toBe('还没按回车')
    expectNoFault()
    await context.close()
  })
})

/** The template in a browser whose storage is on the disk, so that it can be killed and started again. */
async function startedOnDisk() {
  const profile = mkdtempSync(join(tmpdir(), 'yardstick-profile-'))
  const { address, stop } = await servePage()
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: findChromium()!,
      args: chromiumFlags(),
      locale: 'zh-CN',
      viewport: { width: 1366, height: 768 },
    })
  let context = await launch()
  const page = context.pages()[0]!
  await page.goto(`${address}#template=${template}`)
  await nameField(page).waitFor()
  await saved(page)
  const url = page.url()
  return {
    page,
    /** It gets no chance to tidy up. */
    async kill() {
      kill(profile)
      await context.close().catch(() => undefined)
    },
    async again() {
      context = await launch()
      const later = context.pages()[0]!
      await later.goto(url)
      return later
    },
    async end() {
      await context.close()
      stop()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Every process of the browser that uses this profile. */
function kill(profile: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  for (const line of lines) {
    const [, pid, args = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? []
    if (args.includes(`--user-data-dir=${profile}`) && Number(pid) !== process.pid) process.kill(Number(pid), 'SIGKILL')
  }
}
