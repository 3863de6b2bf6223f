import { IconFileAlert, StatusWord } from '@school/ui'
import type { RequestRow } from '../../contract/requests.ts'
import { useT } from './words.ts'

/** The comparison in a word while a request waits, then how it ended. */
export function CheckWord({ row }: { row: Pick<RequestRow, 'state' | 'check' | 'mismatches' | 'differing'> }) {
  const t = useT()
  if (row.state !== 'PENDING') return <StatusWord tone={row.state === 'APPROVED' ? 'ok' : row.state === 'REJECTED' ? 'bad' : 'mute'}>{t.states[row.state]}</StatusWord>
  if (row.check === 'matched') return <StatusWord tone="ok">{t.checks.matched}</StatusWord>
  if (row.check === 'differs') return <StatusWord tone="bad">{row.differing.length === 1 ? t.fields[row.differing[0]!].toLowerCase() : t.differenceCount(row.mismatches)}</StatusWord>
  if (row.check === 'notFound') return <StatusWord tone="bad">{t.checks.notFound}</StatusWord>
  return <StatusWord tone="warn" icon={IconFileAlert}>{t.checks[row.check]}</StatusWord>
}
