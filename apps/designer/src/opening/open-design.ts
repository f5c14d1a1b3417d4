import { api } from '../api.ts'
import type { Design } from '../store/design.ts'
import { designer } from '../store/use-designer.ts'

/**
 * Stores a design and opens it. Where the browser keeps nothing (a private window, a full disk) it is opened all the same,
 * and the title bar says that it is not saved.
 */
export async function openDesign(design: Design, origin?: string): Promise<void> {
  try {
    await api.create(design, origin)
  } catch (error) {
    designer.load('unsaved', design)
    const trouble = error instanceof Error ? error.message : String(error)
    designer.setSync({ state: 'failed', savedAt: null, trouble })
  }
}
