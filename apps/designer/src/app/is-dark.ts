import { useSyncExternalStore } from 'react'
import { useDesigner } from '../store/use-designer.ts'

const query = matchMedia('(prefers-color-scheme: dark)')

/** The theme chosen, or the system's. */
export function useIsDark(): boolean {
  const theme = useDesigner((state) => state.view.theme)
  const isSystemDark = useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
  return theme === 'system' ? isSystemDark : theme === 'dark'
}
