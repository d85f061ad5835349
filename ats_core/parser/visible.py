"""Which text of a PDF page a reader can see.

A quick look over the page's objects finds text that may be unseen: drawn without ink, in the colour of what
lies beneath, under a later picture or shape, clipped, or on a layer that is switched off. Only such text
is looked at closer: its ground is rendered without it, and where its colour stands out, it is seen; else the
page is rendered with it and without it, and text that changes no pixel is seen by nobody. So white print on a
dark band stays, whatever the band is made of.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium

from ats_core.parser.hidden import WHITE, Box, Colour, Reason, hides

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_MAX_DEPTH = 12
_MAX_OBJECTS = 60_000
_MAX_COVERS = 200
# Pixels a point: enough for the ink of letters, enough for the colour of their ground.
_INK_SCALE, _GROUND_SCALE = 1.5, 0.5
_MAX_PIXELS = 4_000_000
# Steps of 255 that a pixel must change by: #e4e4e4 on white is 27 steps, contrast 1.27.
_SEEN_STEPS = 24
_NO_INK = frozenset((3, 7))
_NEARLY_CLEAR = 13  # of 255
_SOLID = 200  # of 255


@dataclass(slots=True, eq=False)
class _Drawn:
    """One object of the page, in drawing order; `form` is the matrix of the form that it stands in."""

    handle: Any
    kind: int
    order: int
    colour: Colour | None
    form: Any
    reason: Reason | None = None
    bounds: Box | None = None
    clear: bool = False  # drawn with no or hardly any opacity


class PageInk:
    """The ink of one page: which of its text objects leave none that can be seen."""

    def __init__(self, page: Any, textpage: Any, layers: bool) -> None:
        self._page = page
        self._textpage = textpage
        self._layers = layers
        self._texts: list[_Drawn] = []
        self._fills: list[_Drawn] = []
        self._pictures: list[_Drawn] = []
        self._paths = 0
        self._by_colour: dict[Colour | None, list[_Drawn]] = {}
        self._look()

    def unseen(self) -> dict[int, Reason]:
        """The reason for each text object that nobody sees, by the object's address."""
        hidden: dict[int, Reason] = {}
        doubted = []
        for text in self._texts:
            if text.reason is Reason.INVISIBLE:
                hidden[_address(text.handle)] = Reason.INVISIBLE
            elif self._doubt(text):
                doubted.append(text)
        for text in _without_trace(self._page, doubted):
            hidden[_address(text.handle)] = text.reason or Reason.BACKGROUND
        return hidden

    @cached_property
    def is_picture(self) -> bool:
        """True if the page is one picture, or drawn of shapes: a text layer without ink stands for it."""
        width, height = pdfium.FPDF_GetPageWidthF(self._page), pdfium.FPDF_GetPageHeightF(self._page)
        area = sum(_area(_bounds(picture)) for picture in self._pictures)
        return area > 0.5 * width * height or self._paths > 200

    def _look(self) -> None:
        page = self._page
        count = min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)
        self._visit((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), None, 0)

    def _visit(self, handles: Iterator[Any], form: Any, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        at = [ctypes.byref(part) for part in (red, green, blue, alpha)]
        mode_of, colour_of = pdfium.FPDFTextObj_GetTextRenderMode, pdfium.FPDFPageObj_GetFillColor
        for handle in handles:
            kind = kind_of(handle)
            order = len(self._texts) + len(self._fills) + len(self._pictures)
            if order > _MAX_OBJECTS:
                return
            if kind == _TEXT:
                known = colour_of(handle, *at)
                colour = (red.value, green.value, blue.value) if known else None
                text = _Drawn(handle, kind, order, colour, form)
                if mode_of(handle) in _NO_INK:
                    text.reason = Reason.INVISIBLE
                elif known and alpha.value < _NEARLY_CLEAR:
                    text.reason, text.clear = Reason.BACKGROUND, True
                elif self._layers and _on_layer(handle):
                    text.reason = Reason.MARKED
                elif (clip := pdfium.FPDFPageObj_GetClipPath(handle)) and pdfium.FPDFClipPath_CountPaths(
                    clip
                ) > 0:
                    text.reason = Reason.CLIPPED
                self._texts.append(text)
            elif kind == _PATH:
                self._paths += 1
                if _is_filled(handle) and colour_of(handle, *at) and alpha.value >= _SOLID:
                    drawn = _Drawn(handle, kind, order, (red.value, green.value, blue.value), form)
                    left, bottom, right, top = _bounds(drawn)
                    # Rules and the borders of tables neither cover text nor lie beneath it.
                    if right - left > 3 and top - bottom > 3:
                        self._fills.append(drawn)
            elif kind in (_IMAGE, _SHADING):
                self._pictures.append(_Drawn(handle, kind, order, None, form))
            elif kind == _FORM and depth < _MAX_DEPTH:
                self._visit(_children(handle), _matrix(handle, form), depth + 1)

    @cached_property
    def _covers(self) -> list[_Drawn]:
        """Pictures and fills in whose bounds there is text, the largest first, at most `_MAX_COVERS`."""
        every = sorted([*self._pictures, *self._fills], key=lambda drawn: -_area(_bounds(drawn)))
        return [cover for cover in every[:_MAX_COVERS] if self._has_text(_bounds(cover))]

    def _has_text(self, box: Box) -> bool:
        left, bottom, right, top = box
        return bool(pdfium.FPDFText_GetBoundedText(self._textpage, left, top, right, bottom, None, 0) > 0)

    def _doubt(self, text: _Drawn) -> bool:
        """True if the text may be unseen; its `reason` then says why."""
        if text.reason is not None:
            return True
        if self._is_light(text.colour):
            text.reason = Reason.BACKGROUND
            return True
        covers = self._covers if text.order < self._last_cover else self._grounds(text.colour)
        if not covers:
            return False
        left, bottom, right, top = inner = _bounds(text)
        for cover in covers:
            outer = _bounds(cover)
            if outer[2] <= left or outer[0] >= right or outer[3] <= bottom or outer[1] >= top:
                continue
            later = cover.order > text.order
            if (later or cover in self._grounds(text.colour)) and _holds(outer, inner):
                text.reason = Reason.COVERED if later else Reason.BACKGROUND
                return True
        return False

    def _is_light(self, colour: Colour | None) -> bool:
        return colour is not None and min(colour) > 200 and hides(colour, WHITE)

    @cached_property
    def _last_cover(self) -> int:
        return max((cover.order for cover in self._covers), default=-1)

    def _grounds(self, colour: Colour | None) -> list[_Drawn]:
        """The covers on which print of this colour may not be seen."""
        if colour not in self._by_colour:
            self._by_colour[colour] = [
                cover for cover in self._covers if cover.colour is None or hides(colour, cover.colour)
            ]
        return self._by_colour[colour]


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def address_at(textpage: Any, index: int) -> int:
    """The address of the text object that drew the character; 0 for a space that pdfium made up."""
    return ctypes.cast(pdfium.FPDFText_GetTextObject(textpage, index), ctypes.c_void_p).value or 0


def page_box(page: Any) -> Box:
    """Left, bottom, right, top of what is shown of the page, in points of its own space."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _children(form: Any) -> Iterator[Any]:
    count = pdfium.FPDFFormObj_CountObjects(form)
    return (pdfium.FPDFFormObj_GetObject(form, index) for index in range(max(0, min(count, _MAX_OBJECTS))))


def _is_filled(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return (
        bool(pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))) and fill.value > 0
    )


def _on_layer(text: Any) -> bool:
    """True if the text belongs to optional content, which may be switched off."""
    name, length = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(text)):
        mark = pdfium.FPDFPageObj_GetMark(text, index)
        if pdfium.FPDFPageObjMark_GetName(mark, name, 16, ctypes.byref(length)) and name[:2] == [0x4F, 0x43]:
            return True
    return False


def _matrix(form: Any, outer: Any) -> Any:
    """The form's matrix on top of the outer form's, as six numbers."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, ctypes.byref(matrix))
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    if outer is None:
        return a, b, c, d, e, f
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
    )  # fmt: skip


