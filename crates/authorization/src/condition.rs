//! When a cell of the grid holds: always, while a switch or module is on, or in courses that carry a widget.
//!
//! An assignment needs no condition of its own: it is a role held on one object, and the reach `held`.

use crate::object::Object;

/// Some named bits: their list, their ids, and sets of them.
macro_rules! bits {
    ($(#[$doc:meta])* $name:ident, $(#[$set_doc:meta])* $set:ident {
        $($variant:ident $id:literal $words:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $words] $variant),* }

        impl $name {
            /// Every one of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),* }
            }

            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self { $($name::$variant => $words),* }
            }
        }

        $(#[$set_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct $set(u64);

        impl $set {
            /// None of them.
            pub const NONE: Self = Self(0);
            /// All of them.
            pub const ALL: Self = Self(u64::MAX);

            /// This set and one more.
            #[must_use]
            pub const fn with(self, one: $name) -> Self {
                Self(self.0 | 1 << one as u64)
            }

            /// This set without one.
            #[must_use]
            pub const fn without(self, one: $name) -> Self {
                Self(self.0 & !(1 << one as u64))
            }

            /// Whether it is in the set.
            #[inline]
            pub const fn contains(self, one: $name) -> bool {
                self.0 & (1 << one as u64) != 0
            }
        }

        const _: () = assert!($name::ALL.len() <= 64, "the set has a bit for each");
    };
}

bits! {
    /// A switch: a policy with a default, which an administrator moves.
    Switch,
    /// The switches that are on.
    SwitchSet {
        LearnersEnrollThemselves "switch.learners_enroll_themselves" "Learners enroll themselves in open courses.";
        LearnersSeeResources "switch.learners_see_resources" "The resource catalog is open to learners.";
        LearnersSeeCalendar "switch.learners_see_calendar" "The calendar is open to learners.";
        LearnersSeeUsers "switch.learners_see_users" "The user directory is open to learners.";
        LearnersSeeCatalog "switch.learners_see_catalog" "The catalog is open to learners.";
        LearnersSeeHelp "switch.learners_see_help" "The help center is open to learners.";
        LearnersSeeOtherAreas "switch.learners_see_other_areas" "Areas not named one by one are open to learners.";
        LearnersCreateGroups "switch.learners_create_groups" "Learners create groups.";
        InstructorsAddBusinessGroups "switch.instructors_add_business_groups" "Instructors add business groups.";
        InstructorsConfigureCourses "switch.instructors_configure_courses" "Whoever owns a course configures it.";
        InstructorsDeleteCourses "switch.instructors_delete_courses" "Whoever owns a course deletes it.";
        InstructorsEnrollLearners "switch.instructors_enroll_learners" "Whoever owns a course adds learners to it.";
        InstructorsRunReports "switch.instructors_run_reports" "Instructors run reports.";
        InstructorsSeeLearnerIds "switch.instructors_see_learner_ids" "Instructors see identifiers of learners.";
        InstructorsUseCommunityGroups "switch.instructors_use_community_groups" "Instructors open community groups.";
        InstructorsSeeAllUsers "switch.instructors_see_all_users" "The complete directory is open to instructors.";
        InstructorsOpenReports "switch.instructors_open_reports" "The reports area is open to instructors.";
        ManagersBuildTeams "switch.managers_build_teams" "Managers compose their own team.";
        ManagersEnroll "switch.managers_enroll" "Managers enroll the people they look after.";
        ManagersRemove "switch.managers_remove" "Managers take the people they look after out of courses.";
        ManagersSetGoals "switch.managers_set_goals" "Managers set goals for the people they look after.";
        CoachesAreValidated "switch.coaches_are_validated" "A coach's registration waits for an administrator.";
        ContentAdministrators "switch.content_administrators" "There are content administrators.";
        OrganizationsCustomize "switch.organizations_customize" "Organizations configure the permissions of roles.";
        CoursesCustomize "switch.courses_customize" "Courses configure the permissions of roles.";
    }
}

