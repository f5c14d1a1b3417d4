// biome-ignore-all lint/complexity/useArrowFunction: the oldest browsers have to read this
// Written for any browser: says in plain words that it is too old, instead of leaving a white page. Chromium 88 is the
// floor; `inset` came with 87, and what is missing up to 88 is no more than the page itself makes up for.
;(function () {
  var isNew = typeof CSS !== 'undefined' && CSS.supports && CSS.supports('inset', '0')
  if (isNew) return
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('too-old').removeAttribute('hidden')
    document.getElementById('app').setAttribute('hidden', '')
  })
})()
