//! The same questions, put to the product and to Cedar in one run: `cargo bench -p portico-referee`.
//!
//! Cedar is given every advantage there is: entities, context and request are made before the clock starts, and of the
//! policies only those that speak of the action.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark speaks to whoever started it"
)]

#[path = "../run/exported.rs"]
#[expect(dead_code, reason = "the test validates and slices as well")]
mod exported;
#[path = "../run/scene.rs"]
#[expect(dead_code, reason = "the test slices as well")]
mod scene;

use std::hint::black_box;
use std::time::Instant;

use authorization::{Action, Grid, Principal, decide};
use cedar_policy::{Authorizer, Decision, Entities, Request};

/// Questions asked of each.
const QUESTIONS: usize = 2_000;
const ROUNDS: usize = 10;

fn least(mut round: impl FnMut()) -> f64 {
    let once = |round: &mut dyn FnMut()| {
        let started = Instant::now();
        round();
        started.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(|_| once(&mut round)).fold(f64::MAX, f64::min) * 1e9 / QUESTIONS as f64
}

fn main() {
    let mut random = fastrand::Rng::with_seed(7);
    let (askers, things, policies) = (scene::askers(), scene::things(), exported::policies());
    let read = exported::read(&policies);
    let entities = askers.iter().enumerate().map(|(id, asker)| scene::asker_entity(id, asker));
    let entities = entities.chain(things.iter().enumerate().map(|(id, thing)| scene::thing_entity(id, thing)));
    let entities = Entities::from_entities(entities, None).unwrap();
    let of_action = |action: Action| {
        let speaks = |number: usize| policies[number].names.as_ref().is_none_or(|names| names.contains(&action));
        exported::set(read.iter().enumerate().filter(|(number, _)| speaks(*number)).map(|(_, policy)| policy))
    };
    let sets: Vec<_> = Action::ALL.iter().map(|action| of_action(*action)).collect();
    let whole = exported::set(read.iter());
    let accounts: Vec<usize> = (0..askers.len()).filter(|id| matches!(askers[*id], Principal::Account(_))).collect();
    let questions: Vec<_> = (0..QUESTIONS)
        .map(|_| {
            let (asker, thing) = (accounts[random.usize(..accounts.len())], random.usize(..things.len()));
            let action = random.usize(..Action::ALL.len());
            let context = scene::relation(&askers[asker], &things[thing], &["switch.learners_enroll_themselves"], &[]);
            let action_uid = scene::uid("Action", Action::ALL[action].id());
            let request =
                Request::new(scene::uid("Asker", asker), action_uid, scene::uid("Thing", thing), context, None);
            (asker, action, thing, request.unwrap())
        })
        .collect();
    let (grid, authorizer) = (Grid::DEFAULT, Authorizer::new());
    let ours = least(|| {
        for (asker, action, thing, _) in &questions {
            let _ = black_box(decide(&grid, &askers[*asker], Action::ALL[*action], &things[*thing]));
        }
    });
    let by_action = least(|| {
        for (_, action, _, request) in &questions {
            let _ =
                black_box(authorizer.is_authorized(request, &sets[*action], &entities).decision() == Decision::Allow);
        }
    });
    let at_once = least(|| {
        for (_, _, _, request) in &questions {
            let _ = black_box(authorizer.is_authorized(request, &whole, &entities).decision() == Decision::Allow);
        }
    });
    println!("{QUESTIONS} questions, the least of {ROUNDS} rounds, nanoseconds a decision");
    println!("  portico                         {ours:>12.1}");
    println!("  cedar, a policy set an action   {by_action:>12.1}  {:>8.0}x", by_action / ours);
    println!("  cedar, all policies in one set  {at_once:>12.1}  {:>8.0}x", at_once / ours);
}
