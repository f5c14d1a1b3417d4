import type { Scheme } from '@yardstick/model'
import { useEffect, useRef, useState } from 'react'
import type { AuditedSheet } from '../evaluation/audit-sheet.ts'
import { engineOf } from '../evaluation/engine.ts'
import type { OpenSheet } from './open-sheet.ts'

/** What was found in each sheet, by its key; anew for all when they are held against another scheme. */
export function useAudited(sheets: readonly OpenSheet[], scheme: Scheme | null): ReadonlyMap<number, AuditedSheet> {
  const [audited, setAudited] = useState<ReadonlyMap<number, AuditedSheet>>(new Map())
  const by = useRef<{ readonly scheme: Scheme | null; readonly asked: Set<number> }>({ scheme: null, asked: new Set() })
  useEffect(() => {
    if (by.current.scheme !== scheme) by.current = { scheme, asked: new Set() }
    const { asked } = by.current
    const round = by.current
    for (const { key, sheet } of sheets) {
      if (asked.has(key)) continue
      asked.add(key)
      void engineOf()
        .auditSheet(sheet, scheme)
        .then((found) => {
          // Another scheme was chosen meanwhile.
          if (by.current === round) setAudited((before) => new Map(before).set(key, found))
        })
    }
  }, [sheets, scheme])
  return audited
}
