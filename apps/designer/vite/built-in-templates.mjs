import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rules = fileURLToPath(new URL('../../../rules', import.meta.url))
const groups = ['national', 'departments', 'seeds']

/**
 * Serves `rules/` with the page: `rules/index.json` lists the templates, `rules/<group>/<name>.json` holds one with the
 * submission, declaration and expected result that stand beside it. `rules/sheets.json` lists the printed score sheets,
 * `rules/seeds/<name>.sheet.json` is one. The data stay what they are; nothing is generated.
 *
 * @returns {import('vite').Plugin}
 */
export function builtInTemplates() {
  return {
    name: 'yardstick-built-in-templates',
    generateBundle() {
      for (const [fileName, source] of files()) this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0]).slice(1)
        const source = path.startsWith('rules/') ? files().get(path) : undefined
        if (source === undefined) return next()
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(source)
      })
    },
  }
}

/** @returns {Map<string, string>} text by file name */
function files() {
  const templates = groups.flatMap((group) =>
    readdirSync(join(rules, group))
      .sort()
      .filter((name) => existsSync(join(rules, group, name, 'scheme.json')))
      .map((name) => templateOf(group, name)),
  )
  const index = templates.map(({ path, scheme }) => ({
    path,
    group: path.split('/')[0],
    id: scheme.id,
    name: scheme.name,
    region: scheme.region?.name,
    year: scheme.year,
    departmentTypes: scheme.departmentTypes,
    description: scheme.description,
    leaves: countLeaves(scheme.indicators),
    fullScore: scheme.fullScore,
    published: publishedOf(path),
  }))
  const sheets = readdirSync(join(rules, 'seeds'))
    .sort()
    .map((name) => ({ path: `seeds/${name}`, sheet: read(join(rules, 'seeds', name), 'sheet.json') }))
    .filter(({ sheet }) => sheet !== undefined)
  const sheetIndex = sheets.map(({ path, sheet: { source, published } }) => ({
    path,
    title: source.title,
    about: [source.region, source.department, source.year].join(' · '),
    total: published.total,
  }))
  return new Map([
    ['rules/index.json', JSON.stringify(index)],
    ['rules/sheets.json', JSON.stringify(sheetIndex)],
    ...sheets.map(
      ({ path, sheet }) => /** @type {[string, string]} */ ([`rules/${path}.sheet.json`, JSON.stringify(sheet)]),
    ),
    ...templates.map((each) => /** @type {[string, string]} */ ([`rules/${each.path}.json`, JSON.stringify(each)])),
  ])
}

/** @param {string} group @param {string} name */
function templateOf(group, name) {
  const folder = join(rules, group, name)
  return {
    path: `${group}/${name}`,
    scheme: read(folder, 'scheme.json'),
    submission: read(folder, 'submission.json'),
    declaration: read(folder, 'declaration.json'),
    expected: read(folder, 'evaluation.json') ?? read(folder, 'expected.json'),
    members: membersOf(folder),
  }
}

/** What the report that a seed was taken from gave, in all and for each part. @param {string} path */
function publishedOf(path) {
  const evaluation = read(join(rules, path), 'evaluation.json')
  if (evaluation === undefined) return undefined
  const { total, grade, indicators } = evaluation
  const parts = indicators.filter((each) => each.path.length === 1)
  return { total, grade, parts: parts.map(({ name, points, score }) => ({ name, points, score })) }
}

/** The other members of the group that ranks read. @param {string} folder */
function membersOf(folder) {
  const group = join(folder, 'group')
  if (!existsSync(group)) return undefined
  return readdirSync(group)
    .sort()
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(group, name))
}

/** @param {string} folder @param {string} name */
function read(folder, name) {
  const file = join(folder, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** @param {{ children?: any[] }[]} indicators @returns {number} */
function countLeaves(indicators) {
  return indicators.reduce((sum, each) => sum + (each.children === undefined ? 1 : countLeaves(each.children)), 0)
}
