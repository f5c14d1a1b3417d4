import { writeFileSync } from 'node:fs'
import { adopt, hashDocument, type Lineage, type Origin } from '@yardstick/model'
import { type Adaptation, rules, schemeIn, sha256, templateIn, textIn } from './library.ts'

/**
 * The lineage that an adaptation has when its template is what stands in the library now. Which indicator corresponds to
 * which was judged by people and is kept; hashes, points and places follow from the template. An indicator of the template
 * that the adaptation does not use keeps its own id, and one that is new in the template comes in as not used.
 */
export function rebasedLineage({ lineage, from }: Adaptation): Lineage {
  const template = templateIn(from)
  const adopted = adopt({ template, scheme: schemeIn(from) }, { mode: lineage.mode }, sha256)
  if (!adopted.ok) throw new Error(JSON.stringify(adopted.issues))
  const ids = new Map(Object.entries(lineage.nodes ?? {}).map(([id, origin]) => [origin.from ?? id, id]))
  const here = (id: string) => ids.get(id) ?? id
  const nodes = Object.entries(adopted.value.lineage?.nodes ?? {}).map(([id, origin]): [string, Origin] => {
    const { parent } = origin
    return [
      here(id),
      {
        ...origin,
        ...(parent === undefined ? {} : { parent: here(parent) }),
        ...(here(id) === id ? {} : { from: id }),
      },
    ]
  })
  return { template, mode: lineage.mode, nodes: Object.fromEntries(nodes) }
}

/**
 * Writes it into the scheme, and the scheme's new hash wherever the evaluation beside it names the scheme; nothing else of
 * them changes.
 */
export function writeRebased(adaptation: Adaptation): void {
  const { folder } = adaptation
  const before = textIn(folder, 'scheme.json')
  const text = before.replace(
    /\n {2}"lineage": \{\n(?: {3}.*\n)* {2}\}/,
    `\n${lineageText(rebasedLineage(adaptation))}`,
  )
  writeFileSync(new URL(`${folder}/scheme.json`, rules), text)
  if (!folder.startsWith('seeds/')) return
  const hash = hashDocument(schemeIn(folder), sha256)
  const evaluation = textIn(folder, 'evaluation.json')
    .replace(/("scheme": \{[^}]*"hash": ")[0-9a-f]{64}/, (_, head) => head + hash)
    .replace(/("address": ")[0-9a-f]{16}(?=\/)/g, (_, head) => head + hash.slice(0, 16))
  writeFileSync(new URL(`${folder}/evaluation.json`, rules), evaluation)
}

function lineageText({ template, mode, nodes = {} }: Lineage): string {
  const line = (value: object) => {
    const fields = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`)
    return `{ ${fields.join(', ')} }`
  }
  const origins = Object.entries(nodes).map(([id, origin]) => `      ${JSON.stringify(id)}: ${line(origin)}`)
  return `  "lineage": {
    "template": ${line(template)},
    "mode": ${JSON.stringify(mode)},
    "nodes": {
${origins.join(',\n')}
    }
  }`
}
