"""A browser as far as the platform asks for one: keeps one connection and its cookies, says where writes come from."""

import http.client
import json
import urllib.parse


class Browser:
    def __init__(self, origin):
        self.origin, self.cookies, self.csrf = origin, {}, None
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(origin).netloc, timeout=60)

    def ask(self, method, path, body=None):
        """(status, text); redirects are not followed."""
        headers = {"accept": "application/json"}
        if self.cookies:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method != "GET":
            headers |= {"origin": self.origin, "sec-fetch-site": "same-origin"}
            headers |= {"x-csrf": self.csrf} if self.csrf else {}
        sent = None
        if body is not None:
            headers["content-type"], sent = "application/json", json.dumps(body).encode()
        self.connection.request(method, path, sent, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("set-cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text

    def must(self, method, path, expected, **sent):
        """The answer's JSON, or the end of everything."""
        status, text = self.ask(method, path, **sent)
        if status != expected:
            raise SystemExit(f"{method} {path} answered {status} instead of {expected}: {text[:500]}")
        return json.loads(text) if text.startswith(("{", "[")) else text

    def sign_in(self, email, password, realm):
        told = self.must("POST", "/api/login", 200, body={"email": email, "password": password, "realm": realm})
        self.csrf = told["csrf"]
        return self
