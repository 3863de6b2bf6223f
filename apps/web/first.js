// Stands in the document itself: the stored look before the first paint, and at once what the code would ask for only when it has come.
(function (root) {
  const read = (name) => { try { return localStorage.getItem(name) } catch { return null } }
  const scheme = read('school.scheme')
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const language = read('school.language') === 'en' ? 'en' : 'ru'
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (read('school.vision') === 'strong') root.setAttribute('data-vision', 'strong')
  root.lang = language
  window.earlyMe = fetch('/api/me', { credentials: 'same-origin', headers: { accept: 'application/json' } })
  window.earlyMe.catch(() => null) // whoever takes the answer tells of the failure
  const words = document.querySelector('meta[name="words"]')
  for (const href of words ? words.getAttribute(`data-${language}`).split(' ').filter(Boolean) : []) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
})(document.documentElement)
