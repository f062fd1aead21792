//! The demo catalog is embedded; a change of it must rebuild this package.

fn main() {
    println!("cargo::rerun-if-changed=../../demo");
}
