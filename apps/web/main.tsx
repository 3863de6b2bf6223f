import '@school/ui/styles.css'
import { knowCatalogues, meKey, ProblemError, showLook, startOffline } from '@school/web'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App.tsx'
import { warmUp } from './shell/page-code.ts'
import { startWorker } from './shell/start-worker.ts'
import { subsystems } from './shell/subsystems.ts'

knowCatalogues(subsystems)
showLook()
warmUp(location.pathname) // the page's code does not wait until the person is known
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showLook)

// The session may end on the server at any moment: whichever query learns of it first tells the shell.
const cache = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => { if (error instanceof ProblemError && error.status === 401) cache.setQueryData(meKey, null) } }),
  // Without a network questions are asked all the same: kept replies answer, the others say at once that they cannot.
  defaultOptions: { queries: { retry: false, staleTime: 20_000, gcTime: 10 * 60_000, networkMode: 'offlineFirst', refetchOnReconnect: 'always' }, mutations: { networkMode: 'offlineFirst' } },
})

startOffline(cache, subsystems)
createRoot(document.getElementById('root')!).render(
  <StrictMode><QueryClientProvider client={cache}><App /></QueryClientProvider></StrictMode>,
)
addEventListener('load', startWorker, { once: true })
