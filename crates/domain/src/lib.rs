//! The words of the field as types that cannot be wrong: ids, e-mail, money, people, courses, and the state
//! machines of account, enrollment and order.
//!
//! This floor is pure. It must not know that a table, HTTP, Stripe or a clock exists: time and randomness come in
//! as arguments (see [`Clock`] and [`Entropy`]), and nothing here is async.

mod account;
mod account_request;
mod course;
mod email;
mod enrollment;
mod friendship;
mod id;
mod language;
mod lesson_file;
mod locale;
mod money;
mod order;
mod partner;
mod place;
mod ports;
mod profile;
mod promotion;
mod registration;
mod role_code;
mod settlement;
mod slug;
mod tenant;
mod term;
mod text;

pub use account::{Account, AccountKind, AccountStatus, KindError, StatusEvent, StatusRefused, Tier, TypeName};
pub use account_request::{
    AccountRequest, DOMAINS_MAX, DomainError, LAPSE_DAYS_MAX, RegistrationMode, RegistrationRules, RequestRefused,
};
pub use course::{
    Course, CourseMode, Lesson, LessonOutline, Level, OUTLINE_LESSONS_MAX, Price, Publication, PublicationEvent,
    PublicationRefused, Publisher, SUBJECTS_MAX, SeatLimit, Section, SelfEnrollment, is_raised,
};
pub use email::{EmailAddress, EmailError};
pub use enrollment::{
    Cause, Certificate, Enrollment, EnrollmentEvent, EnrollmentRefused, EnrollmentState, Ground, PathEnrollment,
    Progress,
};
pub use friendship::{FRIEND_REQUEST_LASTS, FriendRequest, Friendship};
pub use id::{
    AccountId, AuditId, CertificateId, ChannelId, CourseId, GroupId, IdError, LessonId, LoginId, OrderId, OutboxId,
    PartnerId, PathId, PermissionSetId, PhotoId, TeamId, TermId,
};
pub use language::{Direction, LanguageError, LanguageTag};
pub use lesson_file::{LessonFile, LessonFileError};
pub use locale::{Locale, LocaleListError};
pub use money::{Currency, Money, MoneyError};
pub use order::{Buyer, ExtraPayment, Order, OrderEvent, OrderRefused, OrderState, Quote, ReviewReason};
pub use partner::Partner;
pub use place::{NoSuchKind, Place, PlaceId, PlaceKind};
pub use ports::{Clock, Entropy, random_bytes};
pub use profile::{
    AboutText, LINKS_MAX, LinkError, PHOTO_BYTES_MAX, PHOTOS_MAX, Photo, PhotoFormat, Profile, SocialLink,
};
pub use promotion::{
    Discount, Promotion, PromotionCode, PromotionError, PromotionState, PromotionTerms, RedemptionsMax,
};
pub use registration::{Registration, RegistrationState};
pub use role_code::{RoleCode, RoleCodeError};
pub use settlement::{Settlement, SettlementError};
pub use slug::{Slug, SlugError};
pub use tenant::{Audience, Realm, Tenant};
pub use term::{SeatPlace, TERMS_MAX, Term, TermRefused, matched_terms};
pub use text::{HttpUrl, PasskeyName, PersonName, Reason, Subject, Summary, TextError, Title};

#[cfg(test)]
mod fuzzed;
