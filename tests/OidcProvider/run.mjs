// node run.mjs --list            the names of all cases
// node run.mjs [--only TEXT]     runs them; the first line of standard input describes the server (see FederationRun.cs)
import './quiet.mjs';
import { createInterface } from 'node:readline';
import { describe, names, runAll } from '../OpenIdClient/harness.mjs';
import { World } from './world.mjs';
import './flows.mjs';
import './refusals.mjs';
import './outages.mjs';

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

if (process.argv.includes('--list')) {
  for (const name of names()) say({ name });
} else {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const hear = async () => JSON.parse((await lines.next()).value);
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
  try {
    const world = new World(await hear(), async (question) => {
      say({ ask: question });
      return hear();
    });
    await runAll(world, say, only);
  } catch (error) {
    say({ name: 'the run itself', ok: false, error: describe(error) });
  }

  process.exit(0);
}
