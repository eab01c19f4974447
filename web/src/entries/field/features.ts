/** Every feature of the phone, in the order of its routes; a new one adds its line here. */
import * as device from '@/features/device/field/routes'
import * as home from '@/features/home/field/routes'
import type { FieldFeature } from '@/ui/field/feature'

export const features: readonly FieldFeature[] = [home, device]
