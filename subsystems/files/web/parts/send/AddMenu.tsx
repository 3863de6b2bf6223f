import { Button, IconFileUpload, IconFolderPlus, IconFolderUp, IconPlus, Menu } from '@school/ui'
import { useRef } from 'react'
import { useT } from '../words.ts'
import { pickedBy } from './pick.ts'
import { uploader } from './uploader.ts'

/** The one act of a folder: a new folder, files or a whole folder of the device. */
export function AddMenu({ folderId, onFolder }: { folderId: string; onFolder: () => void }) {
  const t = useT()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => { uploader.add(pickedBy(input.files ?? [], folderId)); input.value = '' }
  return (
    <>
      <Menu label={t.add} align="end" trigger={(props) => <Button {...props} look="primary" icon={<IconPlus size={18} />}>{t.add}</Button>} items={[
        { label: t.uploadFiles, icon: <IconFileUpload />, onSelect: () => files.current?.click() },
        { label: t.uploadFolder, icon: <IconFolderUp />, onSelect: () => folder.current?.click() },
        { line: true },
        { label: t.newFolder, icon: <IconFolderPlus />, onSelect: onFolder },
      ]} />
      <input ref={files} type="file" multiple hidden aria-label={t.uploadFiles} data-pick="files" onChange={(event) => take(event.target)} />
      <input ref={folder} type="file" multiple hidden aria-label={t.uploadFolder} data-pick="folder" {...{ webkitdirectory: '' }} onChange={(event) => take(event.target)} />
    </>
  )
}
