"""What a password must be, wherever a form sets one."""

from flask import request

#: The shortest password; a longer one needs no rules.
SHORTEST, LONGEST = 10, 200


def password_problem() -> str:
    """What is wrong with the password of the form; nothing when it does."""
    password = request.form.get("password", "")
    if len(password) < SHORTEST:
        return f"A password has at least {SHORTEST} characters; a few words do well."
    if len(password) > LONGEST:
        return f"A password has at most {LONGEST} characters."
    if password != request.form.get("again", password):
        return "The two passwords are not the same."
    return ""
