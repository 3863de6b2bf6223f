import { DateField, SideBySide, TextField } from '@school/ui'
import { useT } from './words.ts'

export interface OrderDraft { readonly orderNumber: string; readonly orderDate: string }

/** The order of the head of the school behind the act. */
export function OrderFields({ order, onChange }: { order: OrderDraft; onChange: (order: OrderDraft) => void }) {
  const t = useT()
  return (
    <SideBySide>
      <TextField label={t.orderNumber} optional value={order.orderNumber} onChange={(orderNumber) => onChange({ ...order, orderNumber })} />
      <DateField label={t.orderDate} optional value={order.orderDate} onChange={(orderDate) => onChange({ ...order, orderDate })} />
    </SideBySide>
  )
}
export const orderOf = (order: OrderDraft) => ({ orderNumber: order.orderNumber, orderDate: order.orderDate || null })
