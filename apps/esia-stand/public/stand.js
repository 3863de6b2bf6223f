// The list follows the typing; without this file the search button does the same.
const field = document.getElementById('q')
const people = document.getElementById('people')

if (field && people) {
  let wait
  let asked
  const ask = async () => {
    asked?.abort()
    asked = new AbortController()
    const address = new URL(location.href)
    address.searchParams.set('q', field.value)
    address.searchParams.set('part', 'people')
    try {
      const answer = await fetch(address, { signal: asked.signal })
      if (answer.ok) people.innerHTML = await answer.text()
    } catch (error) {
      if (error.name !== 'AbortError') field.form.submit()
    }
  }
  field.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(ask, 150)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === field) return
    event.preventDefault()
    field.focus()
  })
}
