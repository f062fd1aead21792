//! Profile pages, the photos on them, and friends, through the public door.

mod friends;
mod page;
mod photos;
mod scene;
