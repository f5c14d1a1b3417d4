import { type Indicator, isBranch, type Leaf } from '@yardstick/model'
import { type LeafContext, printStandard, printTarget } from '@yardstick/wording'
import { useMemo } from 'react'
import { typeNames } from '../../parts/terms.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { Module } from './module.ts'
import { libraryWords } from './words.ts'

/** What an entry holds: its indicators with points, targets and rules, and the data they read. */
export function EntryPicture({ module }: { module: Module }) {
  const w = useWords(libraryWords)
  const types = useWords(typeNames)
  const rows = useMemo(() => rowsOf(module.indicators, 0), [module])
  return (
    <div className="entry-picture">
      <table>
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col" className="entry-points">
              {w.points}
            </th>
            <th scope="col" className="entry-target">
              {w.target}
            </th>
            <th scope="col">{w.standard}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, depth }) => (
            <Row key={node.id} node={node} depth={depth} />
          ))}
        </tbody>
      </table>
      {module.items.length > 0 && (
        <p>
          <strong>{w.items}</strong>
          {module.items.map((item) => (
            <span key={item.id}>{`${item.id} · ${types[item.type]}`}</span>
          ))}
        </p>
      )}
      {(module.measures ?? []).length > 0 && (
        <p>
          <strong>{w.measures}</strong>
          {module.measures?.map((measure) => (
            <span key={measure.id}>{`${measure.id} = ${measure.formula}`}</span>
          ))}
        </p>
      )}
    </div>
  )
}

function Row({ node, depth }: { node: Indicator; depth: number }) {
  const language = useLanguage()
  const isLeaf = !isBranch(node)
  return (
    <tr className={isLeaf ? '' : 'entry-branch'}>
      <th scope="row" style={{ paddingInlineStart: 8 + depth * 14 }}>
        {node.name}
      </th>
      <td className="entry-points">{node.points}</td>
      <td>{isLeaf && node.target !== undefined ? printTarget(node.target, language) : ''}</td>
      <td>{isLeaf ? (node.standard ?? printStandard(node.scoring, contextOf(node), language)) : ''}</td>
    </tr>
  )
}

function contextOf({ name, points, target, actual, scoring }: Leaf): LeafContext {
  const elementIds = scoring.method === 'checklist' ? scoring.elements.map(({ id }) => id) : undefined
  return { name, points, target, actual, elementIds }
}

function rowsOf(nodes: readonly Indicator[], depth: number): { node: Indicator; depth: number }[] {
  return nodes.flatMap((node) => [{ node, depth }, ...(isBranch(node) ? rowsOf(node.children, depth + 1) : [])])
}
