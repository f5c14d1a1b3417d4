/** What this program calls itself: in evaluations, in backups, and for packages that ask for a newer one. */
export const ENGINE_VERSION = '0.1.0'
