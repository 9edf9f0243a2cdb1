// Exact matching: nothing but the registered address itself is ever redirected to.
import { isTroublePage, refusal } from '../harness.mjs';

const at = (world) => new URL(world.redirect('demo-web'));

for (const [name, change] of [
  ['with a path suffix', (world) => `${at(world)}/more`],
  ['with a trailing slash', (world) => `${at(world)}/`],
  ['with dots that lead back to it', (world) => `${at(world).origin}/x/../callback`],
  ['with a query', (world) => `${at(world)}?next=https://evil.example`],
  ['with an empty query', (world) => `${at(world)}?`],
  ['with a fragment', (world) => `${at(world)}#x`],
  ['with an empty fragment', (world) => `${at(world)}#`],
  ['with user information before the host', (world) => `http://${at(world).host}@evil.example/callback`],
  ['with user information of its own', (world) => `http://user:secret@${at(world).host}/callback`],
  ['at a subdomain', (world) => `http://evil.${at(world).host}/callback`],
  ['at a host that begins alike', (world) => `http://${at(world).hostname}.evil.example/callback`],
  ['at another port', (world) => `http://${at(world).hostname}:1/callback`],
  ['without the port', (world) => `http://${at(world).hostname}/callback`],
  ['over https', (world) => `${at(world)}`.replace('http:', 'https:')],
  ['with the scheme in capitals', (world) => `${at(world)}`.replace('http:', 'HTTP:')],
  ['with the path in capitals', (world) => `${at(world)}`.replace('callback', 'Callback')],
  ['with an encoded letter', (world) => `${at(world)}`.replace('callback', '%63allback')],
  ['with an encoded slash', (world) => `${at(world)}`.replace('/callback', '%2Fcallback')],
  ['with backslashes', (world) => `${at(world)}`.replace('/callback', '\\callback')],
  ['with a blank at its end', (world) => `${at(world)} `],
  ['written as localhost', (world) => `${at(world)}`.replace('127.0.0.1', 'localhost')],
  ['without a scheme', (world) => `//${at(world).host}/callback`],
  ['that is a script', () => 'javascript:alert(1)'],
  ['that is data', () => 'data:text/html,hello'],
  ['of another client', (world) => world.redirect('demo-old')],
  ['of a regency', (world) => world.redirect('regency-1375')],
  ['that is empty', () => ''],
  ['that is missing', () => undefined],
]) {
  refusal(`a redirect ${name} sends nobody anywhere`, async (world) => {
    const browser = await world.signedIn('first');
    const { parameters } = await world.begin('demo-web', { redirect_uri: change(world) });
    isTroublePage(await browser.get(world.address(parameters)));
  });
}

refusal('an error is not sent to an unregistered redirect either', async (world) => {
  const { parameters } = await world.begin('demo-web', { redirect_uri: 'https://evil.example/', response_type: 'token', prompt: 'none' });
  isTroublePage(await (await world.signedIn('first')).get(world.address(parameters)));
});
