//! stripe-webhook
