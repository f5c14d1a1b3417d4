import type { editor } from 'monaco-editor/editor'

/**
 * How every code editor here behaves: safe with input methods, and quiet about Chinese punctuation, which it would take
 * for look-alikes of ASCII.
 */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: 'Consolas, "Cascadia Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Microsoft YaHei", monospace',
  fontSize: 14,
  lineHeight: 22,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  // The experimental ways of taking input lose letters of input methods in some browsers.
  editContext: false,
  acceptSuggestionOnCommitCharacter: false,
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: true },
  renderControlCharacters: false,
  fixedOverflowWidgets: true,
  links: false,
  contextmenu: true,
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 6, bottom: 6 },
}
