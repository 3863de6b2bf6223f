/** What this computer has for signing. */
export interface Found { readonly browser: 'gost' | 'other'; readonly plugin: string | null; readonly certificates: number; readonly secure: boolean; /** Seconds by which the computer's clock is ahead of the server's. */ readonly clockOff: number | null }

interface Plugin { CreateObjectAsync(name: string): Promise<Record<string, unknown>> }
declare global { interface Window { cadesplugin?: Plugin & PromiseLike<unknown> } }

/** Looks at browser, plug-in, certificates, the line and the clock; nothing here asks the person for anything. */
export async function look(): Promise<Found> {
  const plugin = await within(800, pluginVersion(), null)
  return {
    browser: /YaBrowser|Chromium-?Gost|CSP\//i.test(navigator.userAgent) ? 'gost' : 'other', plugin, certificates: plugin === null ? 0 : await within(2000, countCertificates(), 0),
    secure: isSecureContext, clockOff: await within(3000, clockOffset(), null),
  }
}

const within = <T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> => Promise.race([work.catch(() => otherwise), new Promise<T>((done) => setTimeout(() => done(otherwise), ms))])

async function pluginVersion(): Promise<string | null> {
  const plugin = window.cadesplugin
  if (!plugin) return null
  const about = await plugin.CreateObjectAsync('CAdESCOM.About')
  const version = await about['PluginVersion'] as { toString(): string | Promise<string> }
  return String(await version.toString())
}

async function countCertificates(): Promise<number> {
  const store = await window.cadesplugin!.CreateObjectAsync('CAPICOM.Store') as { Open(): Promise<void>; Close(): Promise<void>; Certificates: Promise<{ Count: Promise<number> }> }
  await store.Open()
  const count = await (await store.Certificates).Count
  await store.Close()
  return count
}

async function clockOffset(): Promise<number | null> {
  const sent = Date.now()
  const response = await fetch('/health/live', { cache: 'no-store' })
  const server = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(server) ? null : Math.round(((sent + Date.now()) / 2 - server) / 1000)
}
