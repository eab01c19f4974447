"""SIP, SDP and MANSCDP as bytes: what devices really send is read; rubbish breaks nothing."""

from __future__ import annotations

import contextlib

import pytest
from aiosipua.message import SipMessage, SipRequest
from hypothesis import given
from hypothesis import strategies as st

from wangge.cameras.gb import manscdp, sdp, sip
from wangge.cameras.gb.devices import Catalogue, Device
from wangge.cameras.gb.sip import Peer

XML = (
    '<?xml version="1.0" encoding="{0}"?>\n<Notify><CmdType>Alarm</CmdType><SN>7</SN>'
    "<DeviceID>34</DeviceID><Name>东门口</Name></Notify>"
)


@pytest.mark.parametrize(
    ("declared", "real", "notes"),
    [
        ("GB2312", "gb18030", []),
        ("GBK", "gb18030", []),
        ("GB18030", "gb18030", []),
        ("UTF-8", "utf-8", []),
        ("gb2312", "utf-8", ["charset-utf8-undeclared"]),
        ("utf-8", "gb18030", ["charset-not-utf8"]),
    ],
)
def test_the_charset_is_found_whatever_was_declared(declared: str, real: str, notes: list[str]) -> None:
    message = manscdp.parse(XML.format(declared).encode(real))
    assert message.fields == {"Name": "东门口"}
    assert (message.root, message.command, message.number, message.device) == ("Notify", "Alarm", "7", "34")
    assert message.notes == notes


def test_without_a_declaration_it_is_gb18030() -> None:
    message = manscdp.parse("<Notify><CmdType>Keepalive</CmdType><Name>镕</Name></Notify>".encode("gb18030"))
    assert message.fields["Name"] == "镕"


def test_a_short_name_in_gb2312_that_is_valid_utf8_by_chance_is_still_gb2312() -> None:
    message = manscdp.parse(
        '<?xml version="1.0" encoding="GB2312"?><Notify><Name>头</Name></Notify>'.encode("gb18030")
    )
    assert (message.fields["Name"], message.notes) == ("头", [])


def test_stray_signs_are_mended_and_noted() -> None:
    message = manscdp.parse(
        b"\xef\xbb\xbf<Notify><CmdType>Alarm</CmdType><Name>A&B\x01</Name></Notify>\x00\r\n"
    )
    assert message.fields == {"Name": "A&B"}
    assert message.notes == ["xml-mended"]


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><Notify><CmdType>&b;</CmdType></Notify>'
    with pytest.raises(manscdp.Unreadable):
        manscdp.parse(bomb)


@given(st.binary(max_size=200))
def test_rubbish_is_unreadable_and_nothing_else(data: bytes) -> None:
    for body in (data, b"<Notify>" + data + b"</Notify>"):
        try:
            manscdp.parse(body)
        except manscdp.Unreadable:
            continue


def test_a_catalogue_message_has_items_with_their_inner_facts() -> None:
    item = "<Item><DeviceID>1</DeviceID><Name>东门</Name><Info><PTZType>1</PTZType></Info></Item>"
    fields = {"CmdType": "Catalog", "SN": 3, "DeviceID": "34", "SumNum": 140}
    body = manscdp.raw("Response", fields, "GB2312", f'<DeviceList Num="1">{item}</DeviceList>')
    message = manscdp.parse(body)
    assert message.items == [{"DeviceID": "1", "Name": "东门", "Info.PTZType": "1"}]
    assert (message.declared, message.fields) == (1, {"SumNum": "140"})


@given(
    st.text(
        st.characters(min_codepoint=32, max_codepoint=0x9FFF, exclude_categories=["Cs", "Cc"]), max_size=40
    )
)
def test_any_text_survives_the_way_there_and_back(text: str) -> None:
    body = manscdp.build("Notify", "Alarm", 1, "34", "GB18030", AlarmDescription=text)
    assert manscdp.parse(body).fields["AlarmDescription"] == text.strip()


@pytest.mark.parametrize(
    ("move", "code"),
    [((0, 0, 0), "A50F0100000000B5"), ((1, 0, 0), "A50F0101FF0000B5"), ((0, 1, 0), "A50F010800FF00BC"),
     ((0, 0, -1), "A50F01200000F0C5")],
)  # fmt: skip
def test_ptz_is_eight_bytes_with_their_sum(move: tuple[float, float, float], code: str) -> None:
    assert manscdp.ptz_command(*move) == code
    assert manscdp.read_ptz(code) is not None
    assert manscdp.read_ptz(code[:-2] + "00") is None


def test_an_offer_says_what_the_standard_wants() -> None:
    offer = sdp.Media("10.0.0.1", 30000, True, "passive", "0200001234", name="Playback", owner="34")
    offer.uri, offer.begin, offer.end = "34:0", 100, 200
    text = sdp.offer(offer)
    for line in ("s=Playback", "u=34:0", "t=100 200", "m=video 30000 TCP/RTP/AVP 96 97 98 99", "a=recvonly",
                 "a=rtpmap:96 PS/90000", "a=setup:passive", "a=connection:new", "y=0200001234"):  # fmt: skip
        assert f"{line}\r\n" in text
    back = sdp.parse(text)
    assert (back.address, back.port, back.tcp, back.setup, back.ssrc) == (
        "10.0.0.1",
        30000,
        True,
        "passive",
        "0200001234",
    )
    assert (back.begin, back.end, back.kinds[98]) == (100, 200, "H264/90000")


