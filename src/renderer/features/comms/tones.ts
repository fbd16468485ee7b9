import type { ComponentStatus, Delivery } from '../../../shared/domain/update'
import type { Tone } from '../../ui/tag'

export const componentTone: Readonly<Record<ComponentStatus, Tone>> = {
  operational: 'good',
  under_maintenance: 'plain',
  degraded_performance: 'warn',
  partial_outage: 'warn',
  major_outage: 'bad',
}

export const deliveryTone: Readonly<Record<Delivery['state'], Tone>> = {
  drafted: 'plain',
  publishing: 'warn',
  published: 'good',
  failed: 'bad',
  unknown: 'bad',
  asking: 'bad',
  discarded: 'plain',
}
