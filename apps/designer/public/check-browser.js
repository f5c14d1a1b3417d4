// Written for any browser: says in plain words that it is too old, instead of leaving a white page. Chromium 88 is the
// floor; `aspect-ratio` came with it.
;(() => {
  var isNew = typeof CSS !== 'undefined' && CSS.supports && CSS.supports('aspect-ratio', '1 / 1')
  if (isNew) return
  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('too-old').removeAttribute('hidden')
    document.getElementById('app').setAttribute('hidden', '')
  })
})()
