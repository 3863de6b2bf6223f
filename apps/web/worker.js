// The worker of the installed application: keeps the shell and built files, never a reply of the API. Filled in by the build: files, by page and role.
const build = /* build */ { version: '', shell: [], roles: {} }
const current = `school ${build.version}`
const frame = '/offline' // no page has this address: the document without anything of a page
const patienceMs = 4000

addEventListener('install', (event) => event.waitUntil(keepShell()))
addEventListener('activate', (event) => event.waitUntil(begin()))
addEventListener('message', (event) => { if (Array.isArray(event.data?.roles)) event.waitUntil(keepPages(event.data.roles)) })
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate' && !/^\/(api|auth|health|metrics)(\/|$)/.test(pathname)) event.respondWith(documentOf(event))
})

async function keepShell() {
  const cache = await caches.open(current)
  await cache.addAll([frame, ...build.shell])
  await keepPages([...await rolesBefore()])
  await skipWaiting() // files are named by what is in them: an open page goes on with its own
}

/** Files of the version before stay for pages that are still open. */
async function begin() {
  const names = (await caches.keys()).filter((name) => name.startsWith('school ') && name !== current)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
  await registration.navigationPreload?.enable()
  await clients.claim()
}

const roleMark = (role) => `/offline?role=${encodeURIComponent(role)}`

/** Keeps the pages that these roles open without a network, and who they are for the next version. */
async function keepPages(roles) {
  const cache = await caches.open(current)
  for (const role of roles.filter((one) => build.roles[one])) {
    const missing = []
    for (const file of build.roles[role]) if (!await cache.match(file)) missing.push(file)
    await cache.addAll(missing).then(() => cache.put(roleMark(role), new Response('')), () => null) // the next visit tries again
  }
}

async function rolesBefore() {
  const roles = new Set()
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const { pathname, searchParams } = new URL(url)
      if (pathname === frame && searchParams.has('role')) roles.add(searchParams.get('role'))
    }
  }
  return roles
}

async function fileOf(request) {
  const known = await caches.match(request.url)
  if (known) return known
  const response = await fetch(request)
  if (response.ok && response.type === 'basic') (await caches.open(current)).put(request.url, response.clone())
  return response
}

const keptFrame = async () => (await caches.open(current)).match(frame)

/** The fresh document; the kept frame when the network is away, broken or too slow. */
async function documentOf(event) {
  const fresh = (async () => await event.preloadResponse || fetch(event.request))()
  const slow = new Promise((_, reject) => setTimeout(reject, patienceMs))
  try {
    const response = await Promise.race([fresh, slow])
    if (response.status !== 502 && response.status !== 504) return response
    return await keptFrame() ?? response
  } catch {
    return await keptFrame() ?? fresh
  }
}

addEventListener('push', (event) => event.waitUntil(tell(event.data)))
addEventListener('notificationclick', (event) => { event.notification.close(); event.waitUntil(open(event.notification.data?.path)) })

/** Shows what the server allows a locked screen to say; a message sent twice takes its own place. */
async function tell(data) {
  const { title, body, path, tag } = data?.json() ?? {}
  if (title) await registration.showNotification(title, { body, tag, data: { path }, icon: '/sign-192.png', badge: '/sign-192.png' })
}

/** The page it is about, in a window that is open already if there is one. */
async function open(path) {
  const { href } = new URL(/^\/notices\/[\w-]+$/.test(path ?? '') ? path : '/notices/all', location.origin)
  const [page] = await clients.matchAll({ type: 'window' })
  if (!page) return clients.openWindow(href)
  await page.focus()
  return page.navigate(href).catch(() => clients.openWindow(href)) // a page the worker does not control yet cannot be led
}
