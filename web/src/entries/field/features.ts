/** Every feature of the phone, in the order of its routes; a new one adds its line here. */
import * as campaigns from '@/features/campaigns/field/routes'
import * as device from '@/features/device/field/routes'
import * as forms from '@/features/forms/field/routes'
import * as home from '@/features/home/field/routes'
import * as hotline from '@/features/hotline/field/routes'
import * as lookup from '@/features/lookup/field/routes'
import * as notify from '@/features/notify/field/routes'
import * as patrol from '@/features/patrol/field/routes'
import * as premises from '@/features/premises/field/routes'
import * as residents from '@/features/residents/field/routes'
import * as territory from '@/features/territory/field/routes'
import type { FieldFeature } from '@/ui/field/feature'

export const features: readonly FieldFeature[] = [home, patrol, forms, territory, lookup, campaigns, residents, hotline, notify, premises, device]
