import { readFile } from 'node:fs/promises'
import type { TemplatePackage } from '@yardstick/model'
import type { Locator, Page } from 'playwright-core'
import { PASSPHRASE } from './level-server.ts'

/** What somebody does with templates in the designer: whom to trust, taking packages in, adopting, following, proposing. */

/** 模板库, or one of its pages. */
export async function goToTemplates(page: Page, ...path: string[]): Promise<void> {
  const hash = ['#templates', ...path].join('/')
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text, 'utf8'),
})

/** Gives a package to the library's file field: the dialog that tells what it is. */
export async function look(page: Page, name: string, text: string): Promise<Locator> {
  await goToTemplates(page)
  await page.getByRole('button', { name: '导入模板包' }).waitFor()
  await page.locator('input[type=file][aria-label="导入模板包"]').setInputFiles(file(name, text))
  const dialog = page.getByRole('dialog', { name: '导入模板包' })
  await dialog.getByText('正在核对').waitFor({ state: 'detached' })
  return dialog
}

/** Takes a package into the library; the page shows it then. */
export async function takeIn(page: Page, name: string, text: string): Promise<void> {
  const dialog = await look(page, name, text)
  await dialog.getByRole('button', { name: '收入模板库' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Trusts the public key in a file, its fingerprint compared. */
export async function trust(page: Page, publisher: string, document: string): Promise<void> {
  await goToTemplates(page, 'keys')
  await page.getByRole('button', { name: '信任一个公钥' }).waitFor()
  await page.locator('input[type=file][aria-label="信任一个公钥"]').setInputFiles(file('公钥.key.json', document))
  const dialog = page.getByRole('dialog', { name: '信任公钥' })
  await dialog.getByLabel('我已与对方核对，指纹一致').check()
  await dialog.getByRole('button', { name: '已核对指纹，信任' }).click()
  await page.getByText(`已信任“${publisher}”的公钥`).waitFor()
}

/** Adopts the template that the page shows by 引用, with these parameters by their names: the id of the design. */
export async function adopt(page: Page, parameters: { readonly [name: string]: string }): Promise<string> {
  await page.getByRole('link', { name: '采用……' }).click()
  for (const [name, value] of Object.entries(parameters)) {
    await page.getByLabel(name, { exact: true }).fill(value)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: '采用为草稿' }).click()
  await page.locator('.sheet-row').first().waitFor()
  return new URL(page.url()).hash.slice('#design='.length)
}

/** Types into a cell of an indicator's row, by the column's title. */
export async function typeInto(page: Page, indicator: string, column: string, text: string): Promise<void> {
  const heads = page.locator('[data-head]')
  const head = await heads.filter({ hasText: column }).first().getAttribute('data-head')
  const row = page.locator('.sheet-row').filter({ has: page.getByText(indicator, { exact: true }) })
  const cell = row.first().locator(`[data-column="${head}"]`)
  await cell.click()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

/** An entry of 更多 · 共享. */
async function shared(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '共享' }).hover()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Signs the published scheme that is open as a template: the text of the file that is downloaded. */
export async function makeTemplate(page: Page, { id, version }: { id?: string; version: string }): Promise<string> {
  await shared(page, '发布为模板……')
  const dialog = page.getByRole('dialog', { name: '发布为模板' })
  if (id !== undefined) await dialog.getByLabel('模板编号').fill(id)
  await dialog.getByLabel('版本').fill(version)
  await dialog.getByLabel('密钥口令').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: '签名并发布' }).click()
  await page.getByText('已发布模板').waitFor()
  return downloaded(page)
}

/** Signs what differs from the template above as a proposal, with reasons by the indicators' names: its file. */
export async function contribute(page: Page, reasons: { readonly [name: string]: string }): Promise<string> {
  await shared(page, '向上级贡献……')
  for (const [name, reason] of Object.entries(reasons)) await page.getByLabel(`${name} 的理由`).fill(reason)
  await page.getByLabel('密钥口令').fill(PASSPHRASE)
  await page.getByRole('button', { name: /签\s?名/ }).click()
  await page.getByText('贡献已签名').waitFor()
  return downloaded(page)
}

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载模板包' }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}

export function downloadedPackage(text: string): TemplatePackage {
  return JSON.parse(text)
}

/** Opens what is new above: the list of what changed. */
export async function openUpdate(page: Page, version: string): Promise<Locator> {
  await page.getByRole('button', { name: `上级有新版本 ${version}` }).click()
  const list = page.getByRole('listbox', { name: '改动' })
  await list.waitFor()
  return list
}

/** What the list says of an indicator. */
export const option = (list: Locator, name: string): Locator =>
  list.getByRole('option', { name: new RegExp(name) }).first()

/** Takes a side for the change that is chosen. */
export async function side(page: Page, which: '取上级' | '留本地'): Promise<void> {
  await page
    .locator('.pair-detail')
    .getByRole('button', { name: new RegExp(`^${which}`) })
    .first()
    .click()
  await page.locator('.pair-item[aria-selected="true"]').getByText(which).waitFor()
}

/** Takes the update over as a draft, kept on the server. */
export async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '采用为草稿' }).click()
  await page.getByText('已采用为草稿，可以撤销').waitFor()
  await page.getByText(/^已保存到服务器 \d\d:\d\d$/).waitFor()
}

/** Goes through the newest proposal and accepts these of its changes. */
export async function accept(page: Page, names: readonly string[]): Promise<void> {
  await shared(page, '收到的贡献……')
  await page.getByRole('button', { name: '逐项查看' }).first().click()
  const list = page.getByRole('listbox', { name: '改动' })
  for (const name of names) {
    await option(list, name).click()
    await page.locator('.pair-detail').getByRole('button', { name: /^采纳/ }).click()
  }
  await page.getByText(new RegExp(`采纳 ${names.length} 项`)).waitFor()
  await page.getByRole('button', { name: '采用为草稿' }).click()
  await page.getByText('已采纳为草稿，可以撤销').waitFor()
  await page.getByText(/^已保存到服务器 \d\d:\d\d$/).waitFor()
}
