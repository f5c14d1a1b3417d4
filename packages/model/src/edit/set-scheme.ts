import { type Reducer, setFields } from './reducer.ts'

/** The head of the scheme and its policies. */
export const setScheme: Reducer<'set-scheme'> = (scheme, { fields }) => {
  setFields(scheme, fields)
  return []
}

export const setGrades: Reducer<'set-grades'> = (scheme, { grades }) => {
  setFields(scheme, { grades })
  return []
}

export const setCases: Reducer<'set-cases'> = (scheme, { cases }) => {
  setFields(scheme, { cases })
  return []
}

/** Places on the canvas, whole. */
export const setLayout: Reducer<'set-layout'> = (scheme, { layout }) => {
  scheme.layout = layout
  return []
}
