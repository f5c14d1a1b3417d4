import { cpus, loadavg } from 'node:os'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type ComparedServer, startCompared } from './compared-server.ts'
import { RealServer } from './real-server.ts'
import { signedInPage } from './server-page.ts'

/**
 * 500 departments × 60 indicators: what the server takes for the scores and for what is made of them, and what a person
 * waits for until a picture stands and while it is scrolled. The bar is a second for data and picture together.
 */
export async function measureComparison(): Promise<void> {
  process.env['YARDSTICK_REQUESTS_PER_MINUTE'] = '1000000'
  const server = new RealServer()
  server.addAdministrator()
  await server.start()
  let browser: Browser | undefined
  try {
    const began = performance.now()
    const compared = await startCompared(server, { departments: 500, leaves: 60 })
    print('two campaigns filled in and scored', performance.now() - began)
    await measureServer(compared)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    const page = await signedInPage(browser, server.address, 'wang', [])
    await page.locator('.account-name').waitFor()
    await measurePage(page, server.address, compared)
  } finally {
    await browser?.close()
    await server.end()
  }
}

function print(what: string, ms: number, more = ''): void {
  console.log(
    `${what.padEnd(46)} ${ms.toFixed(0).padStart(6)} ms  load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} ${more}`,
  )
}

async function measureServer({ wang, earlier, later }: ComparedServer): Promise<void> {
  const asked = async (what: string, path: string) => {
    for (const again of ['', ', again']) {
      const began = performance.now()
      const answer = await wang.ask('GET', `/api/campaigns/${later}/${path}`)
      print(
        `server: ${what}${again}`,
        performance.now() - began,
        `${Math.round(JSON.stringify(answer).length / 1024)} kB`,
      )
    }
  }
  await asked('scores, leaf by leaf', 'scores?limit=1000')
  await asked('indicators', 'indicators')
  await asked('statistics', 'statistics')
  await asked('ranking', 'ranking')
  await asked('years by department', `comparison?with=${earlier}`)
  await asked('years by indicator', `comparison/indicators?with=${earlier}`)
}

async function measurePage(page: Page, address: string, { later }: ComparedServer): Promise<void> {
  const pictures = [
    ['ranking', '.comparison-view .picture canvas'],
    ['heat-map', '.heat-canvas canvas'],
    ['discrimination', '.comparison-picture canvas'],
    ['full-marks', '.comparison-picture canvas'],
    ['self', '.comparison-picture canvas'],
    ['years', '.comparison-picture canvas'],
  ] as const
  // The first one fetches the library, too.
  for (const [part, shown] of [...pictures, ...pictures]) {
    await page.goto('about:blank')
    await page.goto(`${address}#campaigns`)
    await page.locator('.list-body a').first().waitFor()
    print(`page: ${part}, data and picture`, await untilPainted(page, `#campaigns/${later}/comparison/${part}`, shown))
  }
  await page.evaluate((hash) => location.assign(hash), `#campaigns/${later}/comparison/heat-map`)
  await page.locator('.heat-canvas canvas').waitFor()
  await page.waitForTimeout(1_000)
  const frames = await page.evaluate(scrolled)
  const sorted = [...frames].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
  console.log(
    `page: heat map scrolled, ${frames.length} frames: middle ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`,
  )
}

/** From a changed address until what it shows is painted with its data: the canvas is there and has pixels. */
async function untilPainted(page: Page, hash: string, shown: string): Promise<number> {
  return page.evaluate(
    ([address, selector]) =>
      new Promise<number>((resolve) => {
        const began = performance.now()
        location.hash = address
        const isPainted = () => {
          const canvas = document.querySelector<HTMLCanvasElement>(selector)
          if (canvas === null || canvas.width === 0) return false
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
          return data.some((value) => value !== 0)
        }
        const look = () =>
          isPainted() ? requestAnimationFrame(() => resolve(performance.now() - began)) : setTimeout(look, 20)
        look()
      }),
    [hash, shown] as const,
  )
}

/** Three seconds of scrolling down, the length of every frame. */
function scrolled(): Promise<number[]> {
  const box = document.querySelector('.heat-scroller')!
  return new Promise((resolve) => {
    const frames: number[] = []
    const end = performance.now() + 3_000
    let last = performance.now()
    const step = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      box.scrollTop += 37
      if (now < end) requestAnimationFrame(step)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(step)
  })
}
