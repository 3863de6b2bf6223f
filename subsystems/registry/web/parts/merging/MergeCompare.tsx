import { Comparison } from '@school/ui'
import { dayDigits } from '@school/web'
import { differs } from './differs.ts'
import type { MergeSide } from '../../../contract/merging.ts'
import { useT } from '../words.ts'

/** The two records side by side: what stays at the left, what joins it at the right; of a foreign school no more than its name. */
export function MergeCompare({ kept, gone }: { kept: MergeSide; gone: MergeSide }) {
  const t = useT()
  const places = (side: MergeSide) => side.places.map((one) => `${one.schoolName}: ${t.doubles.relations[one.relation]}${one.now ? '' : `, ${t.doubles.former}`}`).join('; ')
  const yes = (value: boolean, words: { yes: string; no: string }) => (value ? words.yes : words.no)
  const row = (label: string, left: string, right: string, matches = true, why?: string) => ({ label, left, right, matches, ...(why ? { why } : {}) })
  const hangs = (side: MergeSide) => side.counts === null ? t.doubles.foreignCounts : t.doubles.hangs(side.counts)
  return (
    <Comparison caption={t.doubles.compare} heads={[t.doubles.stays, t.doubles.joins]} rows={[
      row(t.lastName, kept.lastName, gone.lastName, !differs(kept.lastName, gone.lastName)),
      row(t.firstName, kept.firstName, gone.firstName, !differs(kept.firstName, gone.firstName)),
      row(t.middleName, kept.middleName ?? '', gone.middleName ?? '', kept.middleName === null || gone.middleName === null || !differs(kept.middleName, gone.middleName)),
      row(t.birthDate, dayDigits(kept.birthDate), dayDigits(gone.birthDate), kept.birthDate === gone.birthDate),
      row(t.snils, yes(kept.hasSnils, t.doubles.snils), yes(gone.hasSnils, t.doubles.snils), !(kept.hasSnils && gone.hasSnils)),
      row(t.doubles.account, yes(kept.hasAccount, t.doubles.accounts), yes(gone.hasAccount, t.doubles.accounts), !(kept.hasAccount && gone.hasAccount)),
      row(t.doubles.where, places(kept), places(gone)),
      row(t.doubles.hasOn, hangs(kept), hangs(gone)),
    ]} />
  )
}
