import { useSyncExternalStore } from 'react'

let newer = false
const watchers = new Set<() => void>()

/** True once a newer version of the application has come to this device while the page was open. */
export const useNewVersion = (): boolean => useSyncExternalStore((tell) => { watchers.add(tell); return () => { watchers.delete(tell) } }, () => newer)

const idle = (run: () => void) => setTimeout(run, 2500) // the first view has the line for itself

/** Starts the worker that opens the application without a network, and tells it which pages this person opens. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return
  idle(() => {
    const controlled = navigator.serviceWorker.controller !== null
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (controlled) { newer = true; watchers.forEach((tell) => tell()) }
    })
    void navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(tellRoles, () => null)
  })
}

let roles: readonly string[] = []

/** The roles of the person at this device: their pages that open without a network are kept. */
export function keepPagesOf(now: readonly string[]): void {
  roles = now
  if ('serviceWorker' in navigator) navigator.serviceWorker.ready.then(tellRoles, () => null)
}

const tellRoles = ({ active }: ServiceWorkerRegistration) => { if (roles.length > 0) active?.postMessage({ roles }, { transfer: [] }) }
