// A command used in a way that it does not know: said in words, exit code 2.
export class Misuse extends Error {}
