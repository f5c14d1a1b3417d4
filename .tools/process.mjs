// Child processes and words, as the other scripts here need them.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The scripts themselves, not node_modules/.bin: those are shell files here and .cmd files on Windows. */
export const toolPath = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  vite: join(root, 'apps/designer/node_modules/vite/bin/vite.js'),
}

/** Something outside the program that the person can mend; told without a stack. */
export class Trouble extends Error {
  constructor(zh, en) {
    super(en)
    this.zh = zh
    this.en = en
  }
}

/** One line to stderr in the language of the locale. */
export function say(zh, en) {
  console.error(isChinese() ? zh : en)
}

function isChinese() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return /^zh/i.test(locale)
}

/**
 * Runs a command to its end without stdin and keeps what it prints; coloured only where it will be shown on a terminal.
 *
 * onLine   called with each whole line as it comes, without colours
 * echo     also passes the output on to stdout as it comes
 * returns  code: the exit code, or null where it could not be started, ran over `timeoutMs`, or was killed
 */
export function run(command, args, { env = process.env, onLine, echo = false, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: coloured(env), shell, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = track(child)
    // Not spawn's own `timeout`: where the command cannot be started, its timer would keep us waiting.
    const timer = timeoutMs && setTimeout(giveUp, timeoutMs)
    let output = ''
    let unread = ''
    const read = (text) => {
      if (echo) process.stdout.write(text)
      output += text
      const lines = (unread + text).split('\n')
      unread = lines.pop()
      if (onLine) for (const line of lines) onLine(stripVTControlCharacters(line))
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    const finish = (code, more = '') => {
      clearTimeout(timer)
      end()
      resolve({ code, output: output + more })
    }
    // What the command itself has started may hold the pipes open: they are let go too.
    function giveUp() {
      child.kill('SIGKILL')
      child.stdout.destroy()
      child.stderr.destroy()
      finish(null)
    }
    child.on('error', (error) => finish(null, error.message))
    child.on('close', (code) => finish(code))
  })
}

function coloured({ NO_COLOR, FORCE_COLOR, ...env }) {
  return process.stdout.isTTY && !NO_COLOR ? { ...env, FORCE_COLOR: '1' } : { ...env, NO_COLOR: '1' }
}

/** Runs a Node script with our own stdin, stdout and stderr, and returns its exit code. */
export function hand(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    const end = track(child)
    child.on('error', reject)
    child.on('close', (code) => {
      end(code)
      resolve(code ?? 1)
    })
  })
}

const children = new Set()
let asked = 0

/**
 * A signal to us is passed on, and we end after our children have: nothing is left writing behind our back. A child that
 * ends well when it is asked to, as a server does, is no failure.
 */
function track(child) {
  children.add(child)
  return (code) => {
    children.delete(child)
    if (asked && children.size === 0) process.exit(code === 0 ? 0 : 128 + asked)
  }
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.on(signal, () => {
    asked = number
    if (children.size === 0) process.exit(128 + number)
    for (const child of children) child.kill(signal)
  })
}
