"""Everything that Sayso raises on purpose.

    SaysoError
    ├── InputError            an input cannot be used; the others are still read        exit 3
    │   ├── MissingInput      the path or address names nothing
    │   ├── UnreadableInput   it is there, but may not or cannot be opened
    │   ├── UnusableInput     it was opened, but holds no text that can be read
    │   └── UnreachableInput  the address does not answer, or may not be asked
    ├── UsageError            the command's words are off                               exit 2
    ├── RecordError           the record cannot be opened, or holds no such thing       exit 4
    │   └── NotInRecord       a name or identifier that the record does not know
    ├── ReaderError           the reader's weights are missing or damaged               exit 5
    │   ├── EndpointError     the endpoint of a reader cannot be used: no report would fare better
    │   └── NoAnswer          a reader over an endpoint got no usable answer on one report
    └── PeopleError           who somebody is, or what that person may do               exit 6
        ├── Refused           what was entered in one field cannot be taken
        ├── NotKnown          no user, session or token of that name or identifier
        ├── NotAllowed        it takes a role that the user does not have
        ├── BadLogIn          name, password or code are not right together
        ├── Slowed            too many tries; it says for how long to wait
        ├── BadLink           a mailed link or an invitation that is invalid, expired or used
        └── FormError         a form that this page did not hand out to this visitor, or not for now
            ├── Forged        it bears no token of ours, or one of another session
            ├── Replayed      it was sent before
            └── Expired       it lay open for too long

Every message is one sentence that names the value and the place, then the way out.
A person's mistake shows that sentence and no traceback; whatever is not in this tree is our
fault and shows everything.
"""


class SaysoError(Exception):
    """A mistake that a person can mend; `exit_code` is what the command line returns for it."""

    exit_code = 1


class InputError(SaysoError):
    """One input cannot be used. `place` is the path or address as given."""

    exit_code = 3

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


class MissingInput(InputError):
    """The path or address names nothing."""


class UnreadableInput(InputError):
    """The input is there, but may not or cannot be opened."""


class UnusableInput(InputError):
    """The input was opened, but holds no text that can be read."""


class UnreachableInput(InputError):
    """The address does not answer, or may not be asked."""


class UsageError(SaysoError):
    """The command's words are off."""

    exit_code = 2


class RecordError(SaysoError):
    """The record cannot be opened or written."""

    exit_code = 4


class NotInRecord(RecordError):
    """A name or identifier that the record does not know."""


class ReaderError(SaysoError):
    """The reader's weights are missing or damaged, or it cannot read."""

    exit_code = 5


class EndpointError(ReaderError):
    """The endpoint of a reader cannot be reached, refuses the key, or may not be asked: asking on is of no use."""


class NoAnswer(ReaderError):
    """One report got no answer that can be used, after all tries; it stays unread."""


class PeopleError(SaysoError):
    """It is about who somebody is, or what that person may do."""

    exit_code = 6


class Refused(PeopleError):
    """What was entered cannot be taken. `field` is the name of the field: name, mail, password, role, code ..."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NotKnown(PeopleError):
    """There is no user, session or token of that name or identifier."""


class NotAllowed(PeopleError):
    """It takes a role that the user does not have, or belongs to somebody else."""


class BadLogIn(PeopleError):
    """Name, password or code are not right together; which of them is not said."""


class Slowed(PeopleError):
    """Too many tries. `seconds` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many tries; wait {seconds} seconds, then try again.")
        self.seconds = seconds


class BadLink(PeopleError):
    """A mailed link or an invitation is invalid, expired or was used."""


class FormError(PeopleError):
    """A form that cannot be taken; nothing of it was done."""


class Forged(FormError):
    """The form bears no token of ours, or one that was made for another session."""


class Replayed(FormError):
    """The form was sent before."""


class Expired(FormError):
    """The form lay open for too long."""
