//! How long a course takes, out of `duration` and `workload`.

use jiff::Span;

use super::object::Object;
use crate::findings::Findings;

/// More than twenty years of work is a mistake.
const WORKLOAD_MINUTES_MAX: u32 = 20 * 365 * 8 * 60;

/// Minutes of work. A duration in hours is work; one in days or weeks is only time that passes, and becomes work
/// together with the hours a week that `workload` names.
pub(crate) fn workload_minutes(attributes: &Object<'_>, findings: &mut Findings) -> Option<u32> {
    let text = attributes.text("duration", findings)?;
    let parsed = text.trim().parse::<Span>().map_err(|_| "must be an ISO 8601 duration such as `PT12H30M` or `P6W`");
    let span = findings.like("duration", &text, parsed)?;
    let days = i64::from(span.get_years()) * 365
        + i64::from(span.get_months()) * 30
        + i64::from(span.get_weeks()) * 7
        + i64::from(span.get_days());
    let hours = i64::from(span.get_hours()) * 60;
    let minutes = hours.saturating_add(span.get_minutes()).saturating_add(span.get_seconds().saturating_add(30) / 60);
    let minutes =
        if days == 0 { minutes } else { minutes_a_hundred_days(attributes, findings)?.saturating_mul(days) / 100 };
    u32::try_from(minutes).ok().filter(|minutes| (1..=WORKLOAD_MINUTES_MAX).contains(minutes))
}

/// What `workload` asks for in a hundred days: a unit in which months and weeks still give whole numbers.
fn minutes_a_hundred_days(attributes: &Object<'_>, findings: &mut Findings) -> Option<i64> {
    let workload = attributes.object("workload", findings)?;
    let hours: i64 = workload.number("timeValue", findings)?.parse().ok().filter(|hours| (1..=720).contains(hours))?;
    let days = match workload.text("timeUnit", findings)?.as_str() {
        "h/day" => 1,
        "h/week" => 7,
        "h/month" => 30,
        _ => return None,
    };
    Some(hours * 60 * 100 / days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_work_counts() {
        for (attributes, minutes) in [
            (r#"{"duration":"PT7H13M56S"}"#, Some(434)),
            (r#"{"duration":"PT0S"}"#, None),
            (r#"{"duration":"P2W"}"#, None),
            (r#"{"duration":"P2W","workload":{"timeValue":7,"timeUnit":"h/week"}}"#, Some(840)),
            (r#"{"duration":"P10D","workload":{"timeValue":2,"timeUnit":"h/day"}}"#, Some(1200)),
            (r#"{"duration":"-P2W","workload":{"timeValue":7,"timeUnit":"h/week"}}"#, None),
            (r#"{"duration":"PT9999999H"}"#, None),
            (r#"{"workload":{"timeValue":7,"timeUnit":"h/week"}}"#, None),
        ] {
            let raw = serde_json::from_str(attributes).unwrap();
            let mut findings = Findings::default();
            let object = Object::parse(raw, "", &mut findings).unwrap();
            assert_eq!(workload_minutes(&object, &mut findings), minutes, "{attributes}");
            assert!(findings.warnings.is_empty(), "{attributes}");
        }
    }
}
