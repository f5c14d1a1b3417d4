/** The name under which the code editor knows the source text, so that its schema is found. */
export const SOURCE_URI = 'inmemory://yardstick/scheme.json'
