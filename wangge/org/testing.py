"""Builders: agencies, posts, actors, and the cast of every permission question."""

from __future__ import annotations

import functools
import hashlib
import itertools
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from django.http import HttpResponse
from django.test import Client

from wangge.kit import clock, signatures
from wangge.kit.actor import Actor, system
from wangge.org import queries, services
from wangge.territory.testing import a_grid, a_town, a_village

if TYPE_CHECKING:
    from wangge.org.models import Agency, Post

PASSWORD = "dui-le-ma-2021"
SYSTEM = system("test")
LONG_AGO = date(2020, 1, 1)
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast: the actor for services, the post, the name and password to log in with."""

    actor: Actor
    post: Post
    username: str
    password: str = PASSWORD


@functools.lru_cache(maxsize=1)
def _prepared() -> services.PreparedPassword:
    return services.prepare_password(PASSWORD)


def an_agency(name: str = "", *, kind: str = "department", **more: int | str | None) -> Agency:
    """An agency; without a name it gets a number."""
    name = name or f"测试机构{next(_numbers)}"
    return services.create_agency(actor=SYSTEM, name=name, kind=kind, **more)  # type: ignore[arg-type]


def a_post(
    role: str,
    agency: Agency | int | None = None,
    area: int | None = None,
    *,
    name: str = "",
    username: str = "",
    title: str = "",
    head: bool = False,
) -> Post:
    """A new account in a post since 2020; ``area`` is an area id. Password: ``PASSWORD``."""
    number = next(_numbers)
    account = services.create_account(
        actor=SYSTEM,
        username=username or f"p{number}",
        name=name or f"测试{number}",
        password=_prepared(),
        must_change_password=False,
    ).account
    return services.give_post(
        actor=SYSTEM,
        account_id=account.pk,
        role=role,
        agency_id=agency if isinstance(agency, int) or agency is None else agency.pk,
        area_id=area,
        title=title,
        head=head,
        valid_from=LONG_AGO,
    )


def an_actor(role: str, agency: Agency | int | None = None, area: int | None = None, **more: str) -> Actor:
    """The actor of a new post. Roles that need an agency or area and get none get a new one."""
    if role == "unit_handler" and agency is None:
        agency = an_agency()
    if area is None and role in {"area_admin", "grid_worker", "liaison"}:
        area = _an_area()
    return queries.actor_for(a_post(role, agency, area, **more).pk)  # type: ignore[arg-type]


def a_person(role: str, agency: Agency | int | None = None, area: int | None = None, **more: str) -> Person:
    """A new post with everything needed to log in."""
    post = a_post(role, agency, area, **more)  # type: ignore[arg-type]
    return Person(queries.actor_for(post.pk), post, post.account.username)


def _an_area() -> int:
    return a_grid().id


def the_cast() -> dict[str, Person]:
    """The people of house §9, by name: zhou mo zhang xue ji, and dai yin bian fan niu beside them.

    周 commander of the district, 莫 operator, 张 grid worker of grid A, 薛 the same town but grid B,
    嵇 a unit's handler of another agency (住建), 戴 dispatcher, 尹 handler of 城管, 卞 reviewer, 樊
    call-back, 钮 supervisor.
    """
    centre = an_agency("区域治理现代化指挥中心", kind="centre", short_name="指挥中心")
    chengguan = an_agency("测试区城市管理局", short_name="城管局")
    zhujian = an_agency("测试区住房和城乡建设局", short_name="住建局")
    village = a_village(a_town())
    grid_a, grid_b = a_grid(village).id, a_grid(village).id
    people = (
        ("zhou", "周", "commander", centre, None),
        ("mo", "莫", "operator", centre, None),
        ("zhang", "张", "grid_worker", None, grid_a),
        ("xue", "薛", "grid_worker", None, grid_b),
        ("ji", "嵇", "unit_handler", zhujian, None),
        ("dai", "戴", "dispatcher", centre, None),
        ("yin", "尹", "unit_handler", chengguan, None),
        ("bian", "卞", "reviewer", centre, None),
        ("fan", "樊", "callback", centre, None),
        ("niu", "钮", "supervisor", centre, None),
    )
    return {
        key: a_person(role, agency, area, name=name, username=key) for key, name, role, agency, area in people
    }


def logged_in(person: Person, client: Client | None = None) -> Client:
    """A browser in which this person is logged in (the session is made without the pages)."""
    client = client or Client()
    session = services.log_in(username=person.username, password=person.password, address="127.0.0.1")
    assert session.stage == "ready", session.stage
    client.cookies["wangge_session"] = session.token
    return client


@dataclass
class Phone:
    """One device; ``client`` is any Django test client."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    device_id: int = 0
    seal_key: bytes = b""
    client: Client = field(default_factory=Client)

    @property
    def public_key(self) -> str:
        """SPKI, base64url."""
        spki = self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return signatures.to_text(spki)

    def sign(self, message: bytes) -> str:
        """r and s side by side, base64url, as WebCrypto signs."""
        r, s = decode_dss_signature(self.key.sign(message, ec.ECDSA(hashes.SHA256())))
        return signatures.to_text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def header(self, method: str, target: str, body: bytes = b"", *, at: datetime | None = None) -> str:
        """The Authorization header of a request."""
        ms = int((at or clock.now()).timestamp() * 1000)
        text = f"wangge.request.v1\n{method}\n{target}\n{ms}\n{hashlib.sha256(body).hexdigest()}"
        return f"Wangge-Device id={self.device_id}, at={ms}, sig={self.sign(text.encode())}"

    def enrol(self, code: str, name: str = "测试手机", app: str = "1.0") -> HttpResponse:
        """Bind the key with a code."""
        proof = self.sign(f"wangge.enrol.v1\n{code}\n{self.public_key}".encode())
        body = {"code": code, "public_key": self.public_key, "name": name, "app": app, "proof": proof}
        response = self.client.post("/api/field/org/enrolments", body, content_type="application/json")
        if response.status_code == 201:
            self.device_id = response.json()["device_id"]
            self.seal_key = signatures.from_text(response.json()["seal_key"])
        return response  # type: ignore[return-value]

    def get(self, target: str, **headers: str) -> HttpResponse:
        """A signed GET."""
        headers = {"Authorization": self.header("GET", target)} | headers
        return self.client.get(target, headers=headers)  # type: ignore[return-value]

    def put(self, target: str, body: bytes, content_type: str, **headers: str) -> HttpResponse:
        """A signed PUT of bytes."""
        headers = {"Authorization": self.header("PUT", target, body)} | headers
        return self.client.put(target, body, content_type=content_type, headers=headers)  # type: ignore[return-value]

    @classmethod
    def of(cls, post_id: int, name: str = "测试手机") -> Self:
        """An enrolled phone of a post."""
        phone = cls()
        made = services.make_enrolment_code(actor=SYSTEM, post_id=post_id)
        response = phone.enrol(made.code, name)
        assert response.status_code == 201, response.content
        return phone
