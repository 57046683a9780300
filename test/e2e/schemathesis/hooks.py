from uuid import uuid4

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    """Each call is a request of its own: a key in good form is made unique, a broken or missing one stays as it is.

    What HTTP itself mends on the way (no text at all, blanks around it) is broken in a way that arrives.
    """
    key = (case.headers or {}).get("Idempotency-Key")
    if not isinstance(key, str):
        return
    if key.strip() != key or key == "":
        case.headers["Idempotency-Key"] = "two words"
    elif len(key) <= 255 and all("!" <= letter <= "~" for letter in key):
        case.headers["Idempotency-Key"] = uuid4().hex
