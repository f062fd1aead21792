//! Every end-to-end suite in one binary: a folder or file a subject, a test a promise.


mod buying;
mod compile_fail;
mod lambda;
mod learning;
mod sign_in;
