import { Dialog } from '@school/ui'
import type { Merge } from '../../../contract/merging.ts'
import { useT } from '../words.ts'
import { MergeCompare } from './MergeCompare.tsx'

/** The two records of a merge, to look at. */
export function LookDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const t = useT()
  return <Dialog open wide onClose={onClose} title={t.doubles.compare}><MergeCompare kept={merge.kept} gone={merge.gone} /></Dialog>
}
