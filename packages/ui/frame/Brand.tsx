/** The sign of the product. */
export function BrandSign({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7" fill="var(--primary)" />
      <path d="M7 20.2V8.6l7 4.6 7-4.6v11.6" fill="none" stroke="var(--on-primary)" strokeWidth="2.3" strokeLinejoin="round" strokeLinecap="round" />
      <path d="M14 13.2v7" stroke="var(--on-primary)" strokeOpacity=".55" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  )
}
