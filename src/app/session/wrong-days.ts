// The device's clock was set wrong for a while: what was answered on days that are still to come is taken back.
import type { Result } from '../../store/problem.ts';
import { now } from '../clock.ts';
import { reload, store } from '../state.ts';
import { clearDesk } from './desk.ts';
import { holdKeeping } from './under-way.ts';

/** Goes by the device's date from now on; its skills come again as if they had not been asked since. */
export const trustClock = async (today: number): Promise<Result<undefined>> => {
  holdKeeping();
  const taken = await store().takeBackAfter(today, now());
  if (!taken.ok) return taken;
  clearDesk();
  await reload();
  return taken;
};
