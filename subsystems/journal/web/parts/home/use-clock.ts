import { useEffect, useState } from 'react'

const stepMs = 15_000

/** Minutes since midnight at the school, going on from what the server said. */
export function useClock(now: string): number {
  const [{ since, gone }, setGone] = useState({ since: now, gone: 0 })
  useEffect(() => {
    const began = Date.now()
    const timer = setInterval(() => setGone({ since: now, gone: (Date.now() - began) / 60_000 }), stepMs)
    return () => clearInterval(timer)
  }, [now])
  return Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5)) + (since === now ? gone : 0)
}
