import '@school/ui/styles.css'
import { askMe, knowCatalogues, meKey, ProblemError, showLook, startOffline } from '@school/web'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App.tsx'
import { beginAt, warmUp } from './shell/page-code.ts'
import { startWorker } from './shell/start-worker.ts'
import { subsystems } from './shell/subsystems.ts'

knowCatalogues(subsystems)
showLook()
void warmUp(location.pathname) // the page's code does not wait until the person is known
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showLook)

// The session may end on the server at any moment: whichever query learns of it first tells the shell.
const cache = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => { if (error instanceof ProblemError && error.status === 401) cache.setQueryData(meKey, null) } }),
  // Without a network questions are asked all the same: kept replies answer, the others say at once that they cannot.
  defaultOptions: { queries: { retry: false, staleTime: 20_000, gcTime: 10 * 60_000, networkMode: 'offlineFirst', refetchOnReconnect: 'always' }, mutations: { networkMode: 'offlineFirst' } },
})

startOffline(cache, subsystems)
const patienceMs = 400 // the frame may stand that much later, so that the page is drawn in one go and asks for its data at once

/** Draws when the person is known and the code of the page is here; pages import this file, so it must not await at its top. */
async function begin() {
  const me = await cache.fetchQuery(askMe()).catch(() => null)
  await Promise.race([beginAt(location.pathname, me, cache), new Promise((resolve) => { setTimeout(resolve, patienceMs) })])
  createRoot(document.getElementById('root')!).render(
    <StrictMode><QueryClientProvider client={cache}><App /></QueryClientProvider></StrictMode>,
  )
}

void begin()
addEventListener('load', startWorker, { once: true })
