import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import type { SavePoint } from '../storage/save-points.ts'
import { useDesigner } from '../store/use-designer.ts'

export interface StoredVersions {
  readonly savePoints: readonly SavePoint[]
  /** The template the design was made from. */
  readonly origin: string | undefined
  /** What that template is called. */
  readonly originName: string | undefined
  readonly trouble: string | undefined
}

const nothing: StoredVersions = { savePoints: [], origin: undefined, originName: undefined, trouble: undefined }
const listeners = new Set<() => void>()

/** Whoever adds or removes a save point says so; open lists read again. */
export function tellSavePoints(): void {
  for (const listener of listeners) listener()
}

/** What the storage holds of the open design's versions. */
export function useStoredVersions(): StoredVersions {
  const designId = useDesigner((state) => state.designId)
  const [stored, setStored] = useState<StoredVersions>(nothing)
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const found = designId === null ? nothing : await readVersions(designId)
      if (isWanted) setStored(found)
    }
    read()
    listeners.add(read)
    return () => {
      isWanted = false
      listeners.delete(read)
    }
  }, [designId])
  return stored
}

async function readVersions(designId: string): Promise<StoredVersions> {
  try {
    const [savePoints, designs, templates] = await Promise.all([
      api.savePoints(designId),
      api.designs(),
      api.templates(),
    ])
    const origin = designs.find((each) => each.id === designId)?.origin
    const originName = templates.find((each) => each.path === origin)?.name
    return { savePoints, origin, originName, trouble: undefined }
  } catch (error) {
    return { ...nothing, trouble: error instanceof Error ? error.message : String(error) }
  }
}
