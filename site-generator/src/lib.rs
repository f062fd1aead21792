//! site-generator
