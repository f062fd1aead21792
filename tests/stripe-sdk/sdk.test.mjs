// Stripe's own library for Node drives the stand-in: its calls are understood, its answers read, its signatures
// verified. With STRIPE_TEST_KEY the same calls go to a Stripe test account, as far as no buyer is needed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, testKey } from './service.mjs';

let service;
before(async () => { service = await open(); });
after(() => service.close());

const order = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
const request = () => ({
    mode: 'payment',
    success_url: 'https://portico.example/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://portico.example/course',
    client_reference_id: order,
    customer_email: 'ada@example.org',
    metadata: { order },
    payment_intent_data: { metadata: { order } },
    adaptive_pricing: { enabled: false },
    automatic_tax: { enabled: false },
    invoice_creation: { enabled: true },
    allow_promotion_codes: true,
    line_items: [{
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 2900, tax_behavior: 'exclusive', product_data: { name: 'Knots' } },
    }],
});

async function paid(body = {}) {
    const session = await service.stripe.checkout.sessions.create(request());
    await service.press(`sessions/${session.id}/pay`, body);
    return service.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
}

test('live keys are refused', () => {
    assert.throws(() => testKey(['sk', 'live', '1'].join('_')));
    assert.throws(() => testKey('whatever'));
    assert.equal(testKey('sk_test_x'), 'sk_test_x');
});

test('a session is created once under its key, listed with its lines, and expired', async () => {
    const once = { idempotencyKey: `sdk-${Date.now()}` };
    const session = await service.stripe.checkout.sessions.create(request(), once);
    const again = await service.stripe.checkout.sessions.create(request(), once);
    assert.equal(again.id, session.id);
    assert.equal(session.client_reference_id, order);
    assert.equal(session.amount_subtotal, 2900);
    assert.equal(session.invoice_creation.enabled, true);
    await assert.rejects(
        service.stripe.checkout.sessions.create({ ...request(), client_reference_id: 'other' }, once),
        { type: 'StripeIdempotencyError' },
    );
    const lines = await service.stripe.checkout.sessions.listLineItems(session.id);
    assert.deepEqual(lines.data.map((line) => [line.quantity, line.amount_subtotal, line.currency]), [[1, 2900, 'eur']]);
    const listed = await service.stripe.checkout.sessions.list({ limit: 5 });
    assert.ok(listed.data.some(({ id }) => id === session.id));
    const expired = await service.stripe.checkout.sessions.expire(session.id);
    assert.equal(expired.status, 'expired');
    await assert.rejects(service.stripe.checkout.sessions.expire(session.id), { type: 'StripeInvalidRequestError' });
});

test('what is misspelled is refused by name', async () => {
    await assert.rejects(
        service.stripe.checkout.sessions.create({ ...request(), sucess_url: 'https://x.example' }),
        { type: 'StripeInvalidRequestError', param: 'sucess_url' },
    );
});

test('a payment is refunded in part and whole, and no further', async (t) => {
    if (service.real) return t.skip('nobody pays at a real account here');
    const session = await paid();
    const intent = session.payment_intent.id;
    const part = await service.stripe.refunds.create({ payment_intent: intent, amount: 900 });
    assert.deepEqual([part.status, part.amount], ['succeeded', 900]);
    const rest = await service.stripe.refunds.create({ payment_intent: intent });
    assert.equal(rest.amount, 2000);
    await assert.rejects(service.stripe.refunds.create({ payment_intent: intent }), { code: 'charge_already_refunded' });
    const charges = await service.stripe.charges.list({ payment_intent: intent });
    assert.deepEqual([charges.data[0].amount_refunded, charges.data[0].metadata.order], [2900, order]);
    const all = [];
    for await (const refund of service.stripe.refunds.list({ payment_intent: intent, limit: 1 })) all.push(refund.id);
    assert.deepEqual(all, [rest.id, part.id]);
    const invoice = await service.stripe.invoices.retrieve(session.invoice);
    assert.match(invoice.hosted_invoice_url, /^http/);
});

test('promotion codes are listed and taken off', async (t) => {
    if (service.real) return t.skip('a real account has codes of its own');
    const { data: [code] } = await service.stripe.promotionCodes.list({ code: 'HALF', active: true });
    assert.equal(code.code, 'HALF');
    const coupon = await service.stripe.coupons.retrieve(code.promotion.coupon);
    assert.equal(coupon.percent_off, 50);
    const session = await paid({ promotion_code: 'HALF' });
    assert.deepEqual([session.amount_total, session.total_details.amount_discount], [1450, 1450]);
});

test('a coupon and its code are made once, used, and switched off', async () => {
    const { stripe, real } = service;
    const mark = Date.now();
    const terms = { id: `sdk-${mark}`, name: 'A quarter', percent_off: 25, duration: 'once' };
    const coupon = await stripe.coupons.create(terms);
    assert.deepEqual([coupon.id, coupon.percent_off, coupon.valid], [terms.id, 25, true]);
    await assert.rejects(stripe.coupons.create(terms), { code: 'resource_already_exists' });
    await assert.rejects(stripe.coupons.create({ duration: 'once' }), { type: 'StripeInvalidRequestError' });
    const wish = {
        promotion: { type: 'coupon', coupon: coupon.id },
        code: `SDK-${mark}`,
        max_redemptions: 3,
        expires_at: Math.floor(mark / 1000) + 3600,
    };
    const once = { idempotencyKey: `sdk-code-${mark}` };
    const code = await stripe.promotionCodes.create(wish, once);
    assert.equal((await stripe.promotionCodes.create(wish, once)).id, code.id);
    await assert.rejects(stripe.promotionCodes.create(wish), { type: 'StripeInvalidRequestError', message: /already exists/ });
    if (!real) assert.equal((await paid({ promotion_code: wish.code.toLowerCase() })).amount_total, 2175);
    const listed = await stripe.promotionCodes.list({ coupon: coupon.id, expand: ['data.promotion.coupon'] });
    assert.deepEqual(
        listed.data.map(({ id, active, max_redemptions, times_redeemed, promotion }) =>
            [id, active, max_redemptions, times_redeemed, promotion.coupon.percent_off]),
        [[code.id, true, 3, real ? 0 : 1, 25]],
    );
    const off = await stripe.promotionCodes.update(code.id, { active: false });
    assert.equal(off.active, false);
    assert.equal((await stripe.promotionCodes.list({ code: wish.code, active: true })).data.length, 0);
    if (!real) await assert.rejects(paid({ promotion_code: wish.code }), /invalid/);
});

test('deliveries verify with the library and are listed as events', async (t) => {
    if (service.real) return t.skip('deliveries of a real account go elsewhere');
    const session = await paid();
    const { body, signature } = await service.delivered('checkout.session.completed');
    const event = service.stripe.webhooks.constructEvent(body, signature, service.secret);
    assert.equal(event.object, 'event');
    assert.throws(() => service.stripe.webhooks.constructEvent(`${body} `, signature, service.secret));
    assert.throws(() => service.stripe.webhooks.constructEvent(body, signature, 'whsec_of_somebody_else'));
    const listed = await service.stripe.events.list({ types: ['checkout.session.completed'], limit: 100 });
    assert.ok(listed.data.some(({ data }) => data.object.id === session.id));
});
