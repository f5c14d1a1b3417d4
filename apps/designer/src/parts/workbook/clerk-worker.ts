import '../../polyfill.ts'
import { expose } from 'comlink'
import { Clerk } from './clerk.ts'

expose(new Clerk())
