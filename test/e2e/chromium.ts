import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Debian's flags for a browser that nobody looks at: it asks nothing of the outside. */
const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
/** First the one without windows, which takes a quarter less. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge', 'msedge']

/**
 * A Chromium to test with: the one named by CHROME, one on PATH, or, as root on Debian, one that is installed with a
 * Chinese font; undefined where there is none to be had.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROME']
  if (named !== undefined && named !== '') return named
  return onPath() ?? (installOnDebian() ? onPath() : undefined)
}

export function chromiumFlags(): string[] {
  // Chromium refuses its sandbox to root.
  return process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags
}

function onPath(): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return undefined
}

function installOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore', timeout: 180_000 })
  } catch {
    return false
  }
  // Older releases have no shell apart.
  return ['chromium-headless-shell', 'chromium'].some((name) => {
    const args = ['install', '-y', '-qq', name, 'fonts-noto-cjk']
    return spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0
  })
}