_edges = tuple(ctypes.c_float() for _ in range(4))
_at_edges = tuple(ctypes.byref(edge) for edge in _edges)


def _bounds(drawn: _Drawn) -> Box:
    """Left, bottom, right, top on the page."""
    if drawn.bounds is not None:
        return drawn.bounds
    pdfium.FPDFPageObj_GetBounds(drawn.handle, *_at_edges)
    box = (_edges[0].value, _edges[1].value, _edges[2].value, _edges[3].value)
    if drawn.form is not None:
        a, b, c, d, e, f = drawn.form
        corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[::2] for y in box[1::2]]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        box = (min(across), min(down), max(across), max(down))
    drawn.bounds = box
    return box


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    """True if most of the inner box lies in the outer one."""
    shared = (
        max(outer[0], inner[0]), max(outer[1], inner[1]), min(outer[2], inner[2]), min(outer[3], inner[3])
    )  # fmt: skip
    if shared[2] <= shared[0] or shared[3] <= shared[1]:
        return False
    return _area(shared) >= 0.6 * _area(inner)


def _without_trace(page: Any, doubted: list[_Drawn]) -> Iterator[_Drawn]:
    """Those of the doubted texts whose absence changes no pixel of the page."""
    doubted = list(_like_ground(page, doubted))
    if not doubted:
        return
    view = _View(page, doubted, _INK_SCALE)
    shown, bare = view.render(), view.render(without=doubted)
    if shown is None or bare is None:
        return
    for text in doubted:
        if (box := view.pixels(text)) and not view.differs(shown, bare, box):
            yield text


