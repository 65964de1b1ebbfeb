import type { DayOrder } from '../../../src-main/contract/typed-day.ts'
import { useProcedure } from '../../app/calls.ts'

/** How dates such as 03/04/2027 are read, as the person has set it. */
export const useDayOrder = (): DayOrder => useProcedure('settings.get', {}).data?.dayOrder ?? 'day-first'
