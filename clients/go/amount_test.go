package holdfast_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	holdfast "holdfast.dev/go"
)

func TestAmountsAreReadStrictlyAndWrittenCanonically(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "0.000": "0", "007.50": "7.5", "-0.10": "-0.1", "1": "1", "-12.3": "-12.3",
		strings.Repeat("9", 38) + "." + strings.Repeat("9", 18): strings.Repeat("9", 38) + "." + strings.Repeat("9", 18),
		strings.Repeat("0", 50) + "1":                           "1",
	} {
		if got := must(holdfast.ParseAmount(text))(t).String(); got != want {
			t.Errorf("%s: %s, not %s", text, got, want)
		}
	}
	for _, text := range []string{"", "-", "+1", "1e3", ".5", "5.", "1,5", " 1", "0x1", "NaN", "--1", "1.2.3", "١",
		strings.Repeat("9", 39), "0." + strings.Repeat("1", 19)} {
		if amount, err := holdfast.ParseAmount(text); !errors.Is(err, holdfast.ErrInvalidRequest) {
			t.Errorf("%q was read as %s: %v", text, amount, err)
		}
	}
}

func TestEqualAmountsAreEqualValues(t *testing.T) {
	var zero holdfast.Amount
	if zero != holdfast.MustAmount("-0.00") || holdfast.MustAmount("1.50") != holdfast.MustAmount("1.5") {
		t.Error("equal amounts differ")
	}
	if zero.String() != "0" || zero.Sign() != 0 {
		t.Errorf("the zero value is %s", zero)
	}
}

// TEST_SEED repeats a run.
func seeded(t *testing.T) *rand.Rand {
	seed := uint64(time.Now().UnixNano())
	if given, err := strconv.ParseUint(os.Getenv("TEST_SEED"), 10, 64); err == nil {
		seed = given
	}
	t.Logf("TEST_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

func TestArithmeticIsExact(t *testing.T) {
	random := seeded(t)
	digits := func(most int) string {
		text := make([]byte, 1+random.IntN(most))
		for i := range text {
			text[i] = byte('0' + random.IntN(10))
		}
		return string(text)
	}
	amount := func() holdfast.Amount {
		text := []string{"", "-"}[random.IntN(2)] + digits(38)
		if random.IntN(3) > 0 {
			text += "." + digits(18)
		}
		return holdfast.MustAmount(text)
	}
	rational := func(amount holdfast.Amount) *big.Rat {
		value, ok := new(big.Rat).SetString(amount.String())
		if !ok {
			t.Fatalf("not a number: %s", amount)
		}
		return value
	}
	for range 5000 {
		a, b := amount(), amount()
		x, y := rational(a), rational(b)
		for name, pair := range map[string][2]*big.Rat{
			"+": {rational(a.Add(b)), new(big.Rat).Add(x, y)},
			"-": {rational(a.Sub(b)), new(big.Rat).Sub(x, y)},
			"*": {rational(a.Mul(b)), new(big.Rat).Mul(x, y)},
			"n": {rational(a.Neg()), new(big.Rat).Neg(x)},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Fatalf("%s %s %s is %s", a, name, b, pair[0])
			}
		}
		if a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() || (a == b) != (x.Cmp(y) == 0) {
			t.Fatalf("%s and %s compare wrongly", a, b)
		}
	}
}

func TestAmountsAreTextsInJSON(t *testing.T) {
	type price struct{ Price holdfast.Amount }
	text := must(json.Marshal(price{holdfast.MustAmount("0.10")}))(t)
	if string(text) != `{"Price":"0.1"}` {
		t.Fatal(string(text))
	}
	var back price
	if err := json.Unmarshal(text, &back); err != nil || back.Price != holdfast.MustAmount("0.1") {
		t.Fatal(back, err)
	}
	if err := json.Unmarshal([]byte(`{"Price":0.1}`), &back); err == nil {
		t.Error("a float became an amount")
	}
}
