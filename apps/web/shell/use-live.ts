import { showToast } from '@school/ui'
import { followLive, forgetPerson } from '@school/web'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { subsystems } from './subsystems.ts'
import { useShellWords } from './use-shell-words.ts'

const rules = subsystems.flatMap((room) => room.live ?? [])

/** Follows what others do while somebody is signed in; false after a break that lasts. */
export function useLive(): boolean {
  const cache = useQueryClient()
  const words = useShellWords()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onState = (open: boolean) => {
      clearTimeout(timer)
      if (open) setConnected(true)
      else timer = setTimeout(() => setConnected(navigator.onLine), 4000) // a blink is not worth a word; a blocked socket is not a lost network
    }
    const onSignedOut = () => { forgetPerson(cache); showToast({ text: words.signedOut, tone: 'info' }) }
    const stop = followLive(cache, rules, { onSignedOut, onState })
    return () => { clearTimeout(timer); stop() }
  }, [cache, words.signedOut])
  return connected
}
