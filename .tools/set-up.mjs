// From a fresh clone to something that runs: install, then build, each only when what it depends on has changed. The
// evidence is a stamp in node_modules holding a hash of the inputs, so deleting node_modules forgets everything.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root, run, say, Trouble, toolPath } from './process.mjs'

const cache = join(root, 'node_modules/.cache/yardstick')
const stamp = { install: join(cache, 'installed'), build: join(cache, 'built'), web: join(cache, 'web') }

/**
 * Brings node_modules and dist up to date.
 *
 * build      false: install only
 * web        false: without the designer's page
 * again      build even if nothing seems to have changed
 * keepGoing  a build that fails is returned as `faults` (what the compiler printed) instead of thrown
 */
export async function setUp({ build: wanted = true, web = true, again = false, keepGoing = false } = {}) {
  const missing = () => ({
    install: !isInstalled(),
    build: wanted && (again || !isBuilt()),
    web: wanted && web && (again || !isWebBuilt()),
  })
  let todo = missing()
  let faults
  if (todo.install || todo.build || todo.web) {
    await oneAtATime(async () => {
      todo = missing()
      if (todo.install) await install()
      if (todo.build) faults = await build()
      // The page is made of what the compiler made.
      if (todo.web && faults === undefined) faults = await buildWeb()
    })
  }
  if (faults !== undefined && !keepGoing) {
    throw new Trouble(
      `${faults}\n编译失败；请按上面的提示修改后重试。`,
      `${faults}\nThe build failed; mend what is listed above and try again.`,
    )
  }
  return { faults }
}

// --- install

const rooms = ['packages', 'apps']

function isInstalled() {
  if (read(stamp.install) !== hashOfManifests()) return false
  return workspaces().every((folder) => existsSync(join(folder, 'node_modules')) || !needsModules(folder))
}

function needsModules(folder) {
  const { dependencies, devDependencies } = manifestOf(folder)
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

/** The root is in the hash since some links in node_modules are absolute. */
function hashOfManifests() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name))
  const manifests = [root, ...workspaces()].map((folder) => join(folder, 'package.json'))
  return hashOf([...files, ...manifests], [process.version, process.platform, process.arch, root])
}

async function install() {
  const version = manifestOf(root).pnpmVersion
  const pnpm = await findPnpm(version)
  const started = Date.now()
  const hash = hashOfManifests()
  say(`正在安装依赖（${pnpm.label}）……`, `Installing packages (${pnpm.label}) ...`)
  let progress = ''
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`  已用 ${seconds} 秒${progress}`, `  ${seconds} s${progress}`)
  }, 10_000)
  // CI: pnpm must neither ask nor refuse without a terminal. NODE_ENV=production would leave the compiler out. Without a
  // network npm would try for over a minute before it says so.
  const env = { npm_config_fetch_retry_maxtimeout: '15000', ...process.env, CI: 'true', NODE_ENV: '' }
  const args = [...pnpm.args, 'install', '--frozen-lockfile', '--prod=false', '--reporter=append-only']
  const onLine = (line) => {
    if (line.startsWith('Progress:')) progress = `  ${line.trim()}`
  }
  const { code, output } = await run(pnpm.command, args, { env, shell: pnpm.shell, onLine })
  clearInterval(timer)
  if (code !== 0) throw installTrouble(output)
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp.install, hash)
  say(`依赖已安装（${secondsSince(started)} 秒）。`, `Packages installed (${secondsSince(started)} s).`)
}

/** The pnpm that started us, else one on PATH that really answers, else npx; each only in the major version we pin. */
async function findPnpm(version) {
  const major = `${version.split('.')[0]}.`
  const onWindows = process.platform === 'win32'
  const agent = process.env['npm_config_user_agent'] ?? ''
  const starter = process.env['npm_execpath'] ?? ''
  if (agent.startsWith(`pnpm/${major}`) && existsSync(starter)) {
    const label = agent.split(' ')[0].replace('/', ' ')
    if (/\.[cm]?js$/.test(starter)) return { command: process.execPath, args: [starter], shell: false, label }
    return { command: starter, args: [], shell: false, label }
  }
  // A corepack shim may ask, hang or fail: it gets no stdin, some seconds, and then counts as absent.
  const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' }
  const answer = await run('pnpm', ['--version'], { env, shell: onWindows, timeoutMs: 20_000 })
  const found = answer.output.trim().split('\n').pop().trim()
  if (answer.code === 0 && found.startsWith(major)) {
    return { command: 'pnpm', args: [], shell: onWindows, label: `pnpm ${found}` }
  }
  const label = `pnpm ${version}, npx`
  return { command: 'npx', args: ['--yes', `pnpm@${version}`], shell: onWindows, label }
}

function installTrouble(output) {
  const end = output.trim().split('\n').slice(-25).join('\n')
  const [zh, en] = causes.find(([pattern]) => pattern.test(output))?.slice(1) ?? causeUnknown
  return new Trouble(`${end}\n\n安装失败：${zh}`, `${end}\n\nInstalling failed: ${en}`)
}

