import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import type { VersionHead } from '../server/schemes.ts'
import type { SavePoint } from '../storage/save-points.ts'
import { useDesigner } from '../store/use-designer.ts'

export interface StoredVersions {
  readonly savePoints: readonly SavePoint[]
  /** What was published of it, newest first. */
  readonly versions: readonly VersionHead[]
  /** The template the design was made from. */
  readonly origin: string | undefined
  /** What that template is called. */
  readonly originName: string | undefined
  readonly trouble: string | undefined
}

const nothing: StoredVersions = {
  savePoints: [],
  versions: [],
  origin: undefined,
  originName: undefined,
  trouble: undefined,
}
const listeners = new Set<() => void>()

/** Whoever adds or removes a save point says so; open lists read again. */
export function tellSavePoints(): void {
  for (const listener of listeners) listener()
}

/** What the storage holds of the open design's versions. */
export function useStoredVersions(): StoredVersions {
  const designId = useDesigner((state) => state.designId)
  const latest = useDesigner((state) => state.server?.head?.latest?.hash)
  const [stored, setStored] = useState<StoredVersions>(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that was just published is listed too
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
  }, [designId, latest])
  return stored
}

async function readVersions(designId: string): Promise<StoredVersions> {
  try {
    const [savePoints, versions, designs, templates] = await Promise.all([
      api.savePoints(designId),
      api.versions(designId),
      api.designs(),
      api.templates(),
    ])
    const origin = designs.find((each) => each.id === designId)?.origin
    const originName = templates.find((each) => each.path === origin)?.name
    return { savePoints, versions, origin, originName, trouble: undefined }
  } catch (error) {
    return { ...nothing, trouble: error instanceof Error ? error.message : String(error) }
  }
}
