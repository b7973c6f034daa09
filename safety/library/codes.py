"""The closed words of the content, as enums: code compares these, never a text that is shown."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Whose check it is. Whoever gives no age counts as a teen."""

    ADULT = "adult"
    TEEN = "teen"
    CHILD = "child"


class ShortQuestion(StrEnum):
    """The questions of the check that a short check may ask on its own page; each is named as there."""

    WHO = "who"
    PHONE = "phone"
    APPS = "apps"


class Impact(StrEnum):
    """How much an action protects: our own judgement."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Topic(StrEnum):
    """The room of the plan an item stands in, in the order shown."""

    PHOTOS = "photos"
    CLOUD = "cloud"
    PEOPLE = "people"
    SHARING = "sharing"
    ACCOUNTS = "accounts"
    DEVICES = "devices"
    SOCIAL = "social"
    HELP = "help"


class Phone(StrEnum):
    """Kinds of phone; ``android`` is every Android phone that is not a Samsung."""

    IPHONE = "iphone"
    SAMSUNG = "samsung"
    ANDROID = "android"
    OTHER = "other"


class App(StrEnum):
    """Apps, stores and computers that an item can be about."""

    WHATSAPP = "whatsapp"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    SNAPCHAT = "snapchat"
    TIKTOK = "tiktok"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    DISCORD = "discord"
    X = "x"
    ICLOUD = "icloud"
    GOOGLE_PHOTOS = "google-photos"
    ONEDRIVE = "onedrive"
    DROPBOX = "dropbox"
    DATING = "dating"
    WINDOWS = "windows"
    MAC = "mac"


class Situation(StrEnum):
    """What else the answers tell: who has had the device, who may be watching, what was shared."""

    PARTNER = "partner"
    FAMILY = "family"
    REPAIR = "repair"
    MANAGED = "managed"
    CAREFUL = "careful"
    SHARED_INTIMATE = "shared-intimate"


class Place(StrEnum):
    """Where a copy of a picture can be. The order is part of what visitors keep: new ones go to the end."""

    CAMERA_ROLL = "camera-roll"
    RECENTLY_DELETED = "recently-deleted"
    HIDDEN_ALBUM = "hidden-album"
    CLOUD_PHOTOS = "cloud-photos"
    CLOUD_BIN = "cloud-bin"
    PHONE_BACKUP = "phone-backup"
    CHAT_SENT = "chat-sent"
    CHAT_SAVED = "chat-saved"
    CHAT_BACKUP = "chat-backup"
    COMPUTER = "computer"
    OTHER_SCREENS = "other-screens"
    SHARED_ALBUM = "shared-album"
    FAMILY_CLOUD = "family-cloud"
    OLD_PHONE = "old-phone"
    CARD_OR_DRIVE = "card-or-drive"
    EMAIL = "email"
    OTHER_APPS = "other-apps"
    POSTED = "posted"
    PARTNER_DEVICES = "partner-devices"
    RECEIVERS = "receivers"
    PAPER = "paper"


class Threat(StrEnum):
    """Whether somebody threatens with a picture, or has shown it around; asked before anything is cleared."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not-sure"


class Age(StrEnum):
    """The age of the person in the picture when it was taken; not sure counts as under 18."""

    UNDER_18 = "under-18"
    ADULT = "adult"


class ForWhom(StrEnum):
    """Whom a service is for."""

    UNDER_18 = "under-18"
    ADULT = "adult"
    ANYONE = "anyone"


class Whose(StrEnum):
    """Whose picture it is, as the visitor says it."""

    MINE = "mine"
    MY_CHILD = "my-child"
    PUPIL = "pupil"
    FRIEND = "friend"


class Happened(StrEnum):
    """What has happened with the picture."""

    THREATENED = "threatened"
    SHARED = "shared"
    FAKE = "fake"


class By(StrEnum):
    """Who does it, as far as one knows: a partner, an ex or somebody one lives with; somebody else."""

    CLOSE = "close"
    KNOWN = "known"
    STRANGER = "stranger"


class Where(StrEnum):
    """Where the picture is, as far as one knows."""

    APP = "app"
    CHAT = "chat"
    SITE = "site"
    ADULT_SITE = "adult-site"
    SEARCH = "search"
    UNKNOWN = "unknown"


