import '../polyfill.ts'
import { expose } from 'comlink'
import { Evaluator } from './evaluator.ts'

expose(new Evaluator())
