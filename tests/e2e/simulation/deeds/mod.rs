//! Doing a step: people ask through the real routers, buyers and banks act at the provider, the platform's own work is
//! started. What is acknowledged is written down as known.

mod money;
mod oneself;
mod staff;

use std::time::Duration;

use background::Schedule;

use super::dice::in_lane;
use super::history::Step;
use super::world::World;
use crate::cloud::recorder::named;

/// The two administrators of the main platform, in the scene's order.
pub(super) const OWNER: usize = 0;
pub(super) const ADMINISTRATOR: usize = 1;
/// The first partner's administrator; the second's comes next.
pub(super) const PARTNER_ADMINISTRATOR: usize = 2;

impl World {
    /// Does it, whatever comes of it.
    pub(super) async fn perform(&self, step: &Step) {
        match step {
            Step::Apply { buyer, course, loudly } => self.apply(*buyer, *course, *loudly).await,
            Step::Pay { page, way } => self.outside.provider.pay(*page, *way),
            Step::Transfer { number, arrives } => self.outside.provider.transfer(*number, *arrives),
            Step::ComeBack { page } => self.come_back(*page).await,
            Step::Deliver { event, again } => self.deliver_one(*event, *again).await,
            Step::RefundByStaff { order, half } => self.refund_by_staff(*order, *half).await,
            Step::RefundByHand { payment, half } => self.outside.provider.refund_by_hand(*payment, *half),
            Step::RefundFails { payment } => self.outside.provider.refund_fails(*payment),
            Step::Dispute { payment, what } => self.outside.provider.dispute(*payment, *what),
            Step::SignIn { who } => drop(self.sign_in(*who).await),
            Step::Refresh { who } => self.refresh(*who).await,
            Step::SignOut { who } => self.sign_out(*who).await,
            Step::AskForLink { who } => self.ask_for_link(*who).await,
            Step::UseLink { who } => self.use_link(*who).await,
            Step::Learn { who, course, lesson } => self.learn(*who, *course, *lesson).await,
            Step::EnrollSelf { who, course } => self.enroll_self(*who, *course).await,
            Step::EnrollOther { course, who } => self.enroll_other(*course, *who).await,
            Step::MoveEnrollment { course, who, to: "another run" } => self.relocate(*course, *who).await,
            Step::MoveEnrollment { course, who, to } => self.move_enrollment(*course, *who, to).await,
            Step::RemoveEnrollment { course, who } => self.remove_enrollment(*course, *who).await,
            Step::Deactivate { who } => self.deactivate(*who).await,
            Step::Reactivate { who } => self.reactivate(*who).await,
            Step::LookAround { partner, at } => self.look_around(*partner, *at).await,
            Step::Reprice { course, minor } => self.reprice(*course, *minor).await,
            Step::Seats { course, seats } => self.limit_seats(*course, *seats).await,
            Step::Unpublish { course } => self.publish(*course, "unpublish").await,
            Step::Publish { course } => self.publish(*course, "publish").await,
            Step::Stream { records } => drop(self.pump(usize::try_from(*records).unwrap()).await),
            Step::SweepOutbox => self.schedule(Schedule::SweepOutbox).await,
            Step::Reconcile => self.schedule(Schedule::Reconcile).await,
            Step::SweepExpired => drop(self.outside.wire.database.sweep_ttl().unwrap()),
            Step::Wait { seconds } => self.clock().pass(*seconds).await,
            Step::Crash { at, after } => self.weather().crash_at(u32::try_from(*at).unwrap(), *after),
            Step::Moment { ms } => tokio::time::sleep(Duration::from_millis(*ms)).await,
            Step::Together([first, second]) => {
                tokio::join!(
                    Box::pin(in_lane(0, self.perform_all(first))),
                    Box::pin(in_lane(1, self.perform_all(second)))
                );
            }
        }
    }

    async fn perform_all(&self, steps: &[Step]) {
        for step in steps {
            self.perform(step).await;
        }
    }

    /// One round of a schedule; one that fails comes again.
    pub(super) async fn schedule(&self, schedule: Schedule) {
        let done = named("Background", schedule.run(&self.process().background)).await;
        let at_ms = self.clock().elapsed_ms();
        self.outside.wire.trace.note(at_ms, &format!("{schedule:?} {:?}", done.map_err(drop)));
    }
}
