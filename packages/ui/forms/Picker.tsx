import { Combobox, MantineProvider, useCombobox } from '@mantine/core'
import { useState } from 'react'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import { theme } from '../theme.ts'
import { useWords } from '../words.ts'
import { Field } from './Field.tsx'
import css from './forms.module.css'
import type { PickOption, PickProps } from './PickField.tsx'
import own from './picker.module.css'

/** The list box behind PickField. */
export default function Picker(props: PickProps) {
  // Styles come from files: a strict content policy forbids the ones Mantine would write into the page.
  return <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme={document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light'}><Box {...props} /></MantineProvider>
}

function Box({ value, onChange, options, onSearch, busy, placeholder, disabled, ...field }: PickProps) {
  const words = useWords()
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const [text, setText] = useState<string | null>(null)
  const [picked, setPicked] = useState<PickOption | null>(null)
  const chosen = options.find((option) => option.value === value) ?? (picked?.value === value ? picked : null)
  const shown = onSearch || !text ? options : options.filter((option) => `${option.label} ${option.note ?? ''}`.toLowerCase().includes(text.toLowerCase()))
  const type = (typed: string) => { setText(typed); onSearch?.(typed); box.openDropdown(); box.updateSelectedOptionIndex(); if (!typed) onChange(null) }
  const take = (id: string) => { setPicked(options.find((option) => option.value === id) ?? null); setText(null); onChange(id); box.closeDropdown() }
  return (
    <Field {...field}>
      {(wiring) => (
        <Combobox store={box} onOptionSubmit={take} withinPortal={false} transitionProps={{ duration: 0 }}>
          <Combobox.Target>
            <input className={css.input} autoComplete="off" disabled={disabled} placeholder={placeholder} {...wiring} value={text ?? chosen?.label ?? ''} onChange={(event) => type(event.target.value)} onFocus={() => box.openDropdown()} onClick={() => box.openDropdown()} onBlur={() => { box.closeDropdown(); setText(null) }} />
          </Combobox.Target>
          <Combobox.Dropdown className={own.list ?? ''}>
            <Combobox.Options aria-label={field.label}>
              {shown.slice(0, 100).map((option) => <Combobox.Option key={option.value} value={option.value} className={own.option ?? ''} active={option.value === value}>{option.label}{option.note ? <small>{option.note}</small> : null}</Combobox.Option>)}
              {shown.length === 0 ? <Combobox.Empty className={own.none ?? ''}>{busy ? words.waiting : words.nothingFound}</Combobox.Empty> : null}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  )
}
