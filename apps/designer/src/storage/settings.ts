import type { DesignerStore } from '../store/designer-store.ts'
import type { View } from '../store/view.ts'

/** What a person has chosen for every design: small enough for the browser's simple storage, lost without harm. */
type Settings = Partial<Pick<View, 'language' | 'theme'>>

const KEY = 'yardstick.settings'

/** Brings back what was chosen, and remembers what is chosen from now on. */
export function keepSettings(store: DesignerStore): void {
  store.setView(read())
  store.subscribe(({ view }, { view: before }) => {
    if (view.language === before.language && view.theme === before.theme) return
    const settings: Settings = { language: view.language, theme: view.theme }
    try {
      localStorage.setItem(KEY, JSON.stringify(settings))
    } catch {
      // A browser without storage forgets; nothing else suffers.
    }
  })
}

function read(): Settings {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { [key: string]: unknown }
    return {
      ...(language === 'zh' || language === 'en' ? { language } : {}),
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    }
  } catch {
    return {}
  }
}
