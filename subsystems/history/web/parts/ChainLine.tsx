import { IconShieldCheck } from '@school/ui'
import { ask, dateTimeText, useContextOfPage, useQuery } from '@school/web'
import { getChainState, getSystemChainState } from '../../contract/index.ts'
import { ownZone, useT } from './words.ts'

/** How far this history is sealed, and when it was last signed. */
export function ChainLine() {
  const t = useT()
  const { schoolId, scopeKind } = useContextOfPage()
  const school = useQuery({ ...ask(getChainState, { params: { schoolId: schoolId ?? '' } }), enabled: scopeKind === 'school' })
  const system = useQuery({ ...ask(getSystemChainState, {}), enabled: scopeKind === 'federation' })
  const chain = school.data ?? system.data
  if (!chain) return null
  return <p className="wrap muted small"><IconShieldCheck size={18} />{[t.sealed(chain.sealed), chain.unsealed > 0 ? t.unsealed(chain.unsealed) : '', chain.checkpointAt ? t.checkpoint(dateTimeText(chain.checkpointAt, ownZone()), chain.checkpointSize) : t.noCheckpoint].filter(Boolean).join(' · ')}</p>
}
