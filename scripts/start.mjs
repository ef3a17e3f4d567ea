// npm start: everything from a fresh clone to the running app.
import { serve } from './serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from './setup.mjs';

requireNode();
requirePackages();
if (!requireBuild()) process.exit(1);
const port = Number(process.env.PORT ?? 4173);
const { url } = await serve({ root: inProject('dist'), port, host: process.env.HOST });
console.log(`Gradus is ready at ${url}`);
