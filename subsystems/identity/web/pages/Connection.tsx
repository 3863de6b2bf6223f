import { DataTable, Empty, FunnelBars, PageBody, PageHeader, ProgressLine, Section, Stat, Stats, type Column } from '@school/ui'
import { ask, count, Loaded, useContextOfPage, useQuery, useTo, useUrlValue } from '@school/web'
import { countryFunnel, municipalityFunnel, regionFunnel, type Funnel, type FunnelPart } from '../../contract/funnel.ts'
import { ConnectionTabs } from '../parts/ConnectionTabs.tsx'
import { useT } from '../parts/words.ts'

type Level = 'country' | 'region' | 'municipality'

/** How far schools have come on the way from «opened» to «first marks», from the whole territory down to one school. */
export function Connection() {
  const t = useT()
  const { scopeKind, scopeId } = useContextOfPage()
  const own: Level = scopeKind === 'federation' ? 'country' : scopeKind === 'region' ? 'region' : 'municipality'
  const [region] = useUrlValue('region', scopeKind === 'region' ? scopeId : '')
  const [municipality] = useUrlValue('municipality', scopeKind === 'municipality' ? scopeId : '')
  const level: Level = municipality ? 'municipality' : region ? 'region' : own
  const country = useQuery({ ...ask(countryFunnel, {}), enabled: level === 'country' })
  const ofRegion = useQuery({ ...ask(regionFunnel, { params: { regionId: region } }), enabled: level === 'region' })
  const ofMunicipality = useQuery({ ...ask(municipalityFunnel, { params: { municipalityId: municipality } }), enabled: level === 'municipality' })
  const query = level === 'country' ? country : level === 'region' ? ofRegion : ofMunicipality
  const up = useUp(level, own, region)
  return (
    <PageBody>
      <PageHeader title={query.data?.name || t.connection} sub={t.connectionSub} {...(up ? { back: up } : {})} />
      {level === own ? <ConnectionTabs at="funnel" /> : null}
      <Loaded query={query}>{(funnel) => <Shown funnel={funnel} level={level} />}</Loaded>
    </PageBody>
  )
}

function useUp(level: Level, own: Level, region: string): { href: string; label: string } | null {
  const t = useT()
  const to = useTo()
  if (level === own) return null
  return level === 'municipality' && region && own === 'country' ? { href: to(`/connection?region=${region}`), label: t.region } : { href: to('/connection'), label: t.connection }
}

function Shown({ funnel, level }: { funnel: Funnel; level: Level }) {
  const t = useT()
  if ((funnel.steps[0]?.schools ?? 0) === 0) return <Empty>{t.noFunnel}</Empty>
  const few = (value: number | null) => value === null ? t.fewPeople : count(value)
  return (
    <>
      <Section title={t.funnelSteps}><FunnelBars label={t.funnelSteps} steps={funnel.steps.map((step) => ({ label: t.funnelStep[step.key], value: step.schools, note: t.funnelNote[step.key] }))} /></Section>
      <Section title={t.funnelPeople}>
        <Stats>
          <Stat value={few(funnel.staffSignedIn)} label={t.staffSignedIn} note={t.ofCount(few(funnel.staff))} />
          <Stat value={count(funnel.classes)} label={t.classesWithPupils} />
          <Stat value={few(funnel.pupils)} label={t.pupilsCount} />
          <Stat value={few(funnel.pupilsWithParent)} label={t.pupilsWithParent} />
        </Stats>
      </Section>
      <Section title={t.parts[level]} count={funnel.parts.length}><Parts parts={funnel.parts} level={level} /></Section>
    </>
  )
}

function Parts({ parts, level }: { parts: readonly FunnelPart[]; level: Level }) {
  const t = useT()
  const to = useTo()
  const [region] = useUrlValue('region')
  const at = (part: FunnelPart, key: string) => part.steps.find((step) => step.key === key)?.schools ?? 0
  const reached = (part: FunnelPart) => part.steps.filter((step) => step.schools > 0).length
  const columns: Column<FunnelPart>[] = level === 'municipality' ? [
    { key: 'name', head: t.school, names: true, cell: (part) => part.name },
    { key: 'stage', head: t.stage, cell: (part) => <span className="muted">{t.funnelStep[part.steps.findLast((step) => step.schools > 0)?.key ?? 'schools']}</span> },
    { key: 'bar', head: t.progress, width: 200, hidePhone: true, cell: (part) => <ProgressLine value={reached(part)} max={part.steps.length} label={t.progress} /> },
    { key: 'steps', head: t.stepsDone, align: 'right', cell: (part) => `${reached(part)} / ${part.steps.length}` },
  ] : [
    { key: 'name', head: t.territory, names: true, cell: (part) => part.name },
    { key: 'schools', head: t.schools, align: 'right', cell: (part) => at(part, 'schools') },
    { key: 'admin', head: t.withAdmin, align: 'right', cell: (part) => at(part, 'adminSignedIn') },
    { key: 'classes', head: t.withClasses, align: 'right', cell: (part) => at(part, 'classesWithPupils'), hidePhone: true },
    { key: 'parents', head: t.withParents, align: 'right', cell: (part) => at(part, 'parentsConnected'), hidePhone: true },
    { key: 'marks', head: t.withMarks, align: 'right', cell: (part) => at(part, 'firstMarks') },
    { key: 'bar', head: t.progress, width: 160, hidePhone: true, cell: (part) => <ProgressLine value={at(part, 'firstMarks')} max={at(part, 'schools')} label={t.withMarks} /> },
  ]
  const href = (part: FunnelPart) => to(level === 'country' ? `/connection?region=${part.id}` : `/connection?${region ? `region=${region}&` : ''}municipality=${part.id}`)
  return <DataTable caption={t.parts[level]} columns={columns} rows={parts} rowKey={(part) => part.id} empty={<Empty>{t.noFunnel}</Empty>} {...(level === 'municipality' ? {} : { href })} />
}
