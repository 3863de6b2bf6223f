import { Button, Callout, PageBody, PageHeader, Row, Rows, Section, StatusWord, type Tone } from '@school/ui'
import { useEffect, useState } from 'react'
import { look, type Found } from '../parts/workplace.ts'
import { useT } from '../parts/words.ts'

/** Whether this computer can sign and reach ГОСТ addresses, with plain advice; it works without any plug-in too. */
export function Workplace() {
  const t = useT()
  const [found, setFound] = useState<Found | null>(null)
  const check = () => { setFound(null); void look().then(setFound) }
  useEffect(() => { void look().then(setFound) }, [])
  const ready = found !== null && found.browser === 'gost' && found.certificates > 0
  return (
    <PageBody narrow>
      <PageHeader title={t.workplace} sub={t.workplaceSub} actions={<Button busy={found === null} onClick={check}>{t.checkAgain}</Button>} />
      <div className="stack">
        {found ? <Callout tone={ready ? 'ok' : 'info'} title={ready ? t.workplaceReady : t.workplaceUsual}>{ready ? null : t.workplaceUsualText}</Callout> : null}
      <Section title={t.checked}>
        <Rows>
          <Line title={t.browser} tone={found ? found.browser === 'gost' ? 'ok' : 'warn' : 'mute'} word={found ? t.browserWords[found.browser] : t.checking} advice={found && found.browser !== 'gost' ? t.browserAdvice : null} />
          <Line title={t.plugin} tone={found ? found.plugin ? 'ok' : 'warn' : 'mute'} word={found ? found.plugin ? t.pluginVersion(found.plugin) : t.noPlugin : t.checking} advice={found && !found.plugin ? t.pluginAdvice : null} />
          <Line title={t.certificate} tone={found ? found.certificates > 0 ? 'ok' : 'warn' : 'mute'} word={found ? t.certificateCount(found.certificates) : t.checking} advice={found && found.certificates === 0 ? t.certificateAdvice : null} />
          <Line title={t.secureLine} tone={found ? found.secure ? 'ok' : 'bad' : 'mute'} word={found ? found.secure ? t.secureYes : t.secureNo : t.checking} advice={found && !found.secure ? t.secureAdvice : null} />
          <Line title={t.clock} tone={found ? found.clockOff === null || Math.abs(found.clockOff) < 120 ? 'ok' : 'bad' : 'mute'} word={found ? found.clockOff === null ? t.clockUnknown : t.clockWord(found.clockOff) : t.checking} advice={found && found.clockOff !== null && Math.abs(found.clockOff) >= 120 ? t.clockAdvice : null} />
        </Rows>
      </Section>
      </div>
    </PageBody>
  )
}

const Line = ({ title, tone, word, advice }: { title: string; tone: Tone; word: string; advice: string | null }) => <Row top title={title} sub={advice} end={<StatusWord tone={tone}>{word}</StatusWord>} />
