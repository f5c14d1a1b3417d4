import type { Issue, Scheme } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { Refused } from '../../server/client.ts'
import { readTemplate, type Template } from '../../server/templates.ts'

export interface ReadTemplates {
  readonly templates: readonly Template[] | null
  readonly refused: readonly Issue[] | null
}

/** Template versions, whole; read once for the same hashes. */
export function useTemplates(...hashes: readonly (string | undefined)[]): ReadTemplates {
  const wanted = hashes.some((hash) => hash === undefined) ? '' : hashes.join(' ')
  const [found, setFound] = useState<ReadTemplates & { readonly of: string }>({
    of: '',
    templates: null,
    refused: null,
  })
  useEffect(() => {
    if (wanted === '') return
    let isWanted = true
    Promise.all(wanted.split(' ').map(readTemplate)).then(
      (templates) => isWanted && setFound({ of: wanted, templates, refused: null }),
      (error) => {
        if (!(error instanceof Refused)) throw error
        if (isWanted) setFound({ of: wanted, templates: null, refused: error.issues })
      },
    )
    return () => {
      isWanted = false
    }
  }, [wanted])
  return found.of === wanted ? found : NOT_YET
}

const NOT_YET: ReadTemplates = { templates: null, refused: null }

/** One scheme of a package. */
export function schemeIn(template: Template, id: string): Scheme | undefined {
  return template.package.schemes.find((each) => each.id === id)
}
