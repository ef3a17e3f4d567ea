// The options of a command and what is named beside them.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Misuse } from './misuse.ts';

/** Throws Misuse at an option that the command does not have. */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'These options are unknown.');
  }
}
