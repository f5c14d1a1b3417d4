import '../../polyfill.ts'
import { expose } from 'comlink'
import { TableReader } from './table-reader.ts'

expose(new TableReader())
