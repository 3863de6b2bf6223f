import { AskOnce, Button, Checkbox, DateField, Dialog, Form, Section, SelectField, showToast, SideBySide, TextArea, TextField } from '@school/ui'
import { keyOf, problemText, useCommand, type ProblemError } from '@school/web'
import { useState } from 'react'
import { listItems, listOwnItems, putItem, removeItem, type Item, type Kind } from '../../contract/news.ts'
import { ItemText } from './ItemText.tsx'
import css from './NewsList.module.css'
import { useItemForm } from './use-item-form.ts'
import { useScope } from './use-scope.ts'
import { useT } from './words.ts'

interface Props { item: Item | null; kind: Kind; onClose: () => void }

/** Writes one item: a draft, or for its readers at once. */
export function ItemDialog({ item, kind, onClose }: Props) {
  const t = useT()
  const scope = useScope()
  const form = useItemForm(item, kind)
  const [asking, setAsking] = useState(false)
  const { put, drop, wrong } = useActs(onClose)
  const ready = form.fields.title.trim().length >= 2
  const why = ready ? {} : { why: t.titleNeeded }
  const save = (published: boolean) => put.mutate({ params: { ...scope, id: form.id }, body: form.bodyOf(published) })
  return (
    <Dialog open wide onClose={onClose} title={item ? t.edit : t.add[kind]} foot={
      <>
        {item ? <Button look="danger" onClick={() => setAsking(true)}>{t.remove}</Button> : null}<span className="push" />
        <Button busy={put.isPending} {...why} onClick={() => save(false)}>{t.saveDraft}</Button>
        <Button look="primary" busy={put.isPending} {...why} onClick={() => save(true)}>{item?.published ? t.save : t.publish}</Button>
      </>}>
      <Fields form={form} kind={kind} wrong={wrong} onSubmit={() => { if (ready) save(true) }} />
      <AskOnce open={asking} onClose={() => setAsking(false)} title={t.remove} act={t.remove} cancel={t.keep} danger busy={drop.isPending} onAct={() => drop.mutate({ params: { ...scope, id: form.id } })}>{t.removeText(form.fields.title)}</AskOnce>
    </Dialog>
  )
}

function useActs(onClose: () => void) {
  const t = useT()
  const [wrong, setWrong] = useState<{ field: string; text: string } | null>(null)
  const scope = useScope()
  const done = (text: string) => () => { showToast({ text, tone: 'ok' }); onClose() }
  const onProblem = ({ code, details }: ProblemError) => {
    const text = problemText(code, details)
    if (typeof details['field'] === 'string') setWrong({ field: details['field'], text })
    else showToast({ tone: 'bad', text })
  }
  const stale = () => [keyOf(listOwnItems, { params: scope }), keyOf(listItems)]
  return { put: useCommand(putItem, { stale, onProblem, onDone: done(t.saved) }), drop: useCommand(removeItem, { stale, onProblem, onDone: done(t.removed) }), wrong }
}

interface FieldsProps { form: ReturnType<typeof useItemForm>; kind: Kind; wrong: { field: string; text: string } | null; onSubmit: () => void }

function Fields({ form: { fields, set }, kind, wrong, onSubmit }: FieldsProps) {
  const t = useT()
  const errorOf = (field: string) => (wrong?.field === field ? { error: wrong.text } : {})
  const audiences = (['everyone', 'staff', 'families', ...(fields.audience === 'chosen' ? ['chosen' as const] : [])] as const).map((value) => ({ value, label: t[value] }))
  return (
    <Form onSubmit={onSubmit} foot={null}>
      <TextField label={t.title} required value={fields.title} onChange={set('title')} {...errorOf('title')} />
      <TextArea label={kind === 'question' ? t.answer : t.text} hint={t.textHint} value={fields.text} onChange={set('text')} {...errorOf('text')} />
      {fields.text.trim() ? <Section title={t.preview} level={3}><div className={css.text}><ItemText text={fields.text} /></div></Section> : null}
      {kind === 'link' || kind === 'contact' ? <TextField label={t.href} required={kind === 'link'} hint={t.hrefHint} value={fields.href} onChange={set('href')} {...errorOf('href')} /> : null}
      <SideBySide><DateField label={t.from} value={fields.from} onChange={set('from')} {...errorOf('showFrom')} /><DateField label={t.to} optional value={fields.until} onChange={set('until')} {...errorOf('showTo')} /></SideBySide>
      <SelectField label={t.audience} value={fields.audience} onChange={(value) => set('audience')(value as typeof fields.audience)} options={audiences} />
      <Checkbox label={t.pinned} checked={fields.pinned} onChange={set('pinned')} />
    </Form>
  )
}
