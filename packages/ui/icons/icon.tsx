import { createElement, type ComponentType, type SVGProps } from 'react'

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'ref'> {
  /** Side of the square in pixels; 20 unless told. */
  size?: number
}
export type Icon = ComponentType<IconProps>
type Lines = ReadonlyArray<readonly [string, Readonly<Record<string, string>>]>

/** A drawing from the outline set at the product's weight; silent for screen readers, because a word stands beside it. */
export function icon(lines: Lines): Icon {
  return function Drawing({ size = 20, ...rest }: IconProps) {
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" {...rest}>
        {lines.map(([tag, { key, ...attributes }]) => createElement(tag, { key, ...attributes }))}
      </svg>
    )
  }
}
