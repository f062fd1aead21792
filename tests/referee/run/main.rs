//! Cedar as the independent referee: the grid exported as policies that its validator accepts, and asked everything that
//! the product is asked. Both must give the same answer to every question.

#![expect(clippy::unwrap_used, reason = "a test that meets nothing where something must be has failed")]

mod exported;
mod scene;

use std::collections::BTreeMap;
use std::io::Write as _;

use authorization::{Action, Grid, Module, ModuleSet, Principal, Settings, Switch, SwitchSet, decide};
use cedar_policy::{Authorizer, Decision, Entities, PolicySet, Request};
use exported::{Policy, policies, read, schema, set, validate};

/// One in so many of the further questions is asked.
const PART: usize = 12;

/// The settings under which everything is asked: as it comes, everything on, everything off.
fn settings() -> [Settings; 3] {
    [
        Settings::DEFAULT,
        Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL },
        Settings { switches: SwitchSet::NONE, modules: ModuleSet::NONE },
    ]
}

#[test]
fn the_grid_as_cedar_policies_is_valid() {
    validate(&schema(), &policies());
}

/// For one asker, the policies that can have a say, and the actions about which the same of them do. Policies of roles
/// that the asker has nowhere permit nothing; actions that the same policies name are one to Cedar, so that one stands for
/// all of them. That the product does not tell them apart either is asked of every one.
fn alike(asker: &Principal, policies: &[Policy], read: &[cedar_policy::Policy]) -> Vec<(PolicySet, Vec<Action>)> {
    let roles = scene::roles(asker);
    let mut alike: BTreeMap<Vec<usize>, Vec<Action>> = BTreeMap::new();
    for action in Action::ALL {
        let speaks = |policy: &Policy| {
            let has = policy.role.as_ref().is_none_or(|role| roles.contains(role));
            has && policy.names.as_ref().is_none_or(|names| names.contains(action))
        };
        let by = policies.iter().enumerate().filter(|(_, policy)| speaks(policy)).map(|(number, _)| number).collect();
        alike.entry(by).or_default().push(*action);
    }
    let set_of = |by: Vec<usize>| set(by.iter().filter_map(|number| read.get(*number)));
    alike.into_iter().map(|(by, actions)| (set_of(by), actions)).collect()
}

#[test]
fn the_referee_gives_the_same_answer_to_every_question() {
    let policies = policies();
    let (askers, things) = (scene::askers(), scene::things());
    let asker_entities = askers.iter().enumerate().map(|(id, asker)| scene::asker_entity(id, asker));
    let thing_entities = things.iter().enumerate().map(|(id, thing)| scene::thing_entity(id, thing));
    let entities = Entities::from_entities(asker_entities.chain(thing_entities), None).unwrap();
    let read = read(&policies);
    let authorizer = Authorizer::new();
    let everything = std::env::var("REFEREE").is_ok_and(|asked| asked == "everything");
    let (mut asked, mut permitted, mut by_cedar) = (0_u64, 0_u64, 0_u64);
    for (round, settings) in settings().into_iter().enumerate() {
        let grid = Grid::set_to(settings);
        let on: Vec<&str> =
            Switch::ALL.iter().filter(|one| settings.switches.contains(**one)).map(|one| one.id()).collect();
        let there: Vec<&str> =
            Module::ALL.iter().filter(|one| settings.modules.contains(**one)).map(|one| one.id()).collect();
        for (id, asker) in askers.iter().enumerate() {
            let halved = asker.grants().iter().any(|grant| grant.source.is_some());
            let (more, classes) = (asker.grants().len() > 1, alike(asker, &policies, &read));
            for (number, thing) in things.iter().enumerate() {
                // Everybody with one role meets everything; who has two or half of one, and the other settings, meet a part,
                // each time another. `REFEREE=everything` asks it all, which takes a quarter of an hour.
                let apart = if more || halved || round != 1 { PART } else { 1 };
                if !everything && (number + id + round) % apart != 0 {
                    continue;
                }
                let context = scene::relation(asker, thing, &on, &there);
                for (set, actions) in &classes {
                    let Some(first) = actions.first() else { continue };
                    let request = Request::new(
                        scene::uid("Asker", id),
                        scene::uid("Action", first.id()),
                        scene::uid("Thing", number),
                        context.clone(),
                        None,
                    );
                    let answer = authorizer.is_authorized(&request.unwrap(), set, &entities);
                    assert_eq!(answer.diagnostics().errors().count(), 0, "{answer:?}");
                    by_cedar += 1;
                    for action in actions {
                        let ours = decide(&grid, asker, *action, thing);
                        let same = ours.is_ok() == (answer.decision() == Decision::Allow);
                        assert!(same, "{}: we say {ours:?}, Cedar {answer:?}\n{asker:?}\n{thing:?}", action.id());
                        asked += 1;
                        permitted += u64::from(ours.is_ok());
                    }
                }
            }
        }
    }
    writeln!(
        std::io::stdout(),
        "referee: {asked} decisions, {permitted} permitted, all as Cedar says ({by_cedar} asked of it)"
    )
    .unwrap();
    assert!(asked > 1_000_000 && permitted > 10_000);
}
