//! Signing in and out, refreshing, links and passwords, and founding the platform, through HTTP.

mod change_password;
mod cookies;
mod devices;
mod forgery;
mod forms;
mod founding;
mod links;
mod one_answer;
mod refresh;
mod reset;
mod scene;
mod throttles;
