import { addressOf } from '@school/contract'
import { BrandSign, Button, Empty, ErrorNote, IconButton, IconDownload, PageHeader, Row, Rows, Waiting } from '@school/ui'
import { ask, bytesText, dayText, ProblemNote, todayIn, useQuery, useUrlValue } from '@school/web'
import { downloadByLink, openLink } from '../../contract/shares.ts'
import css from '../parts/Files.module.css'
import { KindSign } from '../parts/KindSign.tsx'
import { ownZone, useT } from '../parts/words.ts'

/** What a link opens to whoever holds it: a file, or a folder to walk through. */
export function Linked({ secret }: { secret: string }) {
  const t = useT()
  const [at, setAt] = useUrlValue('in', '', { push: true })
  const found = useQuery(ask(openLink, { params: { secret }, query: at ? { folderId: at } : {} }))
  const address = (nodeId: string) => addressOf(downloadByLink, { params: { secret }, query: { nodeId } })
  return (
    <div className={css.linked}>
      <div><a className={css.brand} href="/" data-plain=""><BrandSign size={32} />{t.brand}</a></div>
      <div>
        {found.data && !found.isError ? (
          <>
            <PageHeader title={found.data.node.name} tab={t.linkTitle} sub={found.data.expiresAt ? t.linkUntil(dayText(todayIn(ownZone(), new Date(found.data.expiresAt)))) : t.linkTitle}
              actions={<Button look="primary" icon={<IconDownload size={18} />} href={address(found.data.node.id)}>{found.data.node.kind === 'folder' ? t.downloadAll : t.download}</Button>} />
            {found.data.crumbs.length > 1 ? <p><Button look="text" flush onClick={() => setAt(found.data.crumbs.length > 2 ? found.data.crumbs.at(-2)!.id : '')}>{t.up}</Button></p> : null}
            {found.data.node.kind === 'file' ? <Rows><Row lead={<KindSign kind={found.data.node.fileKind} />} title={t.kindNames[found.data.node.fileKind]} sub={bytesText(found.data.node.size)} /></Rows>
              : found.data.inside.length === 0 ? <Empty>{t.emptyFolder}</Empty> : (
                <Rows label={found.data.node.name}>
                  {found.data.inside.map((one) => one.kind === 'folder'
                    ? <Row key={one.id} lead={<KindSign kind="folder" />} title={one.name} onOpen={() => setAt(one.id)} />
                    : <Row key={one.id} lead={<KindSign kind={one.fileKind} />} title={one.name} sub={bytesText(one.size)} end={<IconButton label={`${t.download}: ${one.name}`} href={address(one.id)}><IconDownload /></IconButton>} />)}
                </Rows>
              )}
          </>
        ) : found.isPending ? <Waiting rows={4} height={56} /> : found.error?.status === 404 || found.error?.status === 400 ? <ErrorNote title={t.linkGone} text={t.linkGoneText} /> : <ProblemNote problem={found.error} retry={found.refetch} />}
      </div>
    </div>
  )
}
