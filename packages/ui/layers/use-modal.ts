import { useEffect, useRef, type MouseEvent, type SyntheticEvent } from 'react'

/** Drives a native modal: opens and closes it with `open`, and reports Escape and a press on the backdrop. */
export function useModal(open: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || open === dialog.open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])
  return {
    ref,
    onCancel: (event: SyntheticEvent) => { event.preventDefault(); onClose() },
    onMouseDown: (event: MouseEvent) => { if (event.target === ref.current) onClose() },
  }
}
