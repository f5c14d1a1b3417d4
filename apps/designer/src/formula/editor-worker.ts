import '../polyfill.ts'
import 'monaco-editor/editor/editor.worker'
