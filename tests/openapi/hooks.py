"""What the schema alone cannot say: who asks, and ids that exist. Half of the ids that are tried are real ones, so that
the tests get past the first "there is no such thing". Loaded by Schemathesis; `check.py` tells the ids."""

import json
import os

import schemathesis
from browser import Browser

# Half of what an access token lasts.
SIGN_IN_EVERY_S = 300
KNOWN = json.loads(os.environ.get("PORTICO_KNOWN_IDS", "{}"))


def widen(schema, ids):
    """Either a real id or whatever the schema allows."""
    return {"anyOf": [{"type": "string", "enum": ids}, schema]}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for methods in raw_schema["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", []):
                if ids := KNOWN.get(parameter["name"]):
                    parameter["schema"] = widen(parameter["schema"], ids)
    for component in raw_schema["components"]["schemas"].values():
        for name, schema in component.get("properties", {}).items():
            # An answer holds what it holds; only what is asked is widened, and only where it is a plain text.
            if name in KNOWN and schema.get("type") == "string":
                component["properties"][name] = widen(schema, KNOWN[name])


if "PORTICO_SIGN_IN" in os.environ:

    @schemathesis.auth(refresh_interval=SIGN_IN_EVERY_S)
    class Founder:
        def get(self, case, context):
            origin, email, password = json.loads(os.environ["PORTICO_SIGN_IN"])
            return Browser(origin).sign_in(email, password, "main").cookies["__Host-access"]

        def set(self, case, token, context):
            case.headers = case.headers or {}
            case.headers["authorization"] = f"Bearer {token}"