@given(st.text(max_size=200))
def test_a_description_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert sdp.parse(text).kind


def a_message(number: int, body: bytes = b"<x/>") -> bytes:
    request = SipRequest(method="MESSAGE", uri="sip:a@b", body=body)
    facts = {"Via": f"SIP/2.0/TCP h;branch=z{number}", "From": "<sip:a@b>;tag=1", "To": "<sip:a@b>"}
    facts |= {"Call-ID": str(number), "CSeq": f"{number} MESSAGE"}
    for name, value in facts.items():
        request.set_header(name, value)
    return bytes(request)


@given(st.integers(1, 70))
def test_messages_come_out_of_a_stream_in_any_pieces_and_together(piece: int) -> None:
    stream = b"\r\n\r\n" + a_message(1) + a_message(2, b"") + b"\r\n" + a_message(3, "东".encode("gb18030"))
    buffer = bytearray()
    got: list[bytes] = []
    for begin in range(0, len(stream), piece):
        buffer += stream[begin : begin + piece]
        while (message := sip.cut(buffer)) is not None:
            got.append(message)
    assert [SipMessage.parse(message).call_id for message in got] == ["1", "2", "3"]
    assert SipMessage.parse(got[2]).body.decode("gb18030") == "东"
    assert not buffer


@given(st.binary(max_size=300))
def test_rubbish_on_the_sip_port_is_counted_and_forgotten(data: bytes) -> None:
    endpoint = sip.Endpoint("3" * 20, "127.0.0.1", lambda request, peer: None)
    endpoint.received(data, Peer("127.0.0.1", 5060))
    endpoint.received(b"MESSAGE sip:a SIP/2.0\r\nVia: x\r\nCSeq: " + data, Peer("127.0.0.1", 5060))


def test_digest_holds_for_the_password_and_a_nonce_of_ours_only() -> None:
    from aiosipua.auth import SipDigestAuth, build_credentials
    from aiosipua.headers import parse_auth, stringify_auth

    digest = sip.Digest("3206120000")

    def proof(password: str, challenge: str) -> str:
        made = build_credentials(SipDigestAuth("34", password), parse_auth(challenge), "REGISTER", "sip:x")
        assert made is not None
        return stringify_auth(made)

    assert digest.holds(proof("right", digest.challenge()), "REGISTER", "right")
    assert not digest.holds(proof("wrong", digest.challenge()), "REGISTER", "right")
    assert not digest.holds(proof("right", sip.Digest("3206120000").challenge()), "REGISTER", "right")
    assert not digest.holds(proof("right", digest.challenge()), "INVITE", "right")
    assert not digest.holds("Digest rubbish", "REGISTER", "right")


def items(*codes: int | str) -> list[dict[str, str]]:
    return [{"DeviceID": str(code)} for code in codes]


def test_a_catalogue_is_whole_when_its_sum_is_there() -> None:
    catalogue = Catalogue()
    catalogue.ask("5", 0.0, fresh=True)
    assert catalogue.take("5", 3, items(1, 2), 1.0) == []
    assert (catalogue.done, catalogue.report()["have"]) == (False, 2)
    assert catalogue.take("5", 3, items(3), 2.0) == []
    assert catalogue.done


def test_a_catalogue_that_stopped_goes_on_with_what_it_has() -> None:
    catalogue = Catalogue()
    catalogue.ask("5", 0.0, fresh=True)
    catalogue.take("5", 4, items(1, 2), 1.0)
    catalogue.ask("6", 30.0, fresh=False)
    assert catalogue.take("6", 4, items(1, 2), 31.0) == []
    assert catalogue.done is False
    catalogue.take("6", 4, items(3, 4), 32.0)
    assert (catalogue.done, catalogue.tries, sorted(catalogue.items)) == (True, 2, ["1", "2", "3", "4"])


def test_what_a_new_catalogue_does_not_name_any_more_is_gone_only_when_it_is_whole() -> None:
    catalogue = Catalogue()
    catalogue.ask("5", 0.0, fresh=True)
    catalogue.take("5", 2, items(1, 2), 1.0)
    catalogue.ask("6", 2.0, fresh=True)
    catalogue.take("6", 2, items(2), 3.0)
    assert sorted(catalogue.items) == ["1", "2"]
    catalogue.take("6", 2, items(3), 4.0)
    assert sorted(catalogue.items) == ["2", "3"]


def test_odd_catalogues_are_taken_and_noted() -> None:
    catalogue = Catalogue()
    assert catalogue.take("99", 1, items(9), 0.0) == ["catalogue-unsolicited"]
    catalogue.ask("5", 0.0, fresh=True)
    assert catalogue.take("5", 3, items(1, 1), 1.0) == ["catalogue-duplicate"]
    assert catalogue.take("5", 4, [{"Name": "x"}], 1.0) == ["catalogue-sum-changed", "catalogue-no-code"]


def test_a_device_is_overdue_after_three_missed_beats_or_a_registration_run_out() -> None:
    device = Device("3" * 20, Peer("h", 1), expires_at=1000.0, alive_at=100.0, interval=60.0)
    assert not device.overdue(280.0)
    assert device.overdue(280.1)
    device.alive_at = 999.0
    assert device.overdue(1000.1)
