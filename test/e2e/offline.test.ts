import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'

describe.skipIf(hasNoBrowser)('the server goes away', () => {
  test('a dialog that is not here yet says so over the view, and opens once the server is back', async () => {
    const { page, context } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    // Before anything is fetched ahead.
    await context.setOffline(true)
    await page.locator('.sheet-row [data-column="1"]').nth(3).click()
    await page.keyboard.press('F1')
    const fault = page.getByRole('dialog').getByText('连不上服务器')
    await fault.waitFor()
    await page.getByRole('tab', { name: '指标表' }).waitFor()
    expect(await page.locator('.sheet-row').count()).toBeGreaterThan(5)
    await page.keyboard.press('Escape')
    await fault.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-sheet-input'))).toBe(true)
    await page.keyboard.press('F1')
    await context.setOffline(false)
    await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click()
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    // With its looks, which could not be had before either.
    const look = () =>
      page
        .locator('.shortcuts-groups')
        .first()
        .evaluate((part) => getComputedStyle(part).columnCount)
    await expect.poll(look).toBe('2')
    await context.close()
  })

  test('what the engine is asked before it has all its parts is answered once the server is back', async () => {
    const { page, context, expectNoFault } = await openDesigner({ expectErrors: /Failed to load resource/ })
    let isAway = true
    await context.route('**/further-answers-*', (route) => (isAway ? route.abort() : route.continue()))
    await page.locator('.opening-example button').click()
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.getByRole('tab', { name: '版本与比较' }).click()
    await page.getByText('正在比较……').waitFor()
    await page.waitForTimeout(2_500)
    isAway = false
    await page.getByText('0 处不同').waitFor()
    expectNoFault()
    await context.close()
  })

  test('a table pasted then is refused with the reason, and taken later', async () => {
    const { page, context } = await openDesigner()
    await page.getByText('96 分 · 优').waitFor()
    await context.setOffline(true)
    await paste(page, { text: table })
    await page.getByText('读表格要用的部分还没有取到').waitFor()
    await context.setOffline(false)
    await paste(page, { text: table })
    await page.getByRole('heading', { name: '核对读到的内容' }).waitFor()
    await context.close()
  })
})

const table = '指标\t分值\t目标值\n甲\t60\t≥95%\n乙\t40\t≥5个'
