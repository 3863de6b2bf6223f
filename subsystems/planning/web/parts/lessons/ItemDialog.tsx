import { Button, Dialog, Form, SideBySide, TextArea, TextField } from '@school/ui'
import { useState } from 'react'
import type { ProgrammeItem } from '../../../contract/index.ts'
import { useT } from '../words.ts'

type Item = ProgrammeItem

/** One topic: section, words, hours, kind of control, homework and links. */
export function ItemDialog({ item, busy, onSave, onRemove, onMove, onClose }: { item: Item; busy: boolean; onSave(item: Item): void; onRemove?: () => void; onMove?: (step: -1 | 1) => void; onClose(): void }) {
  const words = useT()
  const t = words.lessons
  const [given, setGiven] = useState({ ...item, hours: String(item.hours), links: item.links.map((one) => one.href).join('\n') })
  const set = (more: Partial<typeof given>) => setGiven({ ...given, ...more })
  const hours = Number(given.hours)
  const links = given.links.split(/\s+/).filter((href) => href !== '')
  const ready = given.topic.trim() !== '' && Number.isInteger(hours) && hours >= 1 && hours <= 99 && links.every((href) => /^https?:\/\/\S+$/.test(href))
  const save = () => onSave({ ...given, topic: given.topic.trim(), section: given.section.trim(), control: given.control.trim(), hours, links: links.map((href) => ({ title: item.links.find((one) => one.href === href)?.title ?? '', href })) })
  return (
    <Dialog open onClose={onClose} title={item.topic === '' ? t.addItem : t.editItem} foot={
      <>
        {onRemove ? <Button look="danger" onClick={onRemove}>{t.remove}</Button> : null}
        {onMove ? <><Button look="text" onClick={() => onMove(-1)}>{t.up}</Button><Button look="text" onClick={() => onMove(1)}>{t.down}</Button></> : null}
        <span className="push" /><Button look="primary" busy={busy} {...(ready ? {} : { why: words.fillAll })} onClick={save}>{t.save}</Button>
      </>}>
      <Form onSubmit={save} foot={null}>
        <TextArea label={t.topic} value={given.topic} onChange={(topic) => set({ topic })} />
        <SideBySide><TextField label={t.section} optional value={given.section} onChange={(section) => set({ section })} /><TextField label={t.hours} inputMode="numeric" value={given.hours} onChange={(value) => set({ hours: value })} /></SideBySide>
        <TextField label={t.control} optional hint={t.controlHint} value={given.control} onChange={(control) => set({ control })} />
        <TextArea label={t.homework} optional value={given.homework} onChange={(homework) => set({ homework })} />
        <TextArea label={t.links} optional hint={t.linksHint} value={given.links} onChange={(value) => set({ links: value })} />
      </Form>
    </Dialog>
  )
}
