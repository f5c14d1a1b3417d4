import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { issuesOf } from './actions.ts'
import { DeclarationHead } from './declaration-head.tsx'
import { DeclarationList } from './declaration-list.tsx'
import { declarationRows, takesDeclarations } from './declaration-rows.ts'
import { DeclarationSheet } from './declaration-sheet.tsx'
import './declarations.css'
import { EmptyDeclarations, NoDeclaration } from './empty-declarations.tsx'
import { OwnItems } from './own-items.tsx'
import { OwnLeafForm } from './own-leaf-form.tsx'
import { declarationWords } from './words.ts'

/** 绩效目标申报表: what each unit sets within the scheme's limits, and which one the samples are scored under. */
export function DeclarationsView() {
  const w = useWords(declarationWords)
  const design = useDesigner((state) => state.design!)
  const chosen = useDesigner(({ view }) => view.declaration)
  const [shown, setShown] = useState<number | null>(chosen)
  const [part, setPart] = useState<'targets' | 'items'>('targets')
  const [row, setRow] = useState<string | null>(null)
  const { scheme, declarations } = design
  const index = declarations.length === 0 ? null : Math.min(shown ?? 0, declarations.length - 1)
  const declaration = index === null ? undefined : declarations[index]
  const issues = useMemo(() => (declaration === undefined ? [] : issuesOf(scheme, declaration)), [scheme, declaration])
  const rows = useMemo(
    () => (declaration === undefined ? [] : declarationRows(scheme, declaration, issues)),
    [scheme, declaration, issues],
  )
  const selected = rows.find((each) => each.key === row)
  if (!takesDeclarations(scheme) && declarations.length === 0) return <EmptyDeclarations />
  return (
    <div className="declarations">
      <DeclarationList shown={index} onShow={setShown} />
      {declaration === undefined || index === null ? (
        <NoDeclaration onAdded={() => setShown(declarations.length)} />
      ) : (
        <div className="declarations-main" key={index}>
          <DeclarationHead index={index} declaration={declaration} issues={issues}>
            <Segmented
              aria-label={w.part}
              value={part}
              options={[
                { value: 'targets', label: w.parts.targets },
                { value: 'items', label: w.parts.items(declaration.items?.length ?? 0) },
              ]}
              onChange={setPart}
            />
          </DeclarationHead>
          {part === 'items' ? (
            <OwnItems index={index} declaration={declaration} issues={issues} />
          ) : (
            <div className="declarations-body">
              <DeclarationSheet index={index} declaration={declaration} rows={rows} onRow={setRow} />
              {selected?.kind === 'own' && (
                <OwnLeafForm key={selected.key} index={index} declaration={declaration} row={selected} />
              )}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
