import { useEffect, useState } from 'react'

const stepMs = 15_000

/** Minutes since midnight at the school, going on from what the server said. */
export function useClock(now: string): number {
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const began = Date.now()
    setGone(0)
    const timer = setInterval(() => setGone((Date.now() - began) / 60_000), stepMs)
    return () => clearInterval(timer)
  }, [now])
  return Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5)) + gone
}
