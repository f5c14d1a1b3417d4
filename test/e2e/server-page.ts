import type { Browser, Page } from 'playwright-core'
import { PASSWORD } from './real-server.ts'

/** What somebody does and sees where the designer has its server. */

export const nameField = (page: Page) => page.getByRole('textbox', { name: '方案名称' })
export const onServer = (page: Page) => page.getByText(/^已保存到服务器 \d\d:\d\d$/).waitFor()

export async function rename(page: Page, name: string) {
  await nameField(page).fill(name)
  await nameField(page).press('Enter')
}

export async function setNote(page: Page, row: number, name: string) {
  await page.locator('.sheet-row [data-column="1"]').nth(row).click()
  await page.keyboard.insertText(name)
  await page.keyboard.press('Enter')
}

export async function openExample(page: Page) {
  await page.getByRole('button', { name: '打开并计分' }).click()
  await page.getByText('总分 96 / 100').first().waitFor()
  await onServer(page)
}

export async function signIn(page: Page, name: string, password = PASSWORD) {
  await page.getByLabel('账户名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('密码', { exact: true }).press('Enter')
}

/** Somebody's own page at this address, signed in; what breaks in it is added to `faults`. */
export async function signedInPage(browser: Browser, address: string, name: string, faults: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(address)
  await signIn(page, name)
  return page
}

/** A step of the scheme's state menu. */
export async function choose(page: Page, entry: string) {
  await page.locator('.review-state').click()
  await page.getByRole('menuitem', { name: new RegExp(entry) }).click()
}

// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect to find
export async function asked(page: Page, path: string): Promise<any> {
  return (await page.request.get(new URL(path, page.url()).href)).json()
}
