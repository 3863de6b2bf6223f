import type { Sender } from './vapid.ts'

/** What the installation decides at its start. */
export interface PushSettings { readonly sender: Sender; readonly services: readonly string[] }

let settings: PushSettings | null = null

/** Tells this process with which key and to which services it sends; without it nobody is pushed anything. */
export const pushWith = (given: PushSettings | null): void => { settings = given }
export const pushSettings = (): PushSettings | null => settings
