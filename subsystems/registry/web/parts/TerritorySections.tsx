import { IconEqualNot, Row, Rows } from '@school/ui'
import { SlotPlace, useCan, useFills, useTo } from '@school/web'
import { territorySections } from '../../contract/slots.ts'
import css from './Places.module.css'
import { useT } from './words.ts'

/** On the page of a region or a municipality: rows that lead to what other rooms keep for it. */
export function TerritorySections(props: { regionId: string; municipalityId: string | null }) {
  const t = useT()
  const to = useTo()
  const { length } = useFills(territorySections)
  const merges = useCan('registry.merge.decide')
  return length === 0 && !merges ? null : <div className={css.sections}><Rows label={t.manage}>{merges ? <Row href={to('/manage/merges')} lead={<IconEqualNot size={22} />} title={t.doubles.title} sub={t.doubles.territoryHub} /> : null}<SlotPlace slot={territorySections} props={props} waiting={null} /></Rows></div>
}
