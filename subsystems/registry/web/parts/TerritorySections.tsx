import { Rows } from '@school/ui'
import { SlotPlace, useFills } from '@school/web'
import { territorySections } from '../../contract/slots.ts'
import css from './Places.module.css'
import { useT } from './words.ts'

/** On the page of a region or a municipality: rows that lead to what other rooms keep for it. */
export function TerritorySections(props: { regionId: string; municipalityId: string | null }) {
  const t = useT()
  const { length } = useFills(territorySections)
  return length === 0 ? null : <div className={css.sections}><Rows label={t.manage}><SlotPlace slot={territorySections} props={props} waiting={null} /></Rows></div>
}
