import { Comparison, Facts } from '@school/ui'
import { dayDigits } from '@school/web'
import { differs } from './differs.ts'
import type { MergeSide } from '../../../contract/merging.ts'
import { useT } from '../words.ts'

/** The two records side by side: what stays at the left, what joins it at the right; of a foreign school no more than its name. */
export function MergeCompare({ kept, gone }: { kept: MergeSide; gone: MergeSide }) {
  const t = useT()
  const row = (label: string, left: string, right: string, matches: boolean) => ({ label, left, right, matches })
  const told = (side: MergeSide) => [
    side.places.map((one) => `${one.schoolName}: ${t.doubles.relations[one.relation]}${one.now ? '' : `, ${t.doubles.former}`}`).join('; ') || t.doubles.nowhere,
    side.hasSnils ? t.doubles.snils.yes : t.doubles.snils.no, side.hasAccount ? t.doubles.accounts.yes : t.doubles.accounts.no, ...(side.counts === null ? [] : [t.doubles.hangs(side.counts)]),
  ].join(' · ')
  return (
    <>
      <Comparison caption={t.doubles.compare} heads={[t.doubles.stays, t.doubles.joins]} rows={[
        row(t.lastName, kept.lastName, gone.lastName, !differs(kept.lastName, gone.lastName)),
        row(t.firstName, kept.firstName, gone.firstName, !differs(kept.firstName, gone.firstName)),
        row(t.middleName, kept.middleName ?? '', gone.middleName ?? '', kept.middleName === null || gone.middleName === null || !differs(kept.middleName, gone.middleName)),
        row(t.birthDate, dayDigits(kept.birthDate), dayDigits(gone.birthDate), kept.birthDate === gone.birthDate),
      ]} />
      <Facts items={[[t.doubles.stays, told(kept)], [t.doubles.joins, told(gone)]]} />
    </>
  )
}