def _like_ground(page: Any, doubted: list[_Drawn]) -> Iterator[_Drawn]:
    """The doubted texts without those whose colour stands out from what lies beneath."""
    plain = [text for text in doubted if text.reason is Reason.BACKGROUND and text.colour is not None]
    view = _View(page, plain, _GROUND_SCALE)
    bare = view.render(without=plain) if plain else None
    for text in doubted:
        box = view.pixels(text) if bare is not None and text in plain and not text.clear else None
        if box is None or bare is None or not view.stands_out(bare, box, text.colour or WHITE):
            yield text


class _View:
    """The part of the page that holds the doubted texts, as pixels."""

    def __init__(self, page: Any, doubted: list[_Drawn], scale: float) -> None:
        self._page = page
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        scale = min(scale, (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
        self._width, self._height = max(1, round(width * scale)), max(1, round(height * scale))
        self._map = self._page_to_device()
        boxes = [box for text in doubted if (box := self._device(text)) is not None]
        self._left, self._top = (
            min((box[0] for box in boxes), default=0),
            min((b[1] for b in boxes), default=0),
        )
        self._right = max((box[2] for box in boxes), default=0)
        self._bottom = max((box[3] for box in boxes), default=0)

    def _page_to_device(self) -> tuple[float, ...]:
        """The affine map from points of the page to pixels: turned, cut and scaled as the page is shown."""
        across, down, far = ctypes.c_int(), ctypes.c_int(), 10_000
        ends = []
        for x, y in ((0, 0), (far, 0), (0, far)):
            pdfium.FPDF_PageToDevice(
                self._page, 0, 0, self._width, self._height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
            )
            ends.append((across.value, down.value))
        (x0, y0), (x1, y1), (x2, y2) = ends
        return (x1 - x0) / far, (y1 - y0) / far, (x2 - x0) / far, (y2 - y0) / far, float(x0), float(y0)

    def _device(self, text: _Drawn) -> tuple[int, int, int, int] | None:
        """The text's pixels on the rendered page; None if none of them is on it."""
        a, b, c, d, e, f = self._map
        left, bottom, right, top = _bounds(text)
        x0, x1 = sorted((left * a + bottom * c + e, right * a + top * c + e))
        y0, y1 = sorted((left * b + bottom * d + f, right * b + top * d + f))
        # Points far beyond the page are possible, and infinite ones.
        if not (x0 < self._width and x1 > 0 and y0 < self._height and y1 > 0):
            return None
        box = (
            int(max(0.0, x0)), int(max(0.0, y0)),
            int(min(self._width - 1.0, x1)) + 1, int(min(self._height - 1.0, y1)) + 1,
        )  # fmt: skip
        return box if box[2] > box[0] and box[3] > box[1] else None

    def pixels(self, text: _Drawn) -> tuple[int, int, int, int] | None:
        """The text's box in the rendered part."""
        box = self._device(text)
        if box is None:
            return None
        return box[0] - self._left, box[1] - self._top, box[2] - self._left, box[3] - self._top

    def render(self, without: Sequence[_Drawn] = ()) -> bytes | None:
        """The part's pixels, four bytes each, without some of the texts; None if it has none."""
        width, height = self._right - self._left, self._bottom - self._top
        bitmap = pdfium.FPDFBitmap_Create(width, height, 0) if width > 0 and height > 0 else None
        if not bitmap:
            return None
        for text in without:
            pdfium.FPDFPageObj_SetIsActive(text.handle, False)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, self._page, -self._left, -self._top, self._width, self._height, 0, 0
            )
            size = pdfium.FPDFBitmap_GetStride(bitmap) * height
            return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
        finally:
            for text in without:
                pdfium.FPDFPageObj_SetIsActive(text.handle, True)
            pdfium.FPDFBitmap_Destroy(bitmap)

    def stands_out(self, ground: bytes, box: tuple[int, int, int, int], colour: Colour) -> bool:
        """True if print of the colour can be seen on some of the box's ground."""
        stride = len(ground) // (self._bottom - self._top)
        left, top, right, bottom = box
        red, green, blue = colour
        for row in range(top, bottom):
            for at in range(row * stride + 4 * left, row * stride + 4 * right, 4):
                pixel = (ground[at + 2], ground[at + 1], ground[at])
                if max(abs(pixel[0] - red), abs(pixel[1] - green), abs(pixel[2] - blue)) > 2 and not hides(
                    colour, pixel
                ):
                    return True
        return False

    def differs(self, one: bytes, other: bytes, box: tuple[int, int, int, int]) -> bool:
        """True if a pixel of the box is visibly another in the two renderings."""
        stride = len(one) // (self._bottom - self._top)
        left, top, right, bottom = box
        for row in range(top, bottom):
            here = slice(row * stride + 4 * left, row * stride + 4 * right)
            a, b = one[here], other[here]
            if a != b and max(abs(x - y) for x, y in zip(a, b, strict=True)) >= _SEEN_STEPS:
                return True
        return False
