//! Putting endpoints onto a router, with or without their description.
//!
//! A deployed function never shows its description, and building it costs more than the rest of its start. So only the
//! local platform, which serves the description of all functions, asks for it (the feature `description`).

/// Mounts handlers that `#[utoipa::path]` describes, all of one path, for `OpenApiRouter::routes`.
#[cfg(feature = "description")]
pub use utoipa_axum::routes;

#[cfg(not(feature = "description"))]
pub use crate::mounted_without_description as routes;

/// What [`routes`] is where nobody reads the description: path and methods, and nothing else of it.
#[doc(hidden)]
#[cfg(not(feature = "description"))]
#[macro_export]
macro_rules! mounted_without_description {
    ($($handler:path),+ $(,)?) => {{
        use utoipa_axum::PathItemExt;
        let mut paths = utoipa::openapi::path::Paths::new();
        let mut router = axum::routing::MethodRouter::new();
        $({
            let (path, methods) = utoipa_axum::paste! {(
                utoipa_axum::routes!(@path [path()] of $handler),
                utoipa_axum::routes!(@path [methods()] of $handler),
            )};
            for method in &methods {
                router = router.on(method.to_method_filter(), $handler);
            }
            paths.add_path_operation(&path, methods, utoipa::openapi::path::Operation::default());
        })+
        (Vec::new(), paths, router)
    }};
}
