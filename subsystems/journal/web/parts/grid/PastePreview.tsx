import { Button, DataTable, Dialog } from '@school/ui'
import { dayText, useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'
import type { Pasted, Rejected } from './desk.ts'

interface Props { pasted: Pasted; onClose: () => void }

const most = 50

/** Cells of a pasted table that cannot be written, each with its reason; the person writes the rest or nothing. */
export default function PastePreview({ pasted, onClose }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { rejected, cells } = pasted
  const write = () => { pasted.write(); onClose() }
  return (
    <Dialog open wide onClose={onClose} title={t.paste.title(rejected.length)}
      foot={<><Button onClick={onClose}>{t.paste.nothing}</Button><Button look="primary" disabled={cells === 0} onClick={write}>{t.paste.rest(cells)}</Button></>}>
      <DataTable<Rejected & { at: number }> caption={t.paste.title(rejected.length)} density="dense" rows={rejected.slice(0, most).map((one, at) => ({ ...one, at }))} rowKey={(one) => String(one.at)} empty={null}
        columns={[
          { key: 'pupil', head: t.page.pupil, names: true, cell: (one) => one.pupil || '—' }, { key: 'day', head: t.average.date, cell: (one) => one.day ? dayText(one.day) : '—' },
          { key: 'text', head: t.paste.text, cell: (one) => <b>{one.text || '—'}</b> }, { key: 'why', head: t.paste.why, cell: (one) => t.paste.whys[one.why] },
        ]} />
      {rejected.length > most ? <p className="muted small">{t.paste.more(rejected.length - most)}</p> : null}
    </Dialog>
  )
}
