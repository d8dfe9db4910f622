"""The signs that TeX writes as commands."""

_LETTERS = (
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
    "vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ "
    "sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ "
    "Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ "
    "hbar ℏ Re ℜ Im ℑ aleph ℵ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ "
    "degree ° circ ∘ prime ′ angle ∠ triangle △ square □ Box □ bullet • star ⋆ "
    "dagger † checkmark ✓ cdots ⋯ ldots … dots … dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ "
    "forall ∀ exists ∃ neg ¬ lnot ¬ top ⊤ bot ⊥ therefore ∴ because ∵"
)
_OPERATORS = (
    "times × div ÷ cdot · ast ∗ pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ "
    "ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ to → "
    "rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ "
    "implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ "
    "in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ "
    "wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ mid ∣ colon : "
    "rightleftharpoons ⇌ xrightarrow →"
)
_BIG = (
    "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ "
    "bigwedge ⋀"
)
_BRACKETS = (
    "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ "
    "rbrack ] vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ backslash \\"
)


def _pairs(words: str) -> dict[str, str]:
    pieces = words.split()
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


LETTERS = _pairs(_LETTERS) | _pairs(_BRACKETS)
OPERATORS = _pairs(_OPERATORS)
BIG = _pairs(_BIG)
_FUNCTIONS_NAMES = (
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp "
    "lim max min sup inf det dim ker gcd deg arg hom Pr limsup liminf bmod pmod mod"
)
FUNCTIONS = frozenset(_FUNCTIONS_NAMES.split())
ACCENTED = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "vec": "vec",
    "overrightarrow": "vec", "tilde": "tilde", "widetilde": "tilde", "dot": "dot",
    "ddot": "ddot", "underline": "underline",
}  # fmt: skip
# Their argument is visible; the second group takes it letter by letter.
_SHOWN_NAMES = (
    "mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak boldsymbol bm pmb "
    "operatorname mathop mathbin mathrel mathord boxed overbrace underbrace cancel "
    "displaystyle textstyle scriptstyle rm bf it limits nolimits"
)
SHOWN = frozenset(_SHOWN_NAMES.split())
_WORDS_NAMES = "text textrm textbf textit mbox hbox textsf mathrm operatorname"
WORDS = frozenset(_WORDS_NAMES.split())
# Space, and what only controls the typesetting.
_SILENT_NAMES = (
    ", ; : ! > quad qquad thinspace enspace left right big Big bigg Bigg bigl bigr "
    "Bigl Bigr biggl biggr displaystyle textstyle scriptstyle limits nolimits rm bf it "
    "nonumber notag hline middle"
)
SILENT = frozenset(_SILENT_NAMES.split()) | {" "}
# Their argument is meant for the program.
_UNSEEN_NAMES = "label tag color hspace vspace phantom hphantom vphantom"
UNSEEN = frozenset(_UNSEEN_NAMES.split())
