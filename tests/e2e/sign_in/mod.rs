//! Signing in and out, refreshing, links and passwords, and founding the platform, through HTTP.

mod acting;
mod change_password;
mod cookies;
mod devices;
mod email_change;
mod epochs;
mod forgery;
mod forms;
mod founding;
mod guessing;
mod hashing;
mod links;
mod logs;
mod mails;
mod one_answer;
mod passkeys;
mod policies;
mod refresh;
mod reset;
mod scene;
mod second_factor;
mod second_factor_guesses;
mod second_factor_logins;
mod step_up;
mod swaps;
mod throttles;
