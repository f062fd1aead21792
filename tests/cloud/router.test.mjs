// The functions that CloudFront runs before every request, taken out of the template and run here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const template = readFileSync(new URL('../../infra/template.yaml', import.meta.url), 'utf8');

/** The handler of a resource; `release` is what the key-value store says. */
function handler(resource, release) {
  const of = template.slice(template.indexOf(`\n  ${resource}:\n`));
  const block = of.slice(of.indexOf('FunctionCode: |\n') + 'FunctionCode: |\n'.length);
  const lines = [];
  for (const line of block.split('\n')) {
    if (line !== '' && !line.startsWith('        ')) break;
    lines.push(line.slice(8));
  }
  const code = lines.join('\n').replace("import cf from 'cloudfront';", '');
  const get = async () => {
    if (!release) throw new Error('no such key');
    return release;
  };
  return new Function('cf', `${code}\nreturn handler;`)({ kvs: () => ({ get }) });
}

const ask = (uri) => ({ request: { uri, headers: {} }, viewer: { ip: '192.0.2.7' } });

test('addresses become files of the present release', async () => {
  const route = handler('SiteRouter', 'r1');
  for (const [uri, file] of [
    ['/', '/r1/index.html'],
    ['/courses/calm-version-control/', '/r1/courses/calm-version-control/index.html'],
    ['/assets/site.1f2e.css', '/r1/assets/site.1f2e.css'],
    ['/search/v1.2/words.json', '/r1/search/v1.2/words.json'],
  ]) {
    assert.equal((await route(ask(uri))).uri, file, uri);
  }
});

test('a folder without its slash is a redirect to itself, and to nowhere else', async () => {
  const route = handler('SiteRouter', 'r1');
  const moved = await route(ask('/courses'));
  assert.equal(moved.statusCode, 308);
  assert.equal(moved.headers.location.value, '/courses/');
  for (const uri of ['//evil.example', '//evil.example/', '/\\evil.example', '/a//b', '/.written', '/a/.written', '/..', '/a/../b', '/%2e%2e/release', '/A', 'x']) {
    const routed = await route(ask(uri));
    assert.equal(routed.statusCode, undefined, uri);
    assert.equal(routed.uri, '/r1/nowhere', uri);
  }
});

test('before the first release there is an answer, and nobody keeps it', async () => {
  const early = await handler('SiteRouter', null)(ask('/'));
  assert.equal(early.statusCode, 503);
  assert.equal(early.headers['cache-control'].value, 'no-store');
});

test('the viewer is who CloudFront sees', async () => {
  const asked = ask('/api/login');
  asked.request.headers['x-portico-viewer'] = { value: '6.6.6.6' };
  const routed = await handler('ApiRouter')(asked);
  assert.equal(routed.headers['x-portico-viewer'].value, '192.0.2.7');
});
