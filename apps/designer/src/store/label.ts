import type { Language } from '@yardstick/model'

/** What an undo step is called in the menu (撤销：修改分值), in both languages, since the language may change later. */
export type Label = { readonly [L in Language]: string }
