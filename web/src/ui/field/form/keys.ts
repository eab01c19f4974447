/** The model of the form around a block. */
import type { InjectionKey } from 'vue'
import type { FormModel } from '@/ui/form/model'

export const MODEL: InjectionKey<FormModel> = Symbol('form model')
