"""The stack of `infra/template.yaml` in MiniStack, and a walk through it from an empty account to a read lesson.

What MiniStack lacks is worked around here and nowhere else; `GAPS` says what and how."""

import base64
import hmac
import http.client
import json
import os
import re
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

import boto3
import yaml
from botocore.exceptions import ClientError

from surroundings import Front, Letters

REGION, STACK, PASSWORD = "eu-central-1", "portico", "correct horse battery staple"
WORK = Path("target/cloud/rehearsal")
# Types that MiniStack does not make. Nothing of them is needed for the walk: the front above plays CloudFront.
GAPS = {
    "AWS::CloudFront::Function",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::OriginRequestPolicy",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::Logs::MetricFilter",
}


def say(*words):
    print("==", *words, flush=True)


def load(text):
    loader = type("Loader", (yaml.SafeLoader,), {})

    def construct(loader, tag, node):
        kinds = {"scalar": loader.construct_scalar, "sequence": loader.construct_sequence, "mapping": loader.construct_mapping}
        value = kinds[node.id](node, *([] if node.id == "scalar" else [True]))
        if tag == "GetAtt" and isinstance(value, str):
            value = value.split(".", 1)
        return {tag if tag in ("Ref", "Condition") else f"Fn::{tag}": value}

    loader.add_multi_constructor("!", construct)
    return yaml.load(text, loader)


def without_gaps(template):
    """Drops what MiniStack cannot make, and whatever names it."""
    resources = template["Resources"]
    dropped = {name for name, made in resources.items() if made["Type"] in GAPS}
    # Alarms over several metrics are refused.
    dropped |= {name for name, made in resources.items() if "Metrics" in made.get("Properties", {})}

    def names(value):
        if isinstance(value, dict):
            return value.get("Ref") in dropped or value.get("Fn::GetAtt", [""])[0] in dropped
        return False

    def clean(value):
        if isinstance(value, dict):
            kept = {key: clean(inner) for key, inner in value.items() if not names(inner)}
            return kept
        if isinstance(value, list):
            return [clean(inner) for inner in value if not (isinstance(inner, dict) and any(map(names, inner.values())))]
        return value

    template["Resources"] = {name: clean(made) for name, made in resources.items() if name not in dropped}
    return template


def binaries_from(folder, built):
    """The built template that `sam build` would leave, out of binaries that cargo made."""
    template = load(Path("infra/template.yaml").read_text())
    for name, made in template["Resources"].items():
        if made["Type"] == "AWS::Serverless::Function":
            place = built / name
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder) / made.pop("Metadata")["BuildProperties"]["Binary"], place / "bootstrap")
            subprocess.run(["strip", place / "bootstrap"], check=True)
            made["Properties"]["CodeUri"] = str(place.resolve())
    return template


def built_by_sam():
    template = load(Path(".aws-sam/build/template.yaml").read_text())
    for name, made in template["Resources"].items():
        if made["Type"] == "AWS::Serverless::Function":
            made["Properties"]["CodeUri"] = str((Path(".aws-sam/build") / made["Properties"]["CodeUri"]).resolve())
    return template


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def until(what, seconds, look):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.25)
    raise SystemExit(f"waited {seconds} s in vain: {what}")


