import { useStore } from 'zustand'
import { createDesigner, type Designer } from './designer-store.ts'

/** The one store of the page. Chinese is the source language; what a person has chosen instead is a setting. */
export const designer =
  typeof window === 'undefined' ? createDesigner() : createDesigner('zh', window.innerWidth, window.innerHeight)

/** Reads the store; the selector must give the same thing for the same state, or be wrapped in zustand's `useShallow`. */
export function useDesigner<T>(selector: (state: Designer) => T): T {
  return useStore(designer, selector)
}
