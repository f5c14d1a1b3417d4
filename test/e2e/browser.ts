import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { chromiumFlags, findChromium } from './chromium.ts'
import { servePage } from './page-server.ts'

/**
 * The built designer in a real browser, served by itself. A test file puts its tests under
 * `describe.skipIf(hasNoBrowser)`; where there is no browser they are skipped and the run says so.
 */
export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  readonly address: string
}

export interface OpenOptions {
  /** A built-in template: seeds/nanchang-2021-sysops-project; without one the opening page is shown. */
  readonly template?: string
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly language?: 'zh' | 'en'
  /** Console errors that the test means to cause. */
  readonly expectErrors?: RegExp
}

const executablePath = findChromium()

/** For `describe.skipIf`. */
export const hasNoBrowser = executablePath === undefined
if (hasNoBrowser) console.log('NOT RUN: tests in a browser, no Chromium on PATH and none could be installed')

let running: Promise<{ browser: Browser; address: string; stop: () => void }> | undefined

async function start() {
  const browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags() })
  const { address, stop } = await servePage()
  return { browser, address, stop }
}

afterAll(async () => {
  if (running === undefined) return
  const { browser, stop } = await running
  running = undefined
  await browser.close()
  stop()
})

/**
 * A fresh page with storage of its own. `close` it through the context; faults of the page and requests that leave the
 * origin fail the test when `expectNoFault` is asked.
 */
export async function openDesigner(options: OpenOptions = {}): Promise<Opened & { expectNoFault(): void }> {
  running ??= start()
  const { browser, address } = await running
  const viewport = { width: options.width ?? 1366, height: options.height ?? 768 }
  const { colorScheme = 'light' } = options
  const context = await browser.newContext({ viewport, locale: 'zh-CN', colorScheme, reducedMotion: 'reduce' })
  if (options.language !== undefined) {
    const settings = JSON.stringify({ language: options.language })
    await context.addInitScript((text) => localStorage.setItem('yardstick.settings', text), settings)
  }
  const page = await context.newPage()
  const faults: string[] = []
  watch(page, address, faults, options.expectErrors)
  context.on('page', (other) => watch(other, address, faults, options.expectErrors))
  await page.goto(options.template === undefined ? address : `${address}#template=${options.template}`)
  if (options.template !== undefined) await page.waitForSelector('.shell')
  return { page, context, address, expectNoFault: () => expect(faults).toEqual([]) }
}

function watch(page: Page, address: string, faults: string[], expected: RegExp | undefined): void {
  const note = (fault: string) => {
    if (expected?.test(fault) !== true) faults.push(fault)
  }
  page.on('pageerror', (error) => note(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) note(`leaves the origin: ${url}`)
  })
}
