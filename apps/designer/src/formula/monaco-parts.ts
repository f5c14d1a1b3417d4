import * as monaco from 'monaco-editor/editor'
// What two features ask for some time after the editor has opened, and nothing else brings.
import 'monaco-editor/editor/common/services/treeViewsDndService'
import 'monaco-editor/editor/contrib/codelens/browser/codeLensCache'
// The list of offers; its feature registers only what comes on top of it.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/parameterHints/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import { schemas } from '@yardstick/model'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import EditorWorker from './editor-worker.ts?worker'
import JsonWorker from './json-worker.ts?worker'
import { SOURCE_URI } from './source-uri.ts'

/** The parts of the code editor that are used, and no others. */
self.MonacoEnvironment = { getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) }

jsonDefaults.setDiagnosticsOptions({
  // What is wrong is said by our own reader, in both languages; the schema is for completion and hovering.
  validate: false,
  allowComments: false,
  enableSchemaRequest: false,
  schemas: [{ uri: 'inmemory://yardstick/scheme-schema.json', fileMatch: [SOURCE_URI], schema: schemas.scheme }],
})

for (const name of ['light', 'dark'] as const) {
  monaco.editor.defineTheme(`yardstick-${name}`, {
    base: name === 'light' ? 'vs' : 'vs-dark',
    inherit: true,
    rules: [
      { token: 'item', foreground: name === 'light' ? '1a5696' : '7db3f0' },
      { token: 'field', foreground: name === 'light' ? '1a5696' : '7db3f0' },
      { token: 'measure', foreground: name === 'light' ? '1d7a46' : '5cc48a' },
      { token: 'function', foreground: name === 'light' ? '1c2530' : 'e6ebf1', fontStyle: 'bold' },
      { token: 'word', foreground: name === 'light' ? '8a5a00' : 'e3b04b' },
      { token: 'unknown', foreground: name === 'light' ? 'b42318' : 'f0837a' },
    ],
    colors: { 'editor.background': name === 'light' ? '#ffffff' : '#15191f' },
  })
}

export { monaco }
