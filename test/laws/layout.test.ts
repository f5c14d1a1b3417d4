import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * The shape of the house: which rooms there are, who may import whom, and through which door foreign libraries come in.
 * The manifests name only allowed neighbours, so most wrong arrows do not resolve; these laws hold the rest. Each lists
 * what breaks it, so that a failure reads as a list of things to move.
 *
 * A cycle of imports counts also where they are of types only: a type that two files name belongs in the one below both.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Rooms of packages/ and what of ours each may import; an app may import any package, test/ anything. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  model: [],
  formula: ['model'],
  wording: ['formula', 'model'],
  engine: ['formula', 'model', 'wording'],
  exchange: ['formula', 'model', 'wording'],
}

/**
 * The one door of each foreign library: a file, a folder with its slash, or one file for what comes in and one for what goes
 * out. Changing a library changes one place.
 */
const doors: Readonly<Record<string, string | readonly string[]>> = {
  ajv: 'packages/model/src/ajv/',
  canonicalize: 'packages/model/src/canonical.ts',
  immer: 'packages/model/src/edit/apply-edit.ts',
  typebox: 'packages/model/src/schema/',
  'json-rules-engine': 'packages/engine/src/evaluate/rules.ts',
  docx: 'packages/exchange/src/write/docx.ts',
  fflate: [
    'packages/exchange/src/read/zip.ts',
    'packages/exchange/src/write/zip.ts',
    'packages/exchange/src/write/settle-zip.ts',
  ],
  '@e965/xlsx': 'packages/exchange/src/read/xls.ts',
  '@noble/curves': 'packages/exchange/src/package/signature.ts',
  '@noble/ciphers': 'packages/exchange/src/package/locked-key.ts',
  '@noble/hashes': ['packages/exchange/src/package/locked-key.ts', 'packages/exchange/src/package/fingerprint.ts'],
  hucre: ['packages/exchange/src/read/xlsx.ts', 'packages/exchange/src/write/xlsx.ts'],
}

/** The same for the server, in whose store alone there is SQL: what a library there is, and where it may come in. */
const serverDoors: Readonly<Record<string, readonly string[]>> = {
  kysely: ['store/'],
  pg: ['store/database.ts'],
  '@electric-sql/pglite': ['store/pglite/'],
  'pg-boss': ['jobs/queue.ts'],
  fastify: [''],
  typebox: [''],
}

/**
 * The one arrow between apps: `yardstick serve`, `backup` and the like are typed where `yardstick check` is typed, but need
 * the server's rooms. One file of the command line hands them over, loaded for those commands only.
 */
const arrow = { from: 'apps/cli/src/server-commands.ts', to: '@yardstick/server/commands' }

const doorsOf = (library: string): readonly string[] => [doors[library] ?? []].flat()

const topLevel = [
  ...['packages', 'apps', 'rules', 'test'],
  ...['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'biome.json', 'tsconfig.base.json', 'tsconfig.json'],
  ...['README.md', 'LICENSE'],
]

const packages = foldersIn('packages')
const apps = foldersIn('apps')
const rooms = [...packages, ...apps]
const everyFile = ['packages', 'apps', 'test', 'rules'].flatMap(filesUnder)
const packageFiles = everyFile.filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file))
const packageSources = packageFiles.filter((file) => !isTest(file))
const codeFiles = everyFile.filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file))
const importsByFile = new Map(codeFiles.map((file) => [file, importsOf(file)]))

// Rooms and names

test('[L1] the top level holds the rooms and the files that tools look for there, nothing else', () => {
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'node_modules')
  expect(found.sort()).toEqual([...topLevel].sort())
})

test('[L2] every package is a room we know, and every package has a README', () => {
  expect(packages.filter((room) => neighbours[basename(room)] === undefined)).toEqual([])
  expect(packages.filter((room) => !existsSync(join(root, room, 'README.md')))).toEqual([])
})

