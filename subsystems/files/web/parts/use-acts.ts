import { addressOf } from '@school/contract'
import { showToast } from '@school/ui'
import { keyOf, problemText, useCommand } from '@school/web'
import { downloadFile, downloadZip } from '../../contract/content.ts'
import { copyNodes, getFolder, getNode, listFolder, listSpaces, listVersions, listView, moveNodes, purgeNodes, putFolder, renameNode, restoreNodes, starNode, trashNodes, type Node } from '../../contract/nodes.ts'
import { useT } from './words.ts'

/** Everything that shows nodes is asked again after an act. */
export const staleNodes = () => [listFolder, listView, getFolder, getNode, listSpaces, listVersions].map((route) => keyOf(route))
const tellProblem = ({ code, details }: { code: string; details: Readonly<Record<string, unknown>> }) => { showToast({ tone: 'bad', text: problemText(code, details) }) }

/** The acts on nodes that need no question; each says what it did, and what can be taken back offers it. */
export function useActs() {
  const t = useT()
  const options = { stale: staleNodes, onProblem: tellProblem }
  const restore = useCommand(restoreNodes, { ...options, onDone: (_, { body }) => { showToast({ tone: 'ok', text: t.restored(body.ids.length) }) } })
  return {
    restore,
    trash: useCommand(trashNodes, { ...options, onDone: (_, { body }) => { showToast({ tone: 'ok', text: t.removed(body.ids.length), undo: () => restore.mutate({ body: { ids: [...body.ids] } }) }) } }),
    purge: useCommand(purgeNodes, { ...options, onDone: (_, { body }) => { showToast({ tone: 'ok', text: t.purged(body.ids.length) }) } }),
    star: useCommand(starNode, options),
    move: useCommand(moveNodes, { ...options, onDone: (_, { body }) => { showToast({ tone: 'ok', text: t.moved(body.ids.length) }) } }),
    copy: useCommand(copyNodes, { ...options, onDone: (_, { body }) => { showToast({ tone: 'ok', text: t.copied(body.ids.length) }) } }),
    makeFolder: useCommand(putFolder, { stale: staleNodes }),
    rename: useCommand(renameNode, { stale: staleNodes }),
  }
}
export type Acts = ReturnType<typeof useActs>

/** Where a selection is downloaded from: one file as it is, anything else as a zip. */
export function addressOfDownload(nodes: readonly Node[]): string {
  const [first] = nodes
  return first && nodes.length === 1 && first.kind === 'file' ? addressOf(downloadFile, { params: { nodeId: first.id } }) : addressOf(downloadZip, { query: { ids: nodes.map((one) => one.id).join(',') } })
}
