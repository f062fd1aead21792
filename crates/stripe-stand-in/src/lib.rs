//! The local stand-in for Stripe.
