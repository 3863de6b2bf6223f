/** Puts a floating box under its trigger, or above it where there is no room, and keeps it inside the window. */
export function place(box: HTMLElement, trigger: Element, align: 'start' | 'end') {
  const from = trigger.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const left = align === 'end' ? from.right - width : from.left
  const below = from.bottom + 6
  const above = from.top - 6 - height
  const top = below + height > innerHeight - 8 && above >= 8 ? above : Math.max(8, Math.min(below, innerHeight - 8 - height))
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  box.style.visibility = 'visible'
  box.style.top = `${top}px`
}
