//! What nobody means well: methods that are not offered, bodies that are no bodies, texts that want to be more than
//! text. Every endpoint is met by way of its description, so that a new one is met too.

mod bodies;
mod endpoints;
mod feeds;
mod fields;
mod links;
mod methods;
mod pages;
mod people;
