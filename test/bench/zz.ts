import { writeFileSync } from "node:fs";
import { caseOf, examine } from './fuzz/examine.ts'; import { fuzzedSamples } from './fuzz/run.ts';
const t00=performance.now();const s=fuzzedSamples(); console.log('samples',s.length,(performance.now()-t00)|0); const t0=performance.now(); let i=Number(process.argv[2]??0);
for(;i<5000&&performance.now()-t0<90000;i++){const c=caseOf('test',i,s);const t=performance.now();
 writeFileSync("/tmp/g/at", `${i} ${c.maker} ${c.sample.answer.kind} ${JSON.stringify(c.text)} for ${JSON.stringify(c.sample.right)} ${c.sample.from}`);const u=process.cpuUsage();const r=examine(c,100);const cpu=(process.cpuUsage(u).user)/1000;const ms=performance.now()-t; if(cpu>150||r.violation)console.log(ms.toFixed(0),'cpu',cpu.toFixed(0),i,c.maker,c.sample.answer.kind,JSON.stringify(c.text).slice(0,260),'for',JSON.stringify(c.sample.right),r.milliseconds.toFixed(1),r.verdict,r.violation??'');}
console.log(i,'cases',(performance.now()-t0)|0,'ms');
