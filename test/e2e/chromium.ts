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
const names = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge', 'msedge']

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
    const wanted = ['chromium', 'fonts-noto-cjk']
    execFileSync('apt-get', ['install', '-y', '-qq', ...wanted], { env, stdio: 'ignore', timeout: 600_000 })
    return true
  } catch {
    return false
  }
}
