//! Cedar as the independent referee: the grid exported as policies that its validator accepts, and asked everything that
//! the product is asked. Both must give the same answer to every question.

#![expect(clippy::unwrap_used, reason = "a test that meets nothing where something must be has failed")]

mod exported;
mod scene;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use authorization::{Action, Grid, Module, ModuleSet, Object, Principal, Settings, Switch, SwitchSet, decide};
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

/// How much was asked.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    asked: u64,
    permitted: u64,
    by_cedar: u64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.asked += more.asked;
        self.permitted += more.permitted;
        self.by_cedar += more.by_cedar;
    }
}

/// Everybody and everything, and the referee.
struct Court {
    askers: Vec<Principal>,
    things: Vec<Object>,
    entities: Entities,
    policies: Vec<Policy>,
    read: Vec<cedar_policy::Policy>,
    /// Whether every question is asked.
    everything: bool,
}

impl Court {
    fn assembled() -> Self {
        let policies = policies();
        let (askers, things) = (scene::askers(), scene::things());
        let asker_entities = askers.iter().enumerate().map(|(id, asker)| scene::asker_entity(id, asker));
        let thing_entities = things.iter().enumerate().map(|(id, thing)| scene::thing_entity(id, thing));
        let entities = Entities::from_entities(asker_entities.chain(thing_entities), None).unwrap();
        let read = read(&policies);
        let everything = std::env::var("REFEREE").is_ok_and(|asked| asked == "everything");
        Self { askers, things, entities, policies, read, everything }
    }

    /// Everybody with one role meets everything; who has two or half of one, and the other settings, meet a part, each time
    /// another. `REFEREE=everything` asks it all, which takes a quarter of an hour.
    fn meets(&self, round: usize, id: usize, asker: &Principal, number: usize) -> bool {
        let halved = asker.grants().iter().any(|grant| grant.source.is_some());
        let apart = if asker.grants().len() > 1 || halved || round != 1 { PART } else { 1 };
        self.everything || (number + id + round).is_multiple_of(apart)
    }

    /// Puts everything that one asker could ask to both.
    fn hear(&self, id: usize, asker: &Principal) -> Counts {
        let (authorizer, classes) = (Authorizer::new(), alike(asker, &self.policies, &self.read));
        let mut counts = Counts::default();
        for (round, settings) in settings().into_iter().enumerate() {
            let grid = Grid::set_to(settings);
            let on: Vec<&str> =
                Switch::ALL.iter().filter(|one| settings.switches.contains(**one)).map(|one| one.id()).collect();
            let there: Vec<&str> =
                Module::ALL.iter().filter(|one| settings.modules.contains(**one)).map(|one| one.id()).collect();
            for (number, thing) in self.things.iter().enumerate() {
                if !self.meets(round, id, asker, number) {
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
                    let answer = authorizer.is_authorized(&request.unwrap(), set, &self.entities);
                    assert_eq!(answer.diagnostics().errors().count(), 0, "{answer:?}");
                    counts.by_cedar += 1;
                    for action in actions {
                        let ours = decide(&grid, asker, *action, thing);
                        let same = ours.is_ok() == (answer.decision() == Decision::Allow);
                        assert!(same, "{}: we say {ours:?}, Cedar {answer:?}\n{asker:?}\n{thing:?}", action.id());
                        counts.asked += 1;
                        counts.permitted += u64::from(ours.is_ok());
                    }
                }
            }
        }
        counts
    }
}

#[test]
fn the_referee_gives_the_same_answer_to_every_question() {
    let court = Court::assembled();
    let next = AtomicUsize::new(0);
    let hear_all = || {
        let mut counts = Counts::default();
        loop {
            let id = next.fetch_add(1, Ordering::Relaxed);
            let Some(asker) = court.askers.get(id) else { return counts };
            counts += court.hear(id, asker);
        }
    };
    let mut all = Counts::default();
    std::thread::scope(|scope| {
        let benches = std::thread::available_parallelism().map_or(1, usize::from);
        let heard: Vec<_> = (0..benches).map(|_| scope.spawn(hear_all)).collect();
        heard.into_iter().for_each(|one| all += one.join().unwrap());
    });
    let Counts { asked, permitted, by_cedar } = all;
    writeln!(
        std::io::stdout(),
        "referee: {asked} decisions, {permitted} permitted, all as Cedar says ({by_cedar} asked of it)"
    )
    .unwrap();
    assert!(asked > 1_000_000 && permitted > 10_000);
}
