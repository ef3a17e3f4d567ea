// Property tests take the same cases in every run, so that a red test is this change's; PROPERTY_SEED=7 npm test tries others.
import fc from 'fast-check';

const chosen = Number(globalThis.process?.env.PROPERTY_SEED ?? Number.NaN);

fc.configureGlobal({ seed: Number.isInteger(chosen) ? chosen : 20_261_122 });
