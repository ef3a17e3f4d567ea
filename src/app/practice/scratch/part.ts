// What is fetched together for drawing by hand.
export { Drawing } from './Drawing.tsx';
export { ScratchPad } from './ScratchPad.tsx';
