package holdfast

import (
	"math/big"
	"strings"
)

const (
	maxIntegerDigits  = 38
	maxFractionDigits = 18
)

// Amount is an exact decimal; it never becomes a float. The contract's amounts are strings: amount.String() for a request,
// ParseAmount for a reply. The zero value is 0, and equal amounts are equal by ==.
//
// Arithmetic is exact and without limit; what a request may carry is at most 38 digits before the point and 18 after it.
// There is no division, because most quotients are not exact.
type Amount struct {
	// Canonical: no leading or trailing zeros, no exponent, no "-0"; empty for zero.
	text string
}

// ParseAmount reads "-12.50": an optional minus, 1 to 38 digits, optionally a point and 1 to 18 digits.
func ParseAmount(text string) (Amount, error) {
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if !isDigits(whole) || point && (!isDigits(fraction) || len(fraction) > maxFractionDigits) ||
		len(strings.TrimLeft(whole, "0")) > maxIntegerDigits {
		return Amount{}, refuse("INVALID_AMOUNT", "", "not a decimal amount: %q", text)
	}
	return canonical(len(digits) < len(text), whole, fraction), nil
}

// MustAmount is ParseAmount for texts that stand in the program; it panics where that fails.
func MustAmount(text string) Amount {
	amount, err := ParseAmount(text)
	if err != nil {
		panic(err)
	}
	return amount
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

func canonical(negative bool, whole, fraction string) Amount {
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" && fraction == "" {
		return Amount{}
	}
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	if negative {
		whole = "-" + whole
	}
	return Amount{whole + fraction}
}

// String is the canonical text.
func (a Amount) String() string {
	if a.text == "" {
		return "0"
	}
	return a.text
}

// MarshalText encodes the canonical text, so in JSON an Amount is a string.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what ParseAmount reads.
func (a *Amount) UnmarshalText(text []byte) (err error) {
	*a, err = ParseAmount(string(text))
	return err
}

// The amount as an integer of units of 10^-scale.
func (a Amount) units() (*big.Int, int) {
	whole, fraction, _ := strings.Cut(a.String(), ".")
	units, _ := new(big.Int).SetString(whole+fraction, 10)
	return units, len(fraction)
}

func fromUnits(units *big.Int, scale int) Amount {
	digits := new(big.Int).Abs(units).String()
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - scale
	return canonical(units.Sign() < 0, digits[:point], digits[point:])
}

func aligned(a, b Amount) (x, y *big.Int, scale int) {
	x, scaleX := a.units()
	y, scaleY := b.units()
	scale = max(scaleX, scaleY)
	return x.Mul(x, tenTo(scale-scaleX)), y.Mul(y, tenTo(scale-scaleY)), scale
}

func tenTo(power int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil)
}

// Add is a + b.
func (a Amount) Add(b Amount) Amount {
	x, y, scale := aligned(a, b)
	return fromUnits(x.Add(x, y), scale)
}

// Sub is a - b.
func (a Amount) Sub(b Amount) Amount { return a.Add(b.Neg()) }

// Mul is a * b, with all its digits.
func (a Amount) Mul(b Amount) Amount {
	x, scaleX := a.units()
	y, scaleY := b.units()
	return fromUnits(x.Mul(x, y), scaleX+scaleY)
}

// Neg is -a.
func (a Amount) Neg() Amount {
	units, scale := a.units()
	return fromUnits(units.Neg(units), scale)
}

// Cmp is -1, 0 or 1 as a is below, equal to or above b.
func (a Amount) Cmp(b Amount) int {
	x, y, _ := aligned(a, b)
	return x.Cmp(y)
}

// Sign is -1, 0 or 1.
func (a Amount) Sign() int {
	units, _ := a.units()
	return units.Sign()
}
