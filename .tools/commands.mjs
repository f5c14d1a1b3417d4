// What each npm script does once everything is set up. Data of the main job goes to stdout, words about the way to stderr.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks, runFiltered } from './checks.mjs'
import { hand, root, say, Trouble, toolPath } from './process.mjs'
import { setUp } from './set-up.mjs'

const commands = {
  start,
  test: (args) => test(args, { long: false }),
  'test:all': (args) => test(args, { long: true }),
  build,
  bench,
  fix,
  screenshots,
  speed,
  load,
}

/** Runs one; what the surroundings can cause (no network, no disk) ends as words, a fault of ours as a stack. */
export async function runCommand(name, args) {
  try {
    if (!Object.hasOwn(commands, name)) {
      console.error(`node .tools/run.mjs ${Object.keys(commands).join(' | ')}`)
      process.exitCode = 2
    } else {
      // pnpm hands on the `--` that npm swallows.
      process.exitCode = await commands[name](args[0] === '--' ? args.slice(1) : args)
    }
  } catch (error) {
    process.exitCode = 1
    if (error instanceof Trouble) say(error.zh, error.en)
    else if (error.code === 'ENOSPC') say('磁盘已满；请腾出空间后重试。', 'The disk is full; make room and try again.')
    else if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
      say(
        `没有写入权限：${error.path ?? root}；请更换目录或修改权限后重试。`,
        `No right to write to ${error.path ?? root}; use another folder or change its permissions.`,
      )
    else console.error(error)
  }
}

/** The server with the designer; with another command of `yardstick` behind it, that command instead. */
async function start(args) {
  const isCommand = args.length > 0 && !args[0].startsWith('-')
  await setUp({ web: !isCommand })
  return hand([join(root, 'apps/cli/bin/yardstick.js'), ...(isCommand ? args : ['serve', ...args])])
}

/** All checks, or with arguments only the tests that vitest selects by them. The last line is `N passed, N failed`. */
async function test(args, { long }) {
  if (long) process.env['YARDSTICK_LONG'] = '1'
  const { faults } = await setUp({ keepGoing: true })
  return args.length > 0 ? runFiltered(args, faults) : runChecks(faults)
}

async function build() {
  await setUp({ again: true })
  return 0
}

async function bench(args) {
  await setUp({ web: false })
  const main = join(root, 'test/bench/main.mjs')
  if (!existsSync(main))
    throw new Trouble('还没有性能测试（test/bench/main.mjs）。', 'No benchmarks yet (test/bench/main.mjs).')
  return hand([main, ...args])
}

/** Every view as a picture in `.cache/screenshots/`, for people to look at. */
async function screenshots(args) {
  await setUp()
  return hand([toolPath.vitest, 'run', '--config', 'test/e2e/screenshots.config.ts', '--root', '.', ...args])
}

/** What a person waits for at 2,000 leaves, in figures; best on a machine that does nothing else. */
async function speed(args) {
  await setUp()
  return hand([toolPath.vitest, 'run', '--config', 'test/e2e/speed.config.ts', '--root', '.', ...args])
}

/** What a listening server carries on both stores, in figures. */
async function load(args) {
  await setUp()
  return hand([toolPath.vitest, 'run', '--config', 'test/bench/load.config.ts', '--root', '.', ...args])
}

async function fix(args) {
  await setUp({ build: false })
  return hand([toolPath.biome, 'check', '--write', ...(args.length > 0 ? args : ['.'])])
}