test('[L3] files and folders of code have names in kebab-case', () => {
  const documents = /(^|\/)(README|LAWS|ISSUES)\.md$/
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
  const pythonModule = /^[a-z0-9_]+\.py$/
  const named = everyFile.filter((file) => !file.startsWith('rules/') && !documents.test(file))
  const good = (file: string) => file.split('/').every((part) => kebab.test(part) || pythonModule.test(part))
  expect(named.filter((file) => !good(file))).toEqual([])
})

test('[L4] rules hold data and pages, no code', () => {
  const data = ['.json', '.md', '.csv', '.xlsx', '.yardstick']
  expect(everyFile.filter((file) => file.startsWith('rules/') && !data.includes(extname(file)))).toEqual([])
})

test('[L5] no source file of a package is longer than 600 lines', () => {
  const lines = (file: string) => readText(file).split('\n').length - 1
  expect(packageSources.filter((file) => lines(file) > 600)).toEqual([])
})

// Manifests

test('[L6] manifests name exact versions only', () => {
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/
  const loose = ['.', ...rooms, 'test'].flatMap((folder) =>
    Object.entries(allDependencies(folder))
      .filter(([name, version]) => (isOurs(name) ? version !== 'workspace:*' : !exact.test(version)))
      .map(([name, version]) => `${folder}: ${name} ${version}`),
  )
  expect(loose).toEqual([])
})