class StepKind(StrEnum):
    """What a step of help is about; the services shown beside it are those that help with this."""

    SAFETY = "safety"
    CALM = "calm"
    THREAT = "threat"
    EVIDENCE = "evidence"
    SOURCE = "source"
    HASH = "hash"
    SEARCH = "search"
    POLICE = "police"
    TAKEDOWN = "takedown"
    LEGAL = "legal"
    PRIVACY = "privacy"
    SELF = "self"


class Need(StrEnum):
    """What a service helps with."""

    REMOVE = "remove"
    HASH = "hash"
    REPORT = "report"
    TALK = "talk"
    VIOLENCE = "violence"
    LEGAL = "legal"
    COMPLAIN = "complain"
    WATCH = "watch"
    LEARN = "learn"


class Way(StrEnum):
    """How a service is reached."""

    PHONE = "phone"
    TEXT = "text"
    CHAT = "chat"
    EMAIL = "email"
    FORM = "form"
    RELAY = "relay"
    APP = "app"
    VISIT = "visit"
    READ = "read"


class Known(StrEnum):
    """An answer that may not be known."""

    YES = "yes"
    PART = "part"
    NO = "no"
    UNKNOWN = "unknown"


class PlatformKind(StrEnum):
    """What kind of place a platform is."""

    SOCIAL = "social"
    MESSAGING = "messaging"
    VIDEO = "video"
    DATING = "dating"
    GAMING = "gaming"
    CLOUD = "cloud"
    FILE_HOST = "file-host"
    SEARCH_ENGINE = "search-engine"
    ADULT = "adult"
    AI = "ai"
    INFRASTRUCTURE = "infrastructure"
    OTHER = "other"


class LawStatus(StrEnum):
    """Whether a law counts today."""

    IN_FORCE = "in-force"
    PARTLY = "partly"
    COMING = "coming"
    NOT_LAW = "not-law"


class ClockStart(StrEnum):
    """What starts the time that a law gives; '' for a law without a fixed time."""

    REQUEST = "request"
    REGULATOR = "regulator"
    COMPLAINT = "complaint"
    NONE = ""


class OnReceiving(StrEnum):
    """What a country's own advice is to who holds a private picture of somebody under 18."""

    DELETE = "delete"
    ASK_FIRST = "ask-first"


class NoticeKind(StrEnum):
    """The notices that can be written, each at its own address."""

    TAKE_IT_DOWN = "take-it-down"
    DMCA = "dmca"
    GDPR = "gdpr"
    DSA = "dsa"
    PLATFORM = "platform"
    SEARCH = "search"
    HOST = "host"
    SCHOOL = "school"
    PERSON = "person"
    QUESTION = "question"


class NoticeGroup(StrEnum):
    """Who gets a notice, in the order in which one writes."""

    PLACE = "place"
    AROUND = "around"
    COPYRIGHT = "copyright"
    PEOPLE = "people"


class FieldKind(StrEnum):
    """What can be given in a field of a notice."""

    CHOICE = "choice"
    TICK = "tick"
    LINE = "line"
    TEXT = "text"
    LINKS = "links"
    EMAIL = "email"
    AGE = "age"
    CHILD_AGE = "child-age"


class Join(StrEnum):
    """How a sentence of a notice follows the one before it in its part."""

    SPACE = "space"
    LINE = "line"


class LookAt(StrEnum):
    """What a question of the guided look is about: the picture itself, or the name of its file."""

    PICTURE = "picture"
    NAME = "name"


class Drawing(StrEnum):
    """The drawn everyday scenes; each is drawn in templates/photos/scenes.html."""

    SHELF = "shelf"
    WINDOW = "window"
    MIRROR = "mirror"
    HOOK = "hook"
    LAPTOP = "laptop"
    TABLE = "table"
    DISH = "dish"
    FRAME = "frame"
    BED = "bed"
    FOLDER = "folder"


class LineKind(StrEnum):
    """What a number in the crisis list is for."""

    SUICIDE_CRISIS = "suicide-crisis"
    CHILD_HELPLINE = "child-helpline"
    VIOLENCE = "violence"
    NO_VOICE = "no-voice"


class Confidence(StrEnum):
    """How well a number is known. Anything less is not published."""

    HIGH = "high"
    MEDIUM = "medium"


class Cost(StrEnum):
    """What a service costs."""

    FREE = "free"
    PAID = "paid"
    BOTH = "free and paid"
    UNKNOWN = ""
