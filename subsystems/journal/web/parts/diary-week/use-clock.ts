import { useEffect, useState } from 'react'

/** The school's clock time now, from what the server said and the time that has passed since it said so. */
export function useClock(told: string, toldAt: number): string {
  const [now, setNow] = useState(toldAt)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const [hours = 0, minutes = 0] = told.split(':').map(Number)
  const all = hours * 60 + minutes + Math.max(0, Math.floor((now - toldAt) / 60_000))
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}
