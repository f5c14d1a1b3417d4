import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { openDesigner } from './browser.ts'
import { largeScheme } from './large-scheme.ts'
import { shares } from './stopwatch.ts'

/**
 * One changed input in a scheme of 500 leaves: how long the worker computes (the bar is 2 ms), how long the answer takes
 * to the page and back, and how long a person waits from the key until the new total is painted.
 */
export async function measureLive(): Promise<void> {
  const { page, context, expectNoFault } = await openDesigner()
  await page.addInitScript(noteAnswers)
  await page.reload()
  await page.setInputFiles('input[type=file]', {
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(largeScheme(500))),
  })
  await page.locator('.trial-score').waitFor()
  await page.waitForTimeout(3_000)
  console.log(`load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors`)
  await moveSlider(page)
  await typeIntoSheet(page)
  expectNoFault()
  await context.close()
}

/** What is tried on the sample. */
async function moveSlider(page: Page): Promise<void> {
  await page.getByRole('slider').first().focus()
  // Down from what it is, so that every step is another total.
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  await page.waitForTimeout(500)
  await read(page)
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(400)
  }
  report('value tried, one by one', await read(page))
  for (let count = 0; count < 60; count++) {
    await page.keyboard.down('ArrowLeft')
    await page.waitForTimeout(33)
  }
  await page.keyboard.up('ArrowLeft')
  await page.waitForTimeout(500)
  report('value tried, key held down', await read(page))
  await page.getByRole('button', { name: '复原' }).click()
}

/** What becomes the sample's own. */
async function typeIntoSheet(page: Page): Promise<void> {
  await page.click('#tab-trial')
  await page.locator('.sheet-row [role=gridcell]').nth(2).click()
  await page.waitForTimeout(1_000)
  await read(page)
  for (let count = 0; count < 20; count++) {
    await page.keyboard.type(`${30 + count}%`)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(800)
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(200)
  }
  report('value typed into the sample', await read(page))
}

interface Noted {
  /** Of each answer: in the worker, and from the question to the answer on the page's side. */
  readonly answers: { readonly tookMs: number; readonly thereAndBackMs: number }[]
  /** From a key to the next new total on the screen. */
  readonly totals: number[]
}

/** Runs in the page before anything else. */
function noteAnswers(): void {
  const noted: Noted = { answers: [], totals: [] }
  Object.assign(window, { noted })
  let keyAt: number | undefined
  window.addEventListener(
    'keydown',
    (event) => {
      keyAt = event.timeStamp
    },
    true,
  )
  const askedAt = new Map<string, number>()
  const heard = new WeakSet<Worker>()
  const { postMessage } = Worker.prototype
  Worker.prototype.postMessage = function (this: Worker, ...sent: [{ id?: string }]) {
    const [{ id }] = sent
    if (id !== undefined) askedAt.set(id, performance.now())
    if (!heard.has(this)) this.addEventListener('message', onAnswer)
    heard.add(this)
    Reflect.apply(postMessage, this, sent)
  }
  const onAnswer = ({ data }: MessageEvent<{ id: string; value?: { ids?: string[]; tookMs: number } }>) => {
    const asked = askedAt.get(data.id)
    askedAt.delete(data.id)
    if (asked === undefined || data.value?.ids === undefined) return
    noted.answers.push({ tookMs: data.value.tookMs, thereAndBackMs: performance.now() - asked })
  }
  let total: string | null | undefined
  new MutationObserver(() => {
    const now = document.querySelector('.trial-score')?.textContent
    if (now === total) return
    total = now
    const began = keyAt
    keyAt = undefined
    if (began === undefined) return
    // What is posted in a frame runs after it is painted.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => noted.totals.push(performance.now() - began)
      channel.port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

function read(page: Page): Promise<Noted> {
  return page.evaluate(() => {
    const { noted } = window as never as { noted: Noted }
    return { answers: noted.answers.splice(0), totals: noted.totals.splice(0) }
  })
}

function report(what: string, { answers, totals }: Noted): void {
  const fine = (times: readonly number[]) => {
    const sorted = [...times].sort((one, other) => one - other)
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(2)
    return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
  }
  const took = fine(answers.map(({ tookMs }) => tookMs))
  const there = fine(answers.map(({ thereAndBackMs }) => thereAndBackMs))
  console.log(
    `${what.padEnd(30)} worker ${took}; there and back ${there}; to paint ${shares(totals)} (${answers.length}, ${totals.length} times)`,
  )
}