class Browser:
    """Keeps cookies and sends what a browser sends."""

    def __init__(self, origin):
        self.origin, self.cookies, self.csrf = origin, {}, None

    def ask(self, method, address, body=None, kind=None, expect=200, page=False):
        host = urllib.parse.urlsplit(self.origin)
        connection = http.client.HTTPConnection(host.netloc, timeout=60)
        headers = {"origin": self.origin, "sec-fetch-site": "same-origin", "accept": "text/html" if page else "*/*"}
        if self.cookies:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.csrf:
            headers["x-csrf"] = self.csrf
        if isinstance(body, dict):
            body, kind = json.dumps(body), "application/json"
        if kind:
            headers["content-type"] = kind
        connection.request(method, address.removeprefix(self.origin), body, headers)
        answer = connection.getresponse()
        content = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, text = value.split(";")[0].partition("=")
                self.cookies[key] = text
        if answer.status != expect:
            raise SystemExit(f"{method} {address}: {answer.status}, not {expect}: {content[:400]!r}")
        answer.content = content
        return answer

    def json(self, method, address, body=None, expect=200):
        content = self.ask(method, address, body, expect=expect).content
        return json.loads(content) if content else None


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    port = free_port()
    endpoint = f"http://127.0.0.1:{port}"
    aws = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_EC2_METADATA_DISABLED": "true",
        "SAM_CLI_TELEMETRY": "0",
    }
    os.environ.update(aws)
    own = []
    try:
        rehearse(own, port, endpoint, aws)
    finally:
        for process in own:
            process.terminate()
        for process in own:
            process.wait(timeout=10)


