import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

const template = 'seeds/nanchang-2021-sysops-project'

async function openSource() {
  const opened = await openDesigner({ template })
  await opened.page.getByRole('tab', { name: '源文本' }).click()
  await opened.page.locator('.view-line').filter({ hasText: '"version"' }).waitFor()
  return opened
}

/** Types before the closing quote of the version. */
async function typeVersion(page: Page, text: string) {
  await page.locator('.view-line').filter({ hasText: '"version"' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(text)
}

describe.skipIf(hasNoBrowser)('the source text', () => {
  test('what is written in it is one undo step, and undo is seen in it', async () => {
    const { page, context, expectNoFault } = await openSource()
    await typeVersion(page, '7')
    await page.keyboard.press('Control+s')
    await page.getByText('与方案一致').waitFor()
    await page.getByRole('button', { name: '撤销：修改源文本' }).click()
    await expect.poll(() => page.locator('.view-line').filter({ hasText: '"version": "1",' }).count()).toBe(1)
    expectNoFault()
    await context.close()
  })

  test('what is wrong is told by its line, kept over a reload, and taken back by a button', async () => {
    const { page, context, expectNoFault } = await openSource()
    await typeVersion(page, '"')
    await page.getByText('有 1 处错误').waitFor()
    await page.getByRole('button', { name: /^第 5 行/ }).waitFor()
    await page.waitForTimeout(300)
    await page.reload()
    await page.getByRole('tab', { name: '源文本' }).click()
    await page.getByText('有 1 处错误').waitFor()
    await page.getByRole('button', { name: /^还\s?原$/ }).click()
    await page.getByText('与方案一致').waitFor()
    expectNoFault()
    await context.close()
  })

  test('changes from both sides are brought together', async () => {
    const { page, context, expectNoFault } = await openSource()
    await typeVersion(page, '9"')
    const name = page.getByRole('textbox', { name: '方案名称' })
    await name.fill('改过的方案')
    await name.press('Enter')
    await page.getByText('方案在别处有了新的修改').waitFor()
    await page.locator('.view-line').filter({ hasText: '"version"' }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.getByRole('button', { name: '合并两边的修改' }).click()
    await page.getByText('与方案一致').waitFor()
    await page.locator('.view-line').filter({ hasText: '"version": "19"' }).waitFor()
    await page.locator('.view-line').filter({ hasText: '"name": "改过的方案"' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('the scheme’s fields and choices are offered', async () => {
    const { page, context, expectNoFault } = await openSource()
    await page.locator('.view-line').filter({ hasText: '"version"' }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('"miss')
    await page.locator('.suggest-widget').getByText('missing').first().waitFor()
    expectNoFault()
    await context.close()
  })
})
