import { IconArrowBackUp, IconButton, IconDots, IconDownload, IconEye, IconFolder, IconFolderSymlink, IconHistory, IconPencil, IconShare, IconStar, IconTrash, IconUpload, Menu, type MenuItem } from '@school/ui'
import type { Node } from '../../contract/nodes.ts'
import { addressOfDownload } from './use-acts.ts'
import { useT } from './words.ts'

export type Asked = 'rename' | 'move' | 'share' | 'versions' | 'purge' | 'show' | 'newVersion'
interface Props { node: Node; onAsk: (what: Asked, node: Node) => void; onStar: () => void; onTrash: () => void; onRestore: () => void; placeHref?: string | undefined }

/** Everything that can be done with one node. */
export function NodeMenu({ node, onAsk, onStar, onTrash, onRestore, placeHref }: Props) {
  const t = useT()
  const ask = (what: Asked) => () => onAsk(what, node)
  const isFile = node.kind === 'file'
  const some = (...items: (MenuItem | false)[]) => items.filter((one) => one !== false)
  const items = node.trashedAt !== null
    ? some({ label: t.restore, icon: <IconArrowBackUp />, onSelect: onRestore }, { label: t.purge, icon: <IconTrash />, danger: true, onSelect: ask('purge') })
    : some(
      isFile && { label: t.show, icon: <IconEye />, onSelect: ask('show') },
      { label: isFile ? t.download : t.downloadZip, icon: <IconDownload />, href: addressOfDownload([node]) },
      placeHref !== undefined && { label: t.showFolder, icon: <IconFolder />, href: placeHref },
      node.can.share && { label: t.share, icon: <IconShare />, onSelect: ask('share') },
      { label: node.starred ? t.unstar : t.star, icon: <IconStar />, onSelect: onStar },
      { line: true },
      node.can.change && { label: t.rename, icon: <IconPencil />, onSelect: ask('rename') },
      { label: `${node.can.change ? `${t.move} / ` : ''}${t.copy.toLowerCase()}`, icon: <IconFolderSymlink />, onSelect: ask('move') },
      isFile && { label: t.versions, icon: <IconHistory />, onSelect: ask('versions') },
      isFile && node.can.write && { label: t.newVersion, icon: <IconUpload />, onSelect: ask('newVersion') },
      node.can.change && { line: true }, node.can.change && { label: t.remove, icon: <IconTrash />, danger: true, onSelect: onTrash },
    )
  return <Menu label={t.actionsOf(node.name)} align="end" trigger={(props) => <IconButton {...props} label={t.actionsOf(node.name)}><IconDots /></IconButton>} items={items} />
}