test('[L7] manifests name only allowed neighbours, and libraries only where their door is', () => {
  const wrong = rooms.flatMap((room) =>
    Object.keys(allDependencies(room))
      .filter((name) =>
        isOurs(name)
          ? !mayImport(room, name)
          : isPackage(room) && !doorsOf(name).some((door) => door.startsWith(`${room}/`)),
      )
      .map((name) => `${room}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test('[L8] a tsconfig refers to just the packages its manifest names, and the root one to every room', () => {
  for (const room of [...rooms, 'test']) {
    const named = Object.keys(manifest(room).dependencies ?? {})
      .filter(isOurs)
      .map((name) => roomOfName(name))
    const referred = references(room).filter((path) => isPackage(path) || room !== 'test')
    expect({ room, referred: referred.sort() }).toEqual({ room, referred: named.sort() })
  }
  expect(references('.').sort()).toEqual([...rooms, 'test'].sort())
})

test('[L9] the lock file holds no address', () => {
  expect(readText('pnpm-lock.yaml')).not.toMatch(/https?:\/\//)
})

// Imports

test('[L10] imports follow model ◀ formula ◀ wording ◀ engine, exchange → the same but engine, apps → packages', () => {
  const wrong = (file: string, target: string) => isOurs(target) && !isSelf(file, target) && !mayImport(file, target)
  expect(breaking(inRooms, wrong)).toEqual([])
})

test('[L11] relative imports stay inside their room', () => {
  const leaves = (file: string, target: string) =>
    isRelative(target) && !resolved(file, target).startsWith(`${roomOf(file)}/`)
  expect(breaking(inRooms, leaves)).toEqual([])
})

test('[L12] nobody imports deeper than a package exports', () => {
  const deep = (_file: string, target: string) => {
    if (!isOurs(target)) return false
    const rest = target.split('/').slice(2).join('/')
    const room = roomOfName(target)
    return !existsSync(join(root, room)) || manifest(room).exports?.[rest === '' ? '.' : `./${rest}`] === undefined
  }
  expect(breaking(() => true, deep)).toEqual([])
})

test('[L13] each foreign library comes into packages through one door', () => {
  const elsewhere = (file: string, target: string) => {
    if (isRelative(target) || isOurs(target) || target.startsWith('node:')) return false
    return !doorsOf(libraryName(target)).some((door) => (door.endsWith('/') ? file.startsWith(door) : file === door))
  }
  expect(breaking((file) => packageSources.includes(file), elsewhere)).toEqual([])
})

test('[L14] nothing in packages touches Node, the DOM or React', () => {
  const platform = (_file: string, target: string) =>
    target.startsWith('node:') || /^(react|react-dom)(\/|$)/.test(target) || builtinModules.includes(target)
  expect(breaking((file) => packageSources.includes(file), platform)).toEqual([])
  // Their globals are out of reach too: the compiler is given neither the DOM's names nor Node's.
  const base = config('tsconfig.base.json').compilerOptions
  expect({ lib: base?.['lib'], types: base?.['types'] }).toEqual({ lib: ['es2023'], types: [] })
  expect(packages.filter((room) => config(`${room}/tsconfig.json`).compilerOptions !== undefined)).toEqual([])
  expect(packageSources.filter((file) => /^\/\/\/\s*<reference/m.test(readText(file)))).toEqual([])
})

test('[L15] packages read no clock, throw no dice and make no code at run time', () => {
  const impure = packageSources.flatMap((file) => impuritiesOf(file).map((what) => `${file}: ${what}`))
  expect(impure).toEqual([])
})

test("[L16] inside a package nobody imports the package's own index", () => {
  const own = (file: string, target: string) =>
    isRelative(target) ? resolved(file, target) === `${roomOf(file)}/src/index.ts` : isSelf(file, target)
  expect(breaking(inRooms, own)).toEqual([])
})

test("[L17] a package's index only lists names", () => {
  const doing = packages
    .map((room) => `${room}/src/index.ts`)
    .filter((file) => existsSync(join(root, file)))
    .filter(
      (file) =>
        !parse(file).statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
    )
  expect(doing).toEqual([])
})

test('[L18] no import cycle among the files of a room, of values or of types', () => {
  expect(
    rooms.flatMap((room) => cyclesIn(codeFiles.filter((file) => file.startsWith(`${room}/src/`) && !isTest(file)))),
  ).toEqual([])
})

test('[L19] a panel of the designer imports only itself and the shared rooms; app/ alone puts panels together', () => {
  const shared = ['store', 'parts', 'evaluation', 'storage', 'server']
  const src = 'apps/designer/src/'
  const panelOf = (path: string) =>
    path.startsWith(src) ? path.slice(src.length).split('/').slice(0, -1)[0] : undefined
  const wrong = (file: string, target: string) => {
    const [from, to] = [panelOf(file), isRelative(target) ? panelOf(resolved(file, target)) : undefined]
    if (from === undefined || from === 'app' || to === undefined || shared.includes(to)) return false
    return from !== to
  }
  expect(breaking((file) => file.startsWith(src), wrong)).toEqual([])
  // Each large library has one room here too; workers are three, the engine, the clerk of workbooks and the reader of tables.
  const rooms: Readonly<Record<string, string | readonly string[]>> = {
    '@xyflow/react': 'canvas/',
    'monaco-editor': 'formula/',
    echarts: 'parts/chart/',
    idb: 'storage/',
    comlink: ['evaluation/', 'parts/workbook/', 'importing/reader/'],
    '@noble/hashes': 'evaluation/',
    '@tanstack/react-virtual': 'parts/sheet/',
    'd3-hierarchy': 'parts/tree-picture/',
  }
  const elsewhere = (file: string, target: string) => {
    const room = isRelative(target) ? undefined : rooms[libraryName(target)]
    return room !== undefined && ![room].flat().some((each) => file.startsWith(`${src}${each}`))
  }
  expect(breaking((file) => file.startsWith(src), elsewhere)).toEqual([])
  // The store and the engine's side know nothing of React, but for the one hook.
  const react = (_file: string, target: string) => /^(react|react-dom|antd|zustand)(\/|$)/.test(target)
  const pure = (file: string) => /^apps\/designer\/src\/(store|evaluation|storage)\//.test(file)
  expect(breaking(pure, react).filter((each) => !/use-designer|zustand\/vanilla/.test(each))).toEqual([])
})

test('[L20] what the server uses comes in through doors of its own', () => {
  const src = 'apps/server/src/'
  const elsewhere = (file: string, target: string) => {
    const doors = isRelative(target) ? undefined : serverDoors[libraryName(target)]
    return doors !== undefined && !doors.some((door) => file.startsWith(`${src}${door}`))
  }
  expect(breaking((file) => file.startsWith(src) && !isTest(file), elsewhere)).toEqual([])
})

// Reading the tree

/** Every way to name another module: import, export from, import(), import types and require. */
function importsOf(file: string): string[] {
  const imports: string[] = []
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) imports.push(node.text)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal)
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0])
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return imports
}

function isImportCall(node: ts.CallExpression): boolean {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true
  return ts.isIdentifier(node.expression) && node.expression.text === 'require'
}

/** The clock is `new Date()`, `Date()` and `Date.now`; a Date made from given numbers is a calendar and may stay. */
function impuritiesOf(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText())) {
      found.push(node.getText())
    }
    if (ts.isCallExpression(node) && ['Date', 'eval', 'Function'].includes(node.expression.getText())) {
      found.push(node.getText())
    }
    if (ts.isNewExpression(node)) {
      const made = node.expression.getText()
      if (made === 'Function' || (made === 'Date' && !node.arguments?.length)) found.push(node.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

function breaking(inScope: (file: string) => boolean, breaks: (file: string, target: string) => boolean): string[] {
  return [...importsByFile]
    .filter(([file]) => inScope(file))
    .flatMap(([file, imports]) =>
      imports.filter((target) => breaks(file, target)).map((target) => `${file} imports ${target}`),
    )
}

/** Each cycle once, as the path that closes it. */
function cyclesIn(files: readonly string[]): string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const path: string[] = []
  const walk = (file: string): void => {
    const at = path.indexOf(file)
    if (at >= 0) cycles.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const target of importsByFile.get(file) ?? []) {
      if (isRelative(target)) walk(resolved(file, target))
    }
    path.pop()
    done.add(file)
  }
  for (const file of files) walk(file)
  return cycles
}

// Small questions

function inRooms(file: string): boolean {
  return file.startsWith('packages/') || file.startsWith('apps/')
}

function isPackage(path: string): boolean {
  return path.startsWith('packages/')
}

function isTest(file: string): boolean {
  return /\.(test|testing)\.tsx?$/.test(file)
}

function isOurs(target: string): boolean {
  return target.startsWith('@yardstick/')
}

function isSelf(file: string, target: string): boolean {
  return isOurs(target) && shortName(target) === roomName(file)
}

function isRelative(target: string): boolean {
  return target.startsWith('.')
}

/** packages/model of packages/model/src/exact.ts */
function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}

function roomName(path: string): string {
  return path.split('/')[1] ?? ''
}

/** model of @yardstick/model/deep */
function shortName(target: string): string {
  return target.split('/')[1] ?? ''
}

function libraryName(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

function isApp(target: string): boolean {
  return apps.includes(`apps/${shortName(target)}`)
}

/** packages/model of @yardstick/model */
function roomOfName(name: string): string {
  return `${isApp(name) ? 'apps' : 'packages'}/${shortName(name)}`
}

function mayImport(path: string, target: string): boolean {
  const name = shortName(target)
  if (path === arrow.from && target === arrow.to) return true
  // The manifest has to name it, for the one file.
  if (path === 'apps/cli' && target === '@yardstick/server') return true
  if (!packages.includes(`packages/${name}`)) return false
  return isPackage(path) ? (neighbours[roomName(path)]?.includes(name) ?? false) : true
}

function resolved(file: string, target: string): string {
  return toPosix(relative(root, resolve(root, dirname(file), target)))
}

// Files

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
}

interface Config {
  readonly compilerOptions?: Readonly<Record<string, unknown>>
  readonly references?: readonly { readonly path: string }[]
}

function manifest(folder: string): Manifest {
  return JSON.parse(readText(join(folder, 'package.json')))
}

function allDependencies(folder: string): Record<string, string> {
  return { ...manifest(folder).dependencies, ...manifest(folder).devDependencies }
}

function config(file: string): Config {
  return JSON.parse(readText(file))
}

function references(folder: string): string[] {
  const paths = config(join(folder, 'tsconfig.json')).references ?? []
  return paths.map(({ path }) => toPosix(relative(root, resolve(root, folder, path))))
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true)
}

function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || ['node_modules', 'dist'].includes(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

function toPosix(path: string): string {
  return path.split(sep).join('/')
}
