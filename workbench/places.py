"""Where the files beside the code are: in a checkout, or inside an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent

#: True when the package lies in a checkout, beside schema.json and templates/.
IN_CHECKOUT = (_CHECKOUT / "schema.json").is_file()


def shipped(*parts: str) -> Path:
    """The path of a file or folder that ships with the product, as `schema.json`."""
    return (_CHECKOUT if IN_CHECKOUT else _PACKAGE).joinpath(*parts)


def instance() -> Path:
    """The folder of the database and the secret key; it may not exist yet."""
    return (_CHECKOUT if IN_CHECKOUT else Path.cwd()) / "instance"