def rehearse(own, port, endpoint, aws):
    log = open(WORK / "ministack.log", "w")
    environment = os.environ | {"GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1"}
    environment.pop("AWS_ENDPOINT_URL")
    own.append(subprocess.Popen(["ministack"], env=environment, stdout=log, stderr=log))
    client = lambda service: boto3.client(service, endpoint_url=endpoint, region_name=REGION)

    def up():
        try:
            client("s3").list_buckets()
            return True
        except Exception:
            return False

    until("MiniStack", 30, up)
    say("MiniStack answers")

    keys = {name: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=") for name in ("signing", "pepper", "front")}
    letters, front = Letters(), Front(keys["front"])
    stripe_key, webhook_secret = f"sk_test_{secrets.token_hex(16)}", f"whsec_{secrets.token_hex(16)}"
    arguments = [f"{front.origin}/api/stripe/webhook", webhook_secret, stripe_key]
    own.append(subprocess.Popen(["target/debug/examples/alone", *arguments], stdout=subprocess.PIPE, text=True))
    stripe = own[-1].stdout.readline().strip()
    held = {
        "front_secret": keys["front"],
        "signing_keys": f"a:{keys['signing']}",
        "pepper": keys["pepper"],
        "stripe_key": stripe_key,
        "stripe_webhook_secrets": webhook_secret,
        "smtp_url": letters.url,
    }
    client("secretsmanager").create_secret(Name=STACK, SecretString=json.dumps(held))

    folder = os.environ.get("PORTICO_BINARIES")
    template = binaries_from(folder, WORK / "build") if folder else built_by_sam()
    (WORK / "template.json").write_text(json.dumps(without_gaps(template)))
    began = time.monotonic()
    deploy = ["sam", "deploy", "-t", str(WORK / "template.json"), "--config-file", str(Path("samconfig.toml").resolve())]
    overrides = {
        "Arch": "x86_64",
        "OriginOverride": front.origin,
        "StripeUrl": stripe,
        "PaymentPage": stripe.rstrip("/"),
        "MailFrom": "portico@portico.example",
    }
    deploy += ["--parameter-overrides", *[f"{name}={value}" for name, value in overrides.items()]]
    with open(WORK / "deploy.log", "w") as out:
        done = subprocess.run(deploy, stdout=out, stderr=subprocess.STDOUT)
    if done.returncode:
        print((WORK / "deploy.log").read_text()[-4000:])
        raise SystemExit("`sam deploy` failed")
    say(f"deployed in {time.monotonic() - began:.0f} s")

    stack = client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    outputs = {one["OutputKey"]: one["OutputValue"] for one in stack["Outputs"]}
    front.gateway, front.api_host = f"127.0.0.1:{port}", f"{outputs['ApiId']}.execute-api.localhost:{port}"
    resolve(client, held, aws)

    s3 = client("s3")
    bucket = outputs["SiteBucketName"]
    release = lambda: s3.get_object(Bucket=bucket, Key="release")["Body"].read().decode()

    def file(path):
        path += "index.html" if path.endswith("/") else ""
        try:
            found = s3.get_object(Bucket=bucket, Key=release() + path)
            return found["ContentType"], found["Body"].read()
        except ClientError:
            return None

    front.file = file
    page = walk(client, outputs, front, letters, stripe, release)
    broken_runs(client, outputs, front, release, page)
    say("rehearsed")


def resolve(client, held, aws):
    """MiniStack leaves `{{resolve:…}}` as it is, and gives functions no endpoint but AWS's own. CloudFront's key-value
    store is asked at a host that is named after the account, which a laptop does not resolve: the switch is the
    object in the bucket then."""
    functions = client("lambda")
    for page in functions.get_paginator("list_functions").paginate():
        for one in page["Functions"]:
            variables = one["Environment"]["Variables"]
            variables.pop("PORTICO_SITE_SWITCH", None)
            for name, value in variables.items():
                if reference := re.match(r"\{\{resolve:secretsmanager:\w+:SecretString:(\w+):", value):
                    variables[name] = held[reference[1]]
            wanted = {name: aws[name] for name in ("AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION")}
            functions.update_function_configuration(FunctionName=one["FunctionName"], Environment={"Variables": variables | wanted})


def link_to(letters, address, count=1):
    letter = until(f"a mail to {address}", 60, lambda: len(letters.to(address)) >= count and letters.to(address)[-1])
    return re.search(r"https?://\S+token=\S+", letter.get_body(("plain",)).get_content())[0]


def use_link(front, link):
    token = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["token"][0]
    browser = Browser(front.origin)
    browser.ask("GET", link, page=True)
    browser.json("POST", "/api/signup/password", {"token": token, "password": PASSWORD})


def sign_in(front, address, realm):
    browser = Browser(front.origin)
    signed_in = browser.json("POST", "/api/login", {"email": address, "password": PASSWORD, "realm": realm})
    browser.csrf = signed_in["csrf"]
    return browser


def walk(client, outputs, front, letters, stripe, release):
    visitor = Browser(front.origin)
    visitor.json("GET", "/api/health")
    visitor.ask("GET", "/api/nowhere", expect=404)
    say("the API answers")

    admin = found_platform(client, front)
    course = admin.json("POST", "/api/admin/courses", {"audience": "public", "title": "Sails", "languages": ["en"],
        "price": {"amount": "19.99", "currency": "EUR"}}, expect=201)
    outline = [{"title": "Start", "lessons": [{"title": "Wind", "minutes": 5, "markdown": "# Wind\n\nIt blows."}]}]
    admin.json("PATCH", f"/api/admin/courses/{course['id']}", {"version": course["version"], "outline": outline})
    admin.json("POST", f"/api/admin/courses/{course['id']}/publish", {})
    say("a course is published")

    page = f"/courses/{course['slug']}/"
    shown = until(f"the page {page}", 120, lambda: front.file(page))
    assert b"Sails" in shown[1] and shown[0].startswith("text/html"), shown[0]
    first = release()
    say("the stream put its page into the bucket, release", first)

    form = urllib.parse.urlencode({"course": course["id"], "name": "Ada Lovelace", "email": "ada@example.org"})
    applied = visitor.ask("POST", "/api/checkout", form, "application/x-www-form-urlencoded", expect=303, page=True)
    payment_page = applied.getheader("location")
    assert payment_page.startswith(stripe), payment_page
    pay(payment_page)
    say("paid at the stand-in; its webhook is on the way")

    use_link(front, link_to(letters, "ada@example.org"))
    say("the mail came by the stream, and its link set a password")
    learner = sign_in(front, "ada@example.org", "public")
    mine = learner.json("GET", "/api/my/courses")["courses"]
    assert [one["course"]["slug"] for one in mine] == [course["slug"]], mine
    opened = learner.json("GET", f"/api/my/courses/{course['id']}")
    lesson = admin.json("GET", f"/api/admin/courses/{course['id']}")["outline"][0]["lessons"][0]["id"]
    read = learner.json("GET", f"/api/my/courses/{course['id']}/lessons/{lesson}")
    assert "It blows." in json.dumps(read), read
    assert opened
    say("signed in and read the lesson")

    admin.json("PATCH", f"/api/admin/courses/{course['id']}", {"title": "Sails and wind"})
    until("the changed page", 60, lambda: b"Sails and wind" in front.file(page)[1])
    say("a changed title is on its page, release", release())

    background = client("lambda")
    for function, schedule in [("BackgroundFunction", "sweep_outbox"), ("BackgroundFunction", "reconcile"), ("SiteFunction", "refresh_site")]:
        answer = background.invoke(FunctionName=outputs[function], Payload=json.dumps({"schedule": schedule}))
        said = json.loads(answer["Payload"].read())
        assert "FunctionError" not in answer, said
        say("schedule", schedule, said)
    return page


def broken_runs(client, outputs, front, release, page):
    """What a killed run leaves: files taken off the list and half of them put; the next run mends it."""
    s3, bucket = client("s3"), outputs["SiteBucketName"]
    key, listing = release() + page + "index.html", release() + "/.written"
    lines = s3.get_object(Bucket=bucket, Key=listing)["Body"].read().decode().splitlines(keepends=True)
    was = front.file(page)[1]

    def leave(kept):
        s3.put_object(Bucket=bucket, Key=key, Body=b"half a pa")
        s3.put_object(Bucket=bucket, Key=listing, Body="".join(kept).encode())
        client("lambda").invoke(FunctionName=outputs["SiteFunction"], Payload=json.dumps({"schedule": "refresh_site"}))

    before = release()
    leave([line for line in lines if not line.endswith(f" {page.strip('/')}/index.html\n")])
    assert front.file(page)[1] == was and release() == before
    say("what a killed run left half done was put again, in the same release")
    leave([])
    assert front.file(page)[1] == was and release() != before
    assert s3.get_object(Bucket=bucket, Key=key)["Body"].read() == b"half a pa"
    say("where everything differs there is a new release", release(), "and the one before stands untouched")


def found_platform(client, front):
    """The one-time link of the first administrator, as the operator makes it: with the functions' own environment."""
    name = next(one["FunctionName"] for one in client("lambda").list_functions()["Functions"] if "Signup" in one["FunctionName"])
    variables = client("lambda").get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    made = subprocess.run(["target/debug/portico", "administrator", "link"], env=os.environ | variables, capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(made.stderr)
    link = re.search(r"administrator (\S+)", made.stdout)[1]
    token = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["token"][0]
    nobody = Browser(front.origin)
    nobody.json("POST", "/api/signup/administrator", {"token": token, "name": "Olga Owner", "email": "olga@portico.example", "password": PASSWORD}, expect=201)
    say("the first administrator is there")
    admin = sign_in(front, "olga@portico.example", "main")
    admin.json("GET", "/api/admin/courses", expect=403)
    secret = admin.json("POST", "/api/login/second-factors/app", {})["secret"]
    admin.json("POST", "/api/login/second-factors/app/confirm", {"code": one_time_code(secret)})
    # What the password alone had opened has ended; the browser goes on with a login of its own.
    admin.csrf = admin.json("GET", "/api/login/me")["csrf"]
    say("and has set a second factor up, without which nothing of an administrator's works")
    return admin


def one_time_code(secret):
    """What an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at:at + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def pay(page):
    """Pays as the button of the stand-in's page does."""
    at = urllib.parse.urlsplit(page)
    session = at.path.rsplit("/c/pay/")[1]
    connection = http.client.HTTPConnection(at.netloc, timeout=30)
    connection.request("POST", f"/stand-in/sessions/{session}/pay", "{}", {"content-type": "application/json"})
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"the stand-in answered {answer.status}: {answer.read()[:300]!r}")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
