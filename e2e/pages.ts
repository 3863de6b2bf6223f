import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/** A page as the web application registers it. */
export interface Registered { readonly room: string; readonly path: string; readonly access: 'public' | 'signedIn' | 'acting'; readonly needs: readonly string[] }

interface Door { readonly name: string; readonly pages: readonly { readonly path: string; readonly access?: Registered['access']; readonly needs?: string | readonly string[] }[] }

/** Every page that the web doors of all rooms register, read from the doors themselves: a new room is here as soon as it is in the application. */
export async function registeredPages(): Promise<Registered[]> {
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => null }, configurable: true }) // the doors ask for the language of the device
  const vite = await createServer({
    root: fileURLToPath(new URL('../apps/web', import.meta.url)), configFile: false, logLevel: 'error', appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false }, optimizeDeps: { noDiscovery: true },
  })
  try {
    const { subsystems } = await vite.ssrLoadModule('/shell/subsystems.ts') as { subsystems: readonly Door[] }
    return subsystems.flatMap(({ name, pages }) => pages.map(({ path, access = 'acting', needs = [] }) => ({ room: name, path, access, needs: typeof needs === 'string' ? [needs] : needs })))
  } finally {
    await vite.close()
  }
}

/** Whether an address within a context is one of this page. */
export const isOf = (page: Registered, rest: string): boolean =>
  new RegExp(`^${page.path.replace(/:[^/]+/g, '[^/]+')}$`).test(rest)

/** Fixed words outweigh parameters, so `/schools/new` is not an address of `/schools/:id`. */
export const pageAt = (pages: readonly Registered[], rest: string): Registered | undefined =>
  pages.filter((page) => isOf(page, rest)).toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
