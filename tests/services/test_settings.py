"""A settings file that is damaged costs its settings, never the start."""

import pytest

from briefer import settings


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"theme = [",
        b'theme = "purple"\ntext_size = -4\nsummary_sentences = 0',
        b'text_size = 1000000\nsummary_sentences = "three"\ntheme = 5',
        b"summary_sentences = true",
        b"text_size = 9999999999999999999999999",
    ],
)
def test_what_makes_no_sense_has_its_default(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)

    assert settings.load(path) == settings.Settings()


def test_what_makes_sense_is_kept(tmp_path):
    path = tmp_path / "settings.toml"
    wanted = settings.Settings(theme="dark", text_size=16)

    settings.save(wanted, path)

    assert settings.load(path) == wanted
