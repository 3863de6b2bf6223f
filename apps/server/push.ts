import { join } from 'node:path'
import { keptSender, pushWith } from '@school/notices/server'
import type { Config } from './config.ts'

/** Pushes go to the services the operator names, under a key made at the first start and kept beside the data. */
export function connectPush({ push, dataDir }: Config): void {
  pushWith(push.services.length === 0 ? null : { sender: keptSender(join(dataDir, 'push'), push.contact), services: push.services })
}
