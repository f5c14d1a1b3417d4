import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A process of ours that tells what it has done line by line, and may be killed at any moment. */
export interface Child {
  readonly process: ChildProcess
  /** What it said on stderr, so far. */
  said(): string
  /** Resolves at its end, with all its lines read. */
  readonly ended: Promise<{ readonly signal: string | null }>
}

const source = new URL('../../', import.meta.url)
const built = new URL('../../../dist/', import.meta.url)
const compiled = new Set<string>()

/**
 * Runs a file of tests as a process. Node reads no TypeScript: it is put beside what the compiler has made of the sources,
 * with the test files it imports. `within` is a command that runs commands.
 */
export function start(
  file: string,
  args: readonly string[],
  onLine: (line: string) => void,
  within: readonly string[] = [],
): Child {
  compile(file)
  const [command = '', ...rest] = [...within, process.execPath, fileURLToPath(new URL(named(file), built)), ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', onLine)
  const read = new Promise((resolve) => lines.once('close', resolve))
  const ended = new Promise<{ signal: string | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => read.then(() => resolve({ signal })))
  })
  return { process: child, said: () => said, ended }
}

function compile(file: string): void {
  if (compiled.has(file)) return
  compiled.add(file)
  const text = readFileSync(new URL(file, source), 'utf8')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  })
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  mkdirSync(new URL(folder, built), { recursive: true })
  writeFileSync(new URL(named(file), built), outputText)
  for (const [, name] of text.matchAll(/from '\.\/([\w-]+\.testing\.ts)'/g)) compile(`${folder}${name}`)
}

const named = (file: string) => file.replace(/\.ts$/, '.js')
