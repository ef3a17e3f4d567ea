// How a part of the settings sets one.
import type { Preferences } from '../../preferences.ts';

export type SetPreference = <K extends keyof Preferences>(key: K, value: Preferences[K]) => Promise<void>;
