// Puts the stored look on the document before the first paint.
(function (root) {
  var read = function (name) { try { return localStorage.getItem(name) } catch (closed) { return null } }
  var scheme = read('school.scheme')
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (read('school.vision') === 'strong') root.setAttribute('data-vision', 'strong')
  if (read('school.language') === 'en') root.lang = 'en'
})(document.documentElement)
