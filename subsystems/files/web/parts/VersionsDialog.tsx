import { addressOf } from '@school/contract'
import { Button, Dialog, IconButton, IconDownload, Row, Rows, showToast, Waiting } from '@school/ui'
import { ask, bytesText, Loaded, problemText, useCommand, useQuery, whenText } from '@school/web'
import { downloadFile } from '../../contract/content.ts'
import { listVersions, restoreVersion, type Node } from '../../contract/nodes.ts'
import { staleNodes } from './use-acts.ts'
import { ownZone, useT } from './words.ts'

/** The versions of a file: each can be downloaded, and an older one brought back. */
export function VersionsDialog({ node, onClose }: { node: Node; onClose: () => void }) {
  const t = useT()
  const found = useQuery(ask(listVersions, { params: { nodeId: node.id } }))
  const restore = useCommand(restoreVersion, { stale: staleNodes, onDone: () => { showToast({ tone: 'ok', text: t.versionRestored }); onClose() }, onProblem: ({ code, details }) => { showToast({ tone: 'bad', text: problemText(code, details) }) } })
  return (
    <Dialog open onClose={onClose} title={`${t.versions}: ${node.name}`} foot={<Button onClick={onClose}>{t.close}</Button>}>
      <p className="muted">{t.versionsNote}</p>
      <Loaded query={found} waiting={<Waiting rows={3} height={56} />}>
        {(rows) => (
          <Rows label={t.versions}>
            {rows.map((one) => (
              <Row key={one.id} title={`${t.versionNumber(one.number)}${one.current ? `, ${t.currentVersion}` : ''}`} sub={`${whenText(one.madeAt, ownZone())} · ${one.madeBy} · ${bytesText(one.size)}`} end={
                <span className="row">
                  {node.can.write && !one.current ? <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate({ params: { nodeId: node.id, versionId: one.id }, body: { basedOn: node.revision } })}>{t.restoreVersion}</Button> : null}
                  <IconButton label={`${t.download}: ${t.versionNumber(one.number)}`} href={addressOf(downloadFile, { params: { nodeId: node.id }, query: { versionId: one.id } })}><IconDownload /></IconButton>
                </span>} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Dialog>
  )
}
