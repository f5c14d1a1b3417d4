import type { Page } from 'playwright-core'

/** Every view, drawer and dialog there is, with the way to it from an open design. */
export const views: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ['table', (page) => tab(page, 'table')],
  ['graph', (page) => tab(page, 'graph')],
  ['items', (page) => tab(page, 'items')],
  ['rules', (page) => tab(page, 'rules')],
  ['trial', (page) => tab(page, 'trial')],
  ['declarations', (page) => tab(page, 'declarations')],
  ['versions', (page) => tab(page, 'versions')],
  ['manual', (page) => tab(page, 'manual')],
  ['json', (page) => tab(page, 'json')],
  ['drawer-issues', (page) => drawer(page, 0)],
  ['drawer-trial', (page) => drawer(page, 1)],
  ['drawer-changes', (page) => drawer(page, 2)],
  ['palette', (page) => page.keyboard.press('Control+k')],
  ['save-point', (page) => page.keyboard.press('Control+s')],
  ['shortcuts', (page) => page.keyboard.press('F1')],
  ['export', (page) => page.locator('.title-bar button:has(.anticon-export)').click()],
  ['scheme', (page) => menu(page, /^(方案设置|Scheme settings)$/)],
  ['weights', (page) => menu(page, /^(权重助手|Weights)$/)],
]

/** By the name it has in the store. */
export const tab = (page: Page, name: string) => page.locator(`#tab-${name}`).click()

/** Opened where it is not: a second click would fold it. */
export async function drawer(page: Page, index: number): Promise<void> {
  await tab(page, 'table')
  const head = page.locator('.drawer-head').nth(index)
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
}

/** An entry of the menu behind the three dots, in either language. */
export async function menu(page: Page, name: RegExp): Promise<void> {
  await page.locator('.title-bar button:has(.anticon-ellipsis)').click()
  await page.getByRole('menuitem', { name }).click()
}

/** Shown and at rest: lazy parts loaded, results there, nothing moving. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.ant-spin, .shell-wait') === null)
  await page.waitForTimeout(400)
}

/** Dialogs are closed again; a view needs nothing. */
export async function close(page: Page): Promise<void> {
  if ((await page.locator('.ant-modal-wrap:visible, .ant-drawer-open').count()) === 0) return
  await page.keyboard.press('Escape')
  await page.waitForTimeout(400)
}
