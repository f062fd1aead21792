//! What tables hold, good and bad. A new case is a new line.

use domain::TypeName;

use super::*;
use crate::FeedError;

fn options() -> PeopleOptions {
    PeopleOptions { home: None, now: Timestamp::UNIX_EPOCH, rows_max: 100 }
}

fn read(text: &str) -> Result<Vec<PersonRow>, FeedError> {
    read_people(text.as_bytes(), &options())
}

fn people(text: &str) -> Vec<PersonDraft> {
    read(text).unwrap().into_iter().map(|row| row.outcome.unwrap()).collect()
}

/// Where something is wrong: the line with its columns.
fn wrong(text: &str) -> Vec<(usize, Vec<String>)> {
    let columns = |errors: Vec<FieldError>| errors.into_iter().map(|error| error.field).collect();
    read(text).unwrap().into_iter().filter_map(|row| Some((row.line, columns(row.outcome.err()?)))).collect()
}

#[test]
fn delimiters_marks_quotes_and_ends_of_lines_do_not_matter() {
    let plain = people("name,email,role\nAda Lovelace,ada@example.org,2\nBob,bob@example.org,1\n");
    for other in [
        "\u{feff}name,email,role\r\nAda Lovelace,ada@example.org,2\r\nBob,bob@example.org,1",
        "Name; EMAIL ;Role\r\nAda Lovelace;ada@example.org;2\r\nBob;bob@example.org;1\r\n",
        "role\temail\tname\n2\tada@example.org\tAda Lovelace\n1\tbob@example.org\tBob\n",
        "\"name\";\"email\";\"role\"\r\n\"Ada Lovelace\";\"ada@example.org\";\"2\"\r\n;;\r\nBob;bob@example.org;1\r\n",
        "name,email,role,partner,type,expires_at\n Ada Lovelace , ada@example.org , 2 ,,,\n\nBob,bob@example.org,1,,internal,\n",
    ] {
        assert_eq!(people(other), plain, "{other:?}");
    }
    assert_eq!((plain[0].role, plain[1].role), (RoleCode::Learner, RoleCode::Author));
    assert_eq!(people("name,email,role\n\"Ada, \"\"Countess\"\"\",a@b.org,2")[0].name.as_str(), "Ada, \"Countess\"");
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_line() {
    let partner = PartnerId::from_bytes([1; 16]);
    let text = format!(
        "name,email,role,type,partner,expires_at\n\
         ,nowhere,owner,public,x,soon\n\
         \"two\nlines\",a@b.org,2,,,\n\
         Ada,b@b.org,2,partner,,\n\
         Ada,c@b.org,2,internal,{partner},\n\
         Ada,d@b.org,2,,,1969-01-01T00:00:00Z\n\
         Ada,e@b.org\n\
         Ada,f@b.org,0,,,\n\
         Bob,F@B.org,2,,,\n\
         Cy,f@b.org,2,,{partner},\n"
    );
    let all = |columns: &[&str]| columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        wrong(&text),
        [
            (2, all(&["name", "email", "role", "partner", "type", "expires_at"])),
            (3, all(&["name"])),
            (5, all(&["partner"])),
            (6, all(&["partner"])),
            (7, all(&["expires_at"])),
            (8, all(&["line"])),
            (10, all(&["email"])),
        ]
    );
}

#[test]
fn words_and_other_numbers_name_no_role() {
    for role in ["3", "00", "-1", "learner", "administrator", "owner", "tutor", "２", "=0"] {
        assert_eq!(wrong(&format!("name,email,role\nAda,a@b.org,{role}\n")), [(2, vec!["role".to_owned()])], "{role}");
    }
}

#[test]
fn whose_platform_it_is_may_be_left_to_the_table() {
    let partner = PartnerId::from_bytes([1; 16]);
    let home = PeopleOptions { home: Some(partner), ..options() };
    let rows = "name,email,role,type\nAda,a@b.org,0,\nBob,b@b.org,2,partner\nCy,c@b.org,2,internal\n";
    let kinds: Vec<AccountKind> =
        read_people(rows.as_bytes(), &home).unwrap().into_iter().map(|row| row.outcome.unwrap().kind).collect();
    let expected = [
        AccountKind::PartnerAdministrator(partner),
        AccountKind::PartnerLearner(partner),
        AccountKind::InternalLearner,
    ];
    assert_eq!(kinds, expected);
    assert_eq!(people("name,email,role\nAda,a@b.org,0\n")[0].kind.type_name(), TypeName::Internal);
}

#[test]
fn what_is_no_table_of_people_is_named() {
    let said = |bytes: &[u8]| read_people(bytes, &options()).unwrap_err().to_string();
    for (text, word) in [
        ("", "empty"),
        ("name,email\nAda,a@b.org\n", "missing: role"),
        ("name,email,role,shoe\n", "`shoe`; the columns are name,email,role,type,partner,expires_at"),
        ("name,name,email,role\n", "twice: name"),
        ("name;email;role\n\"Ada;a@b.org;2\n", "line 2"),
        ("{\"rows\":[]}", "missing"),
    ] {
        assert!(said(text.as_bytes()).contains(word), "{text}: {}", said(text.as_bytes()));
    }
    assert!(said(b"name,email,role\nJos\xe9,a@b.org,2\n").contains("line 2"));
    assert!(said(b"\xff\xfen\0a\0").contains("UTF-16"));
    let two = PeopleOptions { rows_max: 2, ..options() };
    let many = "name,email,role\n".to_owned() + &"Ada,a@b.org,2\n".repeat(3);
    assert_eq!(read_people(many.as_bytes(), &two), Err(FeedError::TooManyPeople { max: 2 }));
}

#[test]
fn hostile_cells_are_text_or_refused_and_never_more() {
    let named = |name: &str| read(&format!("name,email,role\n\"{name}\",a@b.org,2\n")).unwrap().remove(0).outcome;
    assert_eq!(named("=HYPERLINK(1)").unwrap().name.as_str(), "=HYPERLINK(1)");
    assert_eq!(named("'=1+1").unwrap().name.as_str(), "=1+1");
    for bad in ["a\u{0}b", "a\u{7}b", "a\r\nBcc: x", &"x".repeat(201), &"x".repeat(1_000_000)] {
        let errors = named(bad).unwrap_err();
        assert_eq!((errors.len(), errors[0].field.as_str()), (1, "name"));
        assert!(errors[0].value.chars().count() <= 81 && !errors[0].value.chars().any(char::is_control));
    }
    for bad in ["a@b.org\u{202e}", "a\u{200b}@b.org", "a@b.org, c@d.org", "<a@b.org>", "a@b.org\nBcc: c@d.org"] {
        let rows = read(&format!("name,email,role\nAda,\"{bad}\",2\n")).unwrap();
        let errors = rows[0].outcome.clone().unwrap_err();
        assert_eq!(errors[0].field, "email", "{bad:?}");
        assert!(!format!("{}{}", rows[0].key, errors[0]).contains(['\u{202e}', '\n']), "{bad:?}");
    }
}
