// Every field that the platform reads exists under that name in the type definitions of the pinned library, and the
// stand-in answers with a value of that type.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { open } from './service.mjs';

let service;
before(async () => { service = await open(); });
after(() => service.close());

/** What is read, by the file that defines it and the interface's name. */
const READ = {
    session: ['Checkout/Sessions', 'Session', [
        'id', 'url', 'status', 'payment_status', 'payment_intent', 'invoice', 'client_reference_id', 'metadata',
        'currency', 'amount_subtotal', 'amount_total', 'total_details', 'customer_details', 'customer_email', 'livemode',
        'created',
    ]],
    intent: ['PaymentIntents', 'PaymentIntent', ['id', 'status', 'metadata']],
    charge: ['Charges', 'Charge', [
        'id', 'paid', 'status', 'amount_captured', 'amount_refunded', 'disputed', 'metadata', 'payment_intent',
    ]],
    refund: ['Refunds', 'Refund', ['id', 'amount', 'status', 'payment_intent', 'created']],
    dispute: ['Disputes', 'Dispute', ['id', 'status', 'payment_intent', 'created']],
    coupon: ['Coupons', 'Coupon', ['percent_off', 'amount_off', 'currency']],
    promotion: ['PromotionCodes', 'PromotionCode', [
        'id', 'active', 'code', 'created', 'expires_at', 'max_redemptions', 'times_redeemed', 'promotion',
    ]],
    invoice: ['Invoices', 'Invoice', ['id', 'hosted_invoice_url']],
};

/** The members of an interface with the text of their types. */
function members(file, name) {
    const path = new URL(`node_modules/stripe/esm/resources/${file}.d.ts`, import.meta.url);
    const source = ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found = new Map();
    const walk = (node) => {
        if (ts.isInterfaceDeclaration(node) && node.name.text === name) {
            for (const member of node.members) found.set(member.name?.getText(source), member.type?.getText(source) ?? '');
        }
        ts.forEachChild(node, walk);
    };
    walk(source);
    return found;
}

/** Whether a JSON value can be of a type, by the type's text. */
function fits(value, type) {
    const parts = type.split('|').map((part) => part.trim()).filter(Boolean);
    if (value === null) return parts.includes('null') || /Emptyable|Nullable/.test(type);
    if (['number', 'boolean'].includes(typeof value)) return parts.includes(typeof value);
    if (typeof value === 'object') return parts.some((part) => !['string', 'number', 'boolean', 'null'].includes(part));
    return parts.some((part) => part === 'string' || /^['"]/.test(part) || /^[A-Z]/.test(part));
}

test('what is read has the names and types of the library', async (t) => {
    if (service.real) return t.skip('the stand-in is what must be kept honest');
    const { stripe } = service;
    const made = await stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: 'https://portico.example/thanks',
        customer_email: 'ada@example.org',
        invoice_creation: { enabled: true },
        line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 2900, product_data: { name: 'Knots' } } }],
    });
    await service.press(`sessions/${made.id}/pay`);
    const session = await stripe.checkout.sessions.retrieve(made.id);
    const payment_intent = session.payment_intent;
    const refund = await stripe.refunds.create({ payment_intent, amount: 100 });
    await service.press(`charges/${payment_intent}/dispute`, { outcome: 'open' });
    const objects = {
        session,
        intent: await stripe.paymentIntents.retrieve(payment_intent),
        charge: (await stripe.charges.list({ payment_intent })).data[0],
        refund,
        dispute: (await stripe.disputes.list({ payment_intent })).data[0],
        coupon: (await stripe.coupons.list()).data[0],
        promotion: (await stripe.promotionCodes.list()).data[0],
        invoice: await stripe.invoices.retrieve(session.invoice),
    };
    for (const [kind, [file, name, fields]] of Object.entries(READ)) {
        const known = members(file, name);
        assert.ok(known.size > 0, `${name} is defined in ${file}`);
        for (const field of fields) {
            const type = known.get(field);
            assert.ok(type, `${name}.${field} exists in the library`);
            assert.ok(field in objects[kind], `${name}.${field} is answered`);
            assert.ok(fits(objects[kind][field], type), `${name}.${field}: ${JSON.stringify(objects[kind][field])} is no ${type}`);
        }
    }
});