bits! {
    /// A module: a part of the product that a deployment has or has not.
    Module,
    /// The modules that are there.
    ModuleSet {
        DiscoverCoachShare "module.discover_coach_share" "Channels with experts (Discover, Coach & Share).";
        ECommerce "module.e_commerce" "Selling courses.";
        WhiteLabel "module.white_label" "Reselling the platform under another name.";
        Organizations "module.organizations" "Organizations below the platform.";
    }
}

bits! {
    /// A widget of a course, or what one is configured to permit.
    Widget,
    /// The widgets of a course.
    WidgetSet {
        Forum "widget.forum" "Forum and comments.";
        Files "widget.files" "The file repository.";
        FileUploads "widget.files.uploads" "The file repository takes files from learners and tutors.";
        FileDownloads "widget.files.downloads" "The file repository gives files to learners and tutors.";
        Questions "widget.questions" "Questions and answers.";
        Videoconferences "widget.videoconferences" "Videoconferences.";
    }
}

/// When a cell of the grid holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// At any time.
    Always,
    /// While a switch is on.
    While(Switch),
    /// While a switch is off.
    Unless(Switch),
    /// Where a module is there.
    Module(Module),
    /// In a course that carries a widget, or whose widget permits it.
    Widget(Widget),
}

impl Condition {
    /// The condition in words, empty where there is none.
    pub fn words(self) -> String {
        match self {
            Condition::Always => String::new(),
            Condition::While(switch) => format!("while {}", switch.id()),
            Condition::Unless(switch) => format!("unless {}", switch.id()),
            Condition::Module(module) => format!("with {}", module.id()),
            Condition::Widget(widget) => format!("with {}", widget.id()),
        }
    }
}

/// What a deployment is set to: its switches and modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The switches that are on.
    pub switches: SwitchSet,
    /// The modules that are there.
    pub modules: ModuleSet,
}

impl Switch {
    /// What holds until somebody decides otherwise. Areas of learners are closed until opened; what instructors do is
    /// open until closed; what managers may beyond seeing is off until somebody wants it.
    pub const fn default_on(self) -> bool {
        matches!(
            self,
            Switch::LearnersEnrollThemselves
                | Switch::InstructorsAddBusinessGroups
                | Switch::InstructorsConfigureCourses
                | Switch::InstructorsDeleteCourses
                | Switch::InstructorsEnrollLearners
                | Switch::InstructorsRunReports
                | Switch::InstructorsSeeLearnerIds
                | Switch::InstructorsUseCommunityGroups
        )
    }
}

#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loop")]
impl Settings {
    /// Every switch at its default; the one module that the platform is never without.
    pub const DEFAULT: Settings = Settings::flipped(&[]);

    /// These switches moved away from their defaults.
    pub const fn flipped(flipped: &[Switch]) -> Self {
        let mut switches = SwitchSet::NONE;
        let mut index = 0;
        while index < Switch::ALL.len() {
            if Switch::ALL[index].default_on() {
                switches = switches.with(Switch::ALL[index]);
            }
            index += 1;
        }
        index = 0;
        while index < flipped.len() {
            let switch = flipped[index];
            switches = if switch.default_on() { switches.without(switch) } else { switches.with(switch) };
            index += 1;
        }
        Settings { switches, modules: ModuleSet::NONE.with(Module::ECommerce) }
    }

    /// Whether a condition holds for an object.
    #[inline]
    pub const fn meet(&self, condition: Condition, object: &Object) -> bool {
        match condition {
            Condition::Always => true,
            Condition::While(switch) => self.switches.contains(switch),
            Condition::Unless(switch) => !self.switches.contains(switch),
            Condition::Module(module) => self.modules.contains(module),
            Condition::Widget(widget) => object.widgets.contains(widget),
        }
    }

    /// Whether a condition can hold for some object.
    pub const fn can_meet(&self, condition: Condition) -> bool {
        match condition {
            Condition::Always | Condition::Widget(_) => true,
            Condition::While(switch) => self.switches.contains(switch),
            Condition::Unless(switch) => !self.switches.contains(switch),
            Condition::Module(module) => self.modules.contains(module),
        }
    }
}