const causes = [
  [/ENOSPC/, '磁盘已满；请腾出约 500 MB 空间后重试。', 'the disk is full; make room (about 500 MB) and try again.'],
  [
    /OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH|BROKEN_LOCKFILE/,
    'pnpm-lock.yaml 与 package.json 不一致；改动依赖后请运行 npx pnpm@10 install 并提交锁定文件。',
    'pnpm-lock.yaml does not fit package.json; after a change of dependencies run `npx pnpm@10 install` and commit the lock file.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|network/i,
    '连接不到软件包仓库；请检查网络或代理，或用 npm config set registry 指定可用的仓库后重试。',
    'no package registry could be reached; check network and proxy, or name a registry with `npm config set registry`, and try again.',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    '软件包仓库的证书不受信任；请设置 NODE_EXTRA_CA_CERTS 指向本单位的根证书后重试。',
    'the certificate of the package registry is not trusted; point NODE_EXTRA_CA_CERTS at your root certificate and try again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    '没有写入权限；请更换目录或修改权限后重试。',
    'no right to write here; use another folder or change its permissions.',
  ],
]
const causeUnknown = ['请按上面的提示处理后重试。', 'see the messages above.']

// --- build

function isBuilt() {
  return read(stamp.build) === hashOfSources() && projects().every((folder) => existsSync(buildInfo(folder)))
}

/** Types of tests are a check of their own: a mistake there must not keep `npm start` from running. */
function projects() {
  return workspacesIn(rooms).filter((folder) => existsSync(join(folder, 'tsconfig.json')))
}

function buildInfo(folder) {
  return join(folder, 'dist/.tsbuildinfo')
}

function sources() {
  const shared = ['package.json', 'pnpm-lock.yaml', 'tsconfig.base.json'].map((name) => join(root, name))
  const own = projects().flatMap((folder) => [
    join(folder, 'package.json'),
    join(folder, 'tsconfig.json'),
    ...filesUnder(join(folder, 'src')),
  ])
  return [...shared, ...own]
}

function hashOfSources() {
  return hashOf(sources(), [])
}

/** Returns what the compiler printed if it found anything wrong. */
async function build() {
  const started = Date.now()
  const hash = hashOfSources()
  say('正在编译……', 'Building ...')
  const { code, output } = await run(process.execPath, [
    toolPath.tsc,
    '-b',
    ...(mustForce() ? ['--force'] : []),
    ...projects(),
  ])
  if (code !== 0) return output.trim() || `tsc: ${code}`
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp.build, hash)
  say(`编译完成（${secondsSince(started)} 秒）。`, `Built (${secondsSince(started)} s).`)
}

const designer = join(root, 'apps/designer')

function isWebBuilt() {
  return read(stamp.web) === hashOfWeb() && existsSync(join(designer, 'dist/web/index.html'))
}

/** The page holds the packages, and the templates as they are. */
function hashOfWeb() {
  const own = ['index.html', 'vite.config.ts'].map((name) => join(designer, name))
  const folders = [join(designer, 'vite'), join(designer, 'public'), join(root, 'rules')]
  return hashOf([...sources(), ...own, ...folders.flatMap(filesUnder)], [])
}

/** Returns what the bundler printed if it failed. Its hints on chunks are nothing a person who starts the page can use. */
async function buildWeb() {
  const started = Date.now()
  const hash = hashOfWeb()
  say('正在生成页面……', 'Building the page ...')
  const { code, output } = await run(process.execPath, [toolPath.vite, 'build', designer, '--logLevel', 'error'])
  if (code !== 0) return output.trim() || `vite: ${code}`
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp.web, hash)
  say(`页面已生成（${secondsSince(started)} 秒）。`, `Page built (${secondsSince(started)} s).`)
}

/**
 * The compiler looks at times first: a newer release unpacked over an older one, its files carrying the times of their
 * commits, would look unchanged to it. If the hash says changed and no file is newer than the last build, all is built.
 */
function mustForce() {
  if (read(stamp.build) === undefined) return false
  const last = statSync(stamp.build).mtimeMs
  return sources().every((file) => statSync(file).mtimeMs < last)
}

// --- one set-up at a time

const lock = join(cache, 'lock')
const silenceMs = 10_000

/**
 * A lock file whose holder shows every second that it lives. Process ids would not do: a folder shared by two containers
 * has ids that mean nothing to the other, and after a restart an id may be somebody else's.
 */
async function oneAtATime(work) {
  const mine = `${process.pid} ${Date.now()}`
  mkdirSync(cache, { recursive: true })
  let told = false
  while (!claim(mine)) {
    if (!told) say('另一个进程正在准备，等待中……', 'Waiting for another process that is setting up ...')
    told = true
    await sleep(200)
    if (silence() > silenceMs) setAside()
  }
  const release = () => {
    if (read(lock) === mine) rmSync(lock, { force: true })
  }
  const beat = setInterval(() => touch(lock), 1000)
  process.on('exit', release)
  try {
    await work()
  } finally {
    clearInterval(beat)
    release()
    process.off('exit', release)
  }
}

function claim(mine) {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(lock, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function silence() {
  try {
    return Date.now() - statSync(lock).mtimeMs
  } catch {
    return 0
  }
}

/** Of several that wait only one can rename it; the others find it gone or renewed. */
function setAside() {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
    rmSync(aside, { force: true })
  } catch {}
}

function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {}
}

// --- files

function workspaces() {
  return [...workspacesIn(rooms), join(root, 'test')]
}

function workspacesIn(names) {
  return names
    .flatMap((name) => folderNames(join(root, name)).map((child) => join(root, name, child)))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

function folderNames(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function hashOf(files, words) {
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}\0`)
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function secondsSince(started) {
  return ((Date.now() - started) / 1000).toFixed(1)
}
