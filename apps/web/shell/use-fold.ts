import { useState } from 'react'

const read = (place: string) => { try { return localStorage.getItem(place) } catch { return null } }

/** Whether the rail is folded: wide pages begin folded and remember their own choice. */
export function useFold(wide: boolean): [boolean, (folded: boolean) => void] {
  const place = wide ? 'school.rail.wide' : 'school.rail'
  const [, redraw] = useState(0)
  const stored = read(place)
  const set = (folded: boolean) => {
    try { localStorage.setItem(place, folded ? 'folded' : 'open') } catch { /* a closed store only forgets the choice */ }
    redraw((count) => count + 1)
  }
  return [stored === null ? wide : stored === 'folded', set]
}
