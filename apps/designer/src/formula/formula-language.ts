import { completions, type HighlightPiece, highlight, type Scope, signatureAt } from '@yardstick/formula'
import type { Language } from '@yardstick/model'
import type { editor, languages } from 'monaco-editor/editor'
import { pinyinKeys } from '../parts/pinyin.ts'
import type { Monaco } from './monaco.ts'

/** The language of formulas in the code editor. The names in scope are those of the editor that is in use. */
export const FORMULA = 'yardstick-formula'

interface InUse {
  scope: Scope
  language: Language
}

let inUse: InUse | undefined
let isKnown = false

/** Makes the editor speak it, with these names. */
export function teachFormulas(monaco: Monaco, names: InUse): void {
  inUse = names
  if (isKnown) return
  isKnown = true
  monaco.languages.register({ id: FORMULA })
  monaco.languages.setLanguageConfiguration(FORMULA, {
    brackets: [
      ['(', ')'],
      ['（', '）'],
    ],
    wordPattern: /[\p{L}\p{N}_“”《》·.%]+/u,
  })
  monaco.languages.setTokensProvider(FORMULA, tokens)
  monaco.languages.registerCompletionItemProvider(FORMULA, completer(monaco))
  monaco.languages.registerSignatureHelpProvider(FORMULA, signatures)
}

const state: languages.IState = { clone: () => state, equals: () => true }

/** A line at a time: no word of a formula goes over the end of a line. */
const tokens: languages.TokensProvider = {
  getInitialState: () => state,
  tokenize: (line) => {
    const pieces: readonly HighlightPiece[] = inUse === undefined ? [] : highlight(line, inUse.scope)
    const found = pieces.flatMap(({ kind, from, to }) => [
      { startIndex: from, scopes: kind },
      { startIndex: to, scopes: '' },
    ])
    return { tokens: [{ startIndex: 0, scopes: '' }, ...found], endState: state }
  },
}

function completer(monaco: Monaco): languages.CompletionItemProvider {
  const kinds = monaco.languages.CompletionItemKind
  const KIND = {
    name: kinds.Variable,
    field: kinds.Field,
    function: kinds.Function,
    choice: kinds.EnumMember,
    word: kinds.Keyword,
  }
  return {
    triggerCharacters: ['.', '[', '"', '“'],
    provideCompletionItems(model, position) {
      if (inUse === undefined) return { suggestions: [] }
      const text = model.getValue()
      const offset = model.getOffsetAt(position)
      const found = completions(text, offset, inUse.scope, inUse.language, pinyinKeys).slice(0, 60)
      const suggestions = found.map((each, index): languages.CompletionItem => {
        const [start, end] = [model.getPositionAt(each.from), model.getPositionAt(each.to)]
        const insertText = `${escaped(each.insert.slice(0, each.caret))}$0${escaped(each.insert.slice(each.caret))}`
        return {
          label: { label: each.label, description: each.detail },
          kind: KIND[each.kind],
          detail: each.help,
          insertText,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          // They have been found already, also by pinyin: whatever was typed fits them.
          filterText: text.slice(each.from, offset) || each.label,
          sortText: String(index).padStart(3, '0'),
          range: monaco.Range.fromPositions(start, end),
        }
      })
      return { suggestions, incomplete: true }
    },
  }
}

/** In snippets these three have a meaning. */
const escaped = (text: string) => text.replace(/[$}\\]/g, '\\$&')

const signatures: languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', '（', ',', '，'],
  provideSignatureHelp(model: editor.ITextModel, position) {
    if (inUse === undefined) return null
    const help = signatureAt(model.getValue(), model.getOffsetAt(position), inUse.language)
    if (help === undefined) return null
    const value: languages.SignatureHelp = {
      signatures: [
        {
          label: help.label,
          documentation: help.help,
          parameters: help.parameters.map((label) => ({ label })),
        },
      ],
      activeSignature: 0,
      activeParameter: help.active,
    }
    return { value, dispose: () => {} }
  },
}
