// Where the suite runs: the stand-in by itself, started here, or a Stripe test account when a key is given.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Stripe from 'stripe';

const SECRET = 'whsec_0123456789abcdefghijklmnopqr';
const KEY = 'sk_test_portico_stand_in_by_itself';

/** Refuses every key that could move real money. */
export function testKey(key) {
    if (!key) return undefined;
    if (!/^[sr]k_test_/.test(key)) throw new Error('STRIPE_TEST_KEY must begin with sk_test_ or rk_test_');
    return key;
}

/** A service with a client for it; `events` resolves deliveries as they came over the wire. */
export async function open() {
    const key = testKey(process.env.STRIPE_TEST_KEY);
    if (key) return { stripe: new Stripe(key), real: true, close() {} };
    const deliveries = [];
    let heard = () => {};
    const hook = createServer((request, response) => {
        const parts = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => {
            deliveries.push({ body: Buffer.concat(parts), signature: request.headers['stripe-signature'] });
            response.end();
            heard();
        });
    }).listen(0, '127.0.0.1');
    await once(hook, 'listening');
    const program = process.env.STAND_IN ?? '../../target/debug/examples/alone';
    const at = new URL(program, import.meta.url).pathname;
    const child = spawn(at, [`http://127.0.0.1:${hook.address().port}/`, SECRET, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.on('error', (error) => { console.error(`build it first (docs/stripe.md): ${error.message}`); process.exit(1); });
    const [address] = await once(createInterface({ input: child.stdout }), 'line');
    const { hostname: host, port } = new URL(address);
    return {
        stripe: new Stripe(KEY, { host, port, protocol: 'http', maxNetworkRetries: 0 }),
        real: false,
        secret: SECRET,
        /** Presses a button that only the stand-in has. */
        async press(path, body = {}) {
            const headers = { 'content-type': 'application/json' };
            const answer = await fetch(`${address}/stand-in/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
            if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
            return answer.json();
        },
        async delivered(type) {
            for (;;) {
                const found = deliveries.find(({ body }) => JSON.parse(body).type === type);
                if (found) return found;
                await new Promise((resolve) => { heard = resolve; });
            }
        },
        close() {
            child.kill();
            hook.close();
        },
    };
}
